package postmortem.report;

import org.jspecify.annotations.Nullable;

/**
 * Text from evidence as Markdown (CommonMark with the tables of GitHub) may hold it: on one line,
 * without any mark-up of its own.
 */
public final class MarkdownText {

  /** Code points of a sentence that are shown. */
  static final int SENTENCE = 2000;

  /** Code points of a name that are shown: an account, a HELO, a path. */
  static final int NAME = 300;

  /** Code points of a raw record that are shown. */
  static final int RECORD = 500;

  /** What has a meaning in Markdown anywhere in a line; the pipe and the ampersand are apart. */
  private static final String SPECIAL = "\\`*_[]<>#~$";

  private MarkdownText() {}

  /** A sentence: mark-up escaped, links neutralised, also fit for a cell of a table. */
  static String prose(String text) {
    return prose(text, SENTENCE, AccountNames.NONE);
  }

  static String prose(String text, int max, AccountNames accounts) {
    String cut = unpadded(VisibleText.cut(text, max));
    byte @Nullable [] marks = Links.marks(cut, true);
    StringBuilder out = new StringBuilder(cut.length() + 32);
    int at = 0;
    boolean begins = true;
    while (at < cut.length()) {
      int name = accounts.end(cut, at);
      if (name > at) {
        out.append(code(cut.substring(at, name)));
        begins = false;
        at = name;
        continue;
      }
      int c = cut.codePointAt(at);
      boolean opens = begins && "-+=:".indexOf(c) >= 0 || ".)".indexOf(c) >= 0 && isNumber(cut, at);
      if (!Links.append(cut, at, marks, out)) {
        append(c, opens, out);
      }
      begins = false;
      at += Character.charCount(c);
    }
    return out.append(VisibleText.cutNote(text, max)).toString();
  }

  /** Without the spaces at its ends, which could make a block of code. */
  private static String unpadded(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && text.charAt(from) == ' ') {
      from++;
    }
    while (to > from && text.charAt(to - 1) == ' ') {
      to--;
    }
    return text.substring(from, to);
  }

  /** Is all before this place digits, and a space behind it, so that a dot would begin a list? */
  private static boolean isNumber(String text, int at) {
    if (at == 0 || at > 9 || at + 1 < text.length() && text.charAt(at + 1) != ' ') {
      return false;
    }
    for (int i = 0; i < at; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static void append(int c, boolean escape, StringBuilder out) {
    if (c == '|') {
      out.append("&#124;"); // a backslash before a pipe is read in three ways by three renderers
    } else if (c == '&') {
      out.append("&amp;");
    } else if (VisibleText.hidden(c)) {
      VisibleText.append(c, out.append('\\')); // the escape begins with a backslash of its own
    } else {
      if (escape || SPECIAL.indexOf(c) >= 0) {
        out.append('\\');
      }
      out.appendCodePoint(c);
    }
  }

  /** A name or a raw record, verbatim but for hidden characters; not for cells of tables. */
  static String code(String text, int max) {
    if (text.isEmpty()) {
      return "(empty)";
    }
    String shown = VisibleText.of(VisibleText.cut(text, max));
    String fence = "`".repeat(longestRun(shown) + 1);
    boolean pad =
        shown.startsWith("`")
            || shown.endsWith("`")
            || shown.startsWith(" ") && shown.endsWith(" ") && !shown.isBlank();
    String space = pad ? " " : "";
    return fence + space + shown + space + fence + VisibleText.cutNote(text, max);
  }

  static String code(String text) {
    return code(text, NAME);
  }

  /** A name in a cell of a table. */
  public static String cell(String text) {
    return text.indexOf('|') < 0 ? code(text) : prose(text, NAME, AccountNames.NONE);
  }

  private static int longestRun(String text) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = text.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }
}
