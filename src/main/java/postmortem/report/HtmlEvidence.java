package postmortem.report;

import java.util.List;
import postmortem.evidence.LedgerEntry;
import postmortem.incident.CaseReport;

/** The end of {@code report.html}: what was read, what it cannot show, how it was judged. */
final class HtmlEvidence {

  /** Files that are named. */
  private static final int FILES = 1000;

  private final CaseReport report;
  private final EvidenceText text;

  HtmlEvidence(CaseReport report) {
    this.report = report;
    this.text = new EvidenceText(report);
  }

  String totals() {
    return text.totals();
  }

  HtmlRows files() {
    return HtmlRows.of("Evidence", text.files(), FILES);
  }

  /** A file of which something was not read. */
  record Cut(Phrase path, List<Phrase> why) {}

  List<Cut> unread() {
    return text.cut().stream().limit(FILES).map(HtmlEvidence::cut).toList();
  }

  private static Cut cut(LedgerEntry entry) {
    return new Cut(Phrase.name(entry.path()), EvidenceText.unread(entry));
  }

  int moreUnread() {
    return Math.max(0, text.cut().size() - FILES);
  }

  HtmlRows series() {
    return HtmlRows.of("Counted over time", text.series(), HtmlRoom.ROWS);
  }

  List<Phrase> limits() {
    return report.limits().stream().map(l -> Phrase.prose(l, AccountNames.NONE)).toList();
  }

  List<Phrase> method() {
    return MethodText.sentences(report);
  }

  HtmlRows settings() {
    return HtmlRows.of("Settings", MethodText.settings(report), Integer.MAX_VALUE);
  }

  Phrase tool() {
    return Phrase.of("postmortem ").andProse(report.version(), AccountNames.NONE);
  }
}
