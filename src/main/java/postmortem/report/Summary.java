package postmortem.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import postmortem.incident.CaseReport;
import postmortem.incident.Incident;

/** The report in at most ten lines of 80 columns, for a terminal. */
public final class Summary {

  private static final int LINES = 10;
  private static final int COLUMNS = 80;
  private static final int SENTENCE = 400;

  private Summary() {}

  /**
   * The verdict, what to do first, which log to fetch next, the incidents, what was read, and where
   * the report is.
   *
   * @param place of the report, as the user would type it: the only line that may be longer
   * @return lines that each end with {@code \n}, without colours
   */
  public static String of(CaseReport report, String place) {
    List<String> lines = new ArrayList<>();
    String hit = report.verdict().hit().id().toUpperCase(Locale.ROOT);
    lines.addAll(wrapped("Verdict: " + hit + ". " + report.verdict().text(), 3));
    List<String> tasks = new ArrayList<>();
    report.incidents().stream()
        .flatMap(incident -> incident.actions().stream())
        .findFirst()
        .ifPresent(action -> tasks.addAll(wrapped("Do first: " + action.what(), 2)));
    report.verdict().fetchNext().stream()
        .findFirst()
        .ifPresent(next -> tasks.addAll(wrapped("Fetch next: " + name(next), 2)));
    lines.addAll(incidents(report, LINES - 2 - lines.size() - tasks.size()));
    lines.addAll(tasks);
    lines.add(cut("Evidence: " + LedgerTotals.of(report.ledger()).text(), COLUMNS));
    lines.add("Report: " + TerminalText.of(place, SENTENCE));
    return String.join("\n", lines) + "\n";
  }

  /** As many as there is room for, and how many there are. */
  private static List<String> incidents(CaseReport report, int room) {
    int all = report.incidents().size();
    List<String> lines = new ArrayList<>();
    for (Incident incident : report.incidents().subList(0, Math.min(room, all))) {
      lines.add(incident(incident, lines.size() + 1, all));
    }
    return lines;
  }

  /** When it was, and whether it worked: what the verdict does not say of each. */
  private static String incident(Incident incident, int number, int all) {
    return "Incident %d%s (%s, %s): %s"
        .formatted(
            number,
            all > 1 ? " of " + all : "",
            incident.severity().id(),
            succeeded(incident.succeeded()),
            period(incident));
  }

  private static String succeeded(Incident.Succeeded succeeded) {
    return switch (succeeded) {
      case YES -> "succeeded";
      case NO -> "failed";
      case UNKNOWN -> "success unknown";
    };
  }

  private static String period(Incident incident) {
    String from = (incident.startOpen() ? "before " : "") + Wording.minute(incident.start());
    return incident.ongoing()
        ? from + " UTC, still going on"
        : from + " to " + Wording.minute(incident.end()) + " UTC";
  }

  /** The log, without what it would show. */
  private static String name(String next) {
    int why = next.indexOf(": ");
    return why < 0 ? next : next.substring(0, why) + ".";
  }

  /** The text on lines, those after the first one set in; the last one says if there is more. */
  private static List<String> wrapped(String text, int most) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : TerminalText.of(text, SENTENCE).split(" ", -1)) {
      if (line.length() > 2 && columns(line) + 1 + columns(word) > COLUMNS) {
        lines.add(line.toString());
        line = new StringBuilder("  ");
      }
      line.append(line.length() == 0 || line.toString().equals("  ") ? "" : " ").append(word);
    }
    lines.add(line.toString());
    if (lines.size() > most) {
      String last = lines.get(most - 1);
      lines = new ArrayList<>(lines.subList(0, most));
      lines.set(most - 1, cut(last + " ...", COLUMNS));
    }
    lines.replaceAll(l -> cut(l.stripTrailing(), COLUMNS));
    return lines;
  }

  private static int columns(CharSequence text) {
    return Character.codePointCount(text, 0, text.length());
  }

  private static String cut(String text, int max) {
    return columns(text) <= max ? text : VisibleText.cut(text, max - 4).stripTrailing() + " ...";
  }
}
