package postmortem.parser.windows.evtx;

import java.util.Arrays;
import postmortem.parser.windows.Utf8Text;

/**
 * Writes text into XML that is to stay in one line: markup, line ends and other controls become
 * references.
 */
final class XmlEscapes {

  private XmlEscapes() {}

  /** Writes UTF-16. */
  static void utf16(Utf8Text out, byte[] b, int from, int to) {
    int mark = out.length();
    out.utf16(b, from, to);
    escape(out, mark);
  }

  /** Escapes what was written behind a mark. */
  static void escape(Utf8Text out, int mark) {
    byte[] b = out.bytes();
    int end = out.length();
    int bad = mark;
    while (bad < end && !isMarkup(b[bad])) {
      bad++;
    }
    if (bad == end) {
      return;
    }
    byte[] rest = Arrays.copyOfRange(b, bad, end);
    out.cut(bad);
    for (byte c : rest) {
      switch (c) {
        case '<' -> out.ascii("&lt;");
        case '>' -> out.ascii("&gt;");
        case '&' -> out.ascii("&amp;");
        case '\'' -> out.ascii("&apos;");
        default -> plain(out, c);
      }
    }
  }

  private static void plain(Utf8Text out, byte c) {
    if (isControl(c)) {
      out.ascii("&#");
      out.number(c);
      out.put(';');
    } else {
      out.put(c);
    }
  }

  private static boolean isControl(byte c) {
    return c >= 0 && c < ' ' || c == 0x7f;
  }

  private static boolean isMarkup(byte b) {
    return isControl(b) || b == '<' || b == '>' || b == '&' || b == '\'';
  }
}
