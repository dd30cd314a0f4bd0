package postmortem.report;

/**
 * Text as a cell of CSV (RFC 4180) may hold it: hidden characters are shown, so that no text ends a
 * line.
 *
 * <p>A text that a spreadsheet would take for a formula has an apostrophe before it: attackers
 * write into logs what they like.
 */
public final class CsvText {

  private static final String FORMULA = "=+-@\t\r";

  private CsvText() {}

  /** Appends the cell; a text that is there but empty is {@code ""}. */
  public static void append(String value, StringBuilder text) {
    boolean formula = !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0;
    String shown = VisibleText.of(value);
    if (!formula && !shown.isEmpty() && isPlain(shown)) {
      text.append(shown);
      return;
    }
    text.append('"').append(formula ? "'" : "");
    for (int i = 0; i < shown.length(); i++) {
      char c = shown.charAt(i);
      text.append(c == '"' ? "\"\"" : String.valueOf(c));
    }
    text.append('"');
  }

  private static boolean isPlain(String value) {
    return value.indexOf(',') < 0
        && value.indexOf('"') < 0
        && value.charAt(0) != ' '
        && value.charAt(value.length() - 1) != ' ';
  }
}
