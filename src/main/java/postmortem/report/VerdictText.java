package postmortem.report;

import java.util.ArrayList;
import java.util.List;
import postmortem.analysis.Amount;
import postmortem.incident.CaseReport;

/** The words that stand around the verdict. */
final class VerdictText {

  static final String NO_LIMITS = "No limit is known beyond those of the ledger above.";

  private VerdictText() {}

  /** Since when; nothing where nothing was found. */
  static List<String> since(CaseReport report) {
    Long since = report.verdict().since();
    if (since == null) {
      return List.of();
    }
    return List.of(
        Groups.openSince(report, since)
            ? "already under way when the log begins (first seen " + Wording.utc(since) + ")"
            : Wording.utc(since));
  }

  /** Which clock was believed, and how far others were off. */
  static List<Phrase> clocks(CaseReport report) {
    List<Phrase> lines = new ArrayList<>();
    report.clocks().forEach(sentence -> lines.add(Phrase.prose(sentence, AccountNames.NONE)));
    if (lines.isEmpty()) {
      lines.add(Phrase.of("Times are as logged: there is no second clock to check them by."));
    }
    zones(report, "told", "was told", lines);
    zones(report, "assumed", "was assumed", lines);
    return lines;
  }

  private static void zones(CaseReport report, String basis, String words, List<Phrase> lines) {
    long files = report.ledger().stream().filter(e -> basis.equals(e.zoneBasis())).count();
    if (files > 0) {
      lines.add(Phrase.of("The zone of " + Amount.of(files, "file") + " " + words + "."));
    }
  }
}
