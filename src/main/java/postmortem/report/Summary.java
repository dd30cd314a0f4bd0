package postmortem.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import postmortem.incident.CaseReport;
import postmortem.incident.Incident;

/** The report in at most ten lines, for a terminal. */
public final class Summary {

  private static final int INCIDENTS = 3;
  private static final int SENTENCE = 400;
  private static final int NAME = 64;

  private Summary() {}

  /**
   * The verdict, the incidents, what to do first, what was read, and where the report is.
   *
   * @param place of the report, as the user would type it
   * @return lines that each end with {@code \n}, without colours
   */
  public static String of(CaseReport report, String place) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "Verdict: "
            + report.verdict().hit().id().toUpperCase(Locale.ROOT)
            + ". "
            + sentence(report.verdict().text()));
    Long since = report.verdict().since();
    if (since != null) {
      lines.add("Since: " + start(since, Groups.openSince(report, since)));
    }
    int number = 0;
    for (Incident incident : report.incidents()) {
      if (++number > INCIDENTS) {
        lines.add("... and " + (report.incidents().size() - INCIDENTS) + " more incidents");
        break;
      }
      lines.add(incident(number, incident));
    }
    report.incidents().stream()
        .flatMap(incident -> incident.actions().stream())
        .findFirst()
        .ifPresent(action -> lines.add("Do first: " + sentence(action.what())));
    report.verdict().fetchNext().stream()
        .findFirst()
        .ifPresent(next -> lines.add("Fetch next: " + sentence(next)));
    lines.add("Evidence: " + LedgerTotals.of(report.ledger()).text());
    lines.add("Report: " + TerminalText.of(place, SENTENCE));
    return String.join("\n", lines) + "\n";
  }

  private static String start(long time, boolean open) {
    return open
        ? "already under way when the log begins (first seen " + Wording.utc(time) + ")"
        : Wording.utc(time);
  }

  private static String incident(int number, Incident incident) {
    StringBuilder out = new StringBuilder("Incident ").append(number);
    out.append(" (").append(incident.severity().id());
    out.append(", confidence ").append(Wording.confidenceWord(incident.confidence())).append("): ");
    out.append(
        some("account", incident.accounts().stream().map(Incident.AccountRow::account).toList()));
    out.append(" from ");
    out.append(
        some("address", incident.sources().stream().map(r -> r.address().toString()).toList()));
    boolean open = Groups.open(incident);
    out.append("; start: ").append(start(incident.start(), open));
    out.append("; success: ").append(success(incident));
    return out.append("; spam: ").append(spam(incident)).toString();
  }

  /** The first name and how many more; "no account named" where there is none. */
  private static String some(String what, List<String> names) {
    if (names.isEmpty()) {
      return "no " + what + " named";
    }
    String first = TerminalText.of(names.get(0), NAME);
    return names.size() == 1 ? first : first + " and " + (names.size() - 1) + " more";
  }

  private static String success(Incident incident) {
    String word = incident.succeeded() == Incident.Succeeded.UNKNOWN ? "not known" : "no";
    return incident.accounts().stream()
        .map(Incident.AccountRow::firstSuccess)
        .filter(Objects::nonNull)
        .sorted()
        .findFirst()
        .map(Wording::utc)
        .orElse(incident.succeeded() == Incident.Succeeded.YES ? "yes" : word);
  }

  /** Accounts and sources count the same messages: whichever names more of them. */
  private static String spam(Incident incident) {
    long messages =
        Math.max(
            incident.accounts().stream().mapToLong(Incident.AccountRow::messages).sum(),
            incident.sources().stream().mapToLong(Incident.SourceRow::messages).sum());
    long recipients =
        Math.max(
            incident.accounts().stream().mapToLong(Incident.AccountRow::recipients).sum(),
            incident.sources().stream().mapToLong(Incident.SourceRow::recipients).sum());
    if (messages == 0 && recipients == 0) {
      return "none seen";
    }
    return Wording.count(messages, "message") + " to " + Wording.count(recipients, "recipient");
  }

  private static String sentence(String text) {
    return TerminalText.of(text, SENTENCE);
  }
}
