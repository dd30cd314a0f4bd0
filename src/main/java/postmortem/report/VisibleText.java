package postmortem.report;

/**
 * Makes visible what would act on a terminal or a page, or what nobody would see: control
 * characters, ESC, bidirectional controls, zero-width and invisible characters, lone surrogates.
 *
 * <p>The ranges stand here and are not asked of {@link Character}, whose tables change with the
 * version of Java: the same evidence gives the same bytes.
 */
public final class VisibleText {

  private VisibleText() {}

  /** The text with every hidden character as {@code \x1b}, <code>\u202e</code> or the like. */
  public static String of(String text) {
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (hidden(c)) {
        return escaped(text, at);
      }
      at += Character.charCount(c);
    }
    return text;
  }

  private static String escaped(String text, int clean) {
    StringBuilder out = new StringBuilder(text.length() + 16).append(text, 0, clean);
    int at = clean;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      append(c, out);
      at += Character.charCount(c);
    }
    return out.toString();
  }

  /** Appends one code point, escaped where it is hidden. */
  static void append(int c, StringBuilder out) {
    if (!hidden(c)) {
      out.appendCodePoint(c);
    } else if (c <= 0xff) {
      hex(c, 2, out.append("\\x"));
    } else if (c <= 0xffff) {
      hex(c, 4, out.append("\\u"));
    } else {
      hex(c, 6, out.append("\\u{")).append('}');
    }
  }

  private static StringBuilder hex(int value, int digits, StringBuilder out) {
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
      out.append(Character.forDigit(value >>> shift & 0xf, 16));
    }
    return out;
  }

  /**
   * Is this code point one that acts, or one that nobody sees? Unicode general categories Cc, Cf,
   * Zl, Zp, Cs, the spaces that look like others, fillers and variation selectors.
   */
  static boolean hidden(int c) {
    if (c < 0xad) {
      return c < 0x20 || c >= 0x7f && c <= 0xa0;
    }
    if (c <= 0xffff) {
      return hiddenInPlane0(c);
    }
    return c == 0x110bd // Kaithi number signs
        || c == 0x110cd
        || in(c, 0x13430, 0x1345f) // Egyptian format controls
        || in(c, 0x1bca0, 0x1bca3) // shorthand format controls
        || in(c, 0x1d173, 0x1d17a) // musical format controls
        || in(c, 0xe0000, 0xe0fff) // tags, variation selectors
        || (c & 0xfffe) == 0xfffe;
  }

  private static boolean hiddenInPlane0(int c) {
    return switch (c) {
      case 0xad, 0x34f, 0x61c, 0x6dd, 0x70f, 0x890, 0x891, 0x8e2, 0x1680, 0x3164, 0xfeff, 0xffa0 ->
          true;
      default ->
          in(c, 0x600, 0x605)
              || in(c, 0x115f, 0x1160)
              || in(c, 0x17b4, 0x17b5)
              || in(c, 0x180b, 0x180f)
              || in(c, 0x2000, 0x200f) // wide and thin spaces, zero width, direction marks
              || in(c, 0x2028, 0x202f) // line ends, bidirectional controls
              || in(c, 0x205f, 0x206f) // joiners, bidirectional isolates
              || in(c, 0xd800, 0xdfff) // surrogates that are alone
              || in(c, 0xfdd0, 0xfdef)
              || in(c, 0xfe00, 0xfe0f)
              || c >= 0xfff0 && c != 0xfffc && c != 0xfffd;
    };
  }

  private static boolean in(int c, int first, int last) {
    return c >= first && c <= last;
  }

  /** The first {@code max} code points; the text itself where it is no longer. */
  static String cut(String text, int max) {
    if (text.length() <= max || text.codePointCount(0, text.length()) <= max) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, max));
  }

  /** What to say of a text that was cut at {@code max}: "" where it was not. */
  static String cutNote(String text, int max) {
    int more = text.length() <= max ? 0 : text.codePointCount(0, text.length()) - max;
    return more > 0 ? " ... (" + more + " more characters)" : "";
  }
}
