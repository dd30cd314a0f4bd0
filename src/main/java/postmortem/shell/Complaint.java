package postmortem.shell;

import postmortem.report.TerminalText;
import postmortem.store.QueryException;

/** What is wrong with a statement: one line that says it, and two that show where. */
public final class Complaint {

  private static final int LONGEST = 500;
  private static final int SHOWN = 100;

  private Complaint() {}

  /** The line that says it, inert. */
  public static String line(QueryException e) {
    return TerminalText.of(String.valueOf(e.getMessage()), LONGEST);
  }

  /**
   * The line of the statement that is wrong, and marks under the place; "" where nobody can say.
   *
   * @param sql the statement that was asked
   */
  public static String place(String sql, QueryException e) {
    if (e.start() < 0 || e.start() > sql.length()) {
      return "";
    }
    int from = sql.lastIndexOf('\n', e.start() - 1) + 1;
    int end = sql.indexOf('\n', e.start());
    String line = sql.substring(from, end < 0 ? sql.length() : end);
    int start = e.start() - from;
    int cut = start > SHOWN / 2 && line.length() > SHOWN ? start - SHOWN / 2 : 0;
    String shown = line.substring(cut, Math.min(line.length(), cut + SHOWN));
    int length = Math.min(e.end() - e.start(), shown.length() - (start - cut));
    long number = sql.substring(0, from).lines().count() + 1;
    String before = "  line " + number + ": " + (cut > 0 ? "... " : "");
    String head = shown.substring(0, start - cut);
    String fault = shown.substring(start - cut, start - cut + Math.max(0, length));
    return before
        + safe(shown)
        + "\n"
        + " ".repeat(Columns.of(before + safe(head)))
        + "^".repeat(Math.max(1, Columns.of(safe(fault))))
        + "\n";
  }

  private static String safe(String text) {
    return TerminalText.of(text, LONGEST);
  }
}
