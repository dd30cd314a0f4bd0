package postmortem.report;

import org.jspecify.annotations.Nullable;

/** Text from evidence as a terminal may show it: on one line, inert, cut to a length. */
public final class TerminalText {

  private TerminalText() {}

  /**
   * The text on one line, hidden characters escaped, URLs as {@code hxxp}.
   *
   * @param max code points of it that are shown; how many are not is said
   */
  public static String of(String text, int max) {
    String cut = VisibleText.cut(text, max);
    byte @Nullable [] marks = Links.marks(cut, false);
    StringBuilder out = new StringBuilder(cut.length() + 16);
    int at = 0;
    while (at < cut.length()) {
      int c = cut.codePointAt(at);
      if (!Links.append(cut, at, marks, out)) {
        VisibleText.append(c, out);
      }
      at += Character.charCount(c);
    }
    return out.append(VisibleText.cutNote(text, max)).toString();
  }
}
