package postmortem.shell;

import org.jline.utils.WCWidth;

/** How much room text takes on a screen. */
final class Columns {

  private static final String MORE = "...";

  private Columns() {}

  static int of(String text) {
    int columns = 0;
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      columns += Math.max(0, WCWidth.wcwidth(c));
      at += Character.charCount(c);
    }
    return columns;
  }

  /** The text, or its begin and dots where it takes more. */
  static String cut(String text, int most) {
    if (text.length() <= most / 2 || of(text) <= most) {
      return text;
    }
    int columns = 0;
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      columns += Math.max(0, WCWidth.wcwidth(c));
      if (columns > most - MORE.length()) {
        break;
      }
      at += Character.charCount(c);
    }
    return text.substring(0, at) + MORE;
  }

  /** Appends the text so that it takes all of this room. */
  static void pad(String text, int room, boolean right, StringBuilder out) {
    String blanks = " ".repeat(Math.max(0, room - of(text)));
    out.append(right ? blanks : "").append(text).append(right ? "" : blanks);
  }
}
