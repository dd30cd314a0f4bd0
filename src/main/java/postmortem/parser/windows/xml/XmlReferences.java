package postmortem.parser.windows.xml;

import postmortem.parser.windows.Utf8Text;
import postmortem.text.AsciiText;

/** What references in XML stand for: characters by number, and the five that have a name. */
final class XmlReferences {

  private static final String[] NAMES = {"lt", "gt", "amp", "quot", "apos"};
  private static final String MEANT = "<>&\"'";

  private XmlReferences() {}

  /** Copies text, and what references in it stand for. */
  static void copy(byte[] b, int from, int end, Utf8Text text) {
    int at = from;
    while (at < end) {
      int amp = AsciiText.indexOf(b, at, end, '&');
      int semicolon = amp < 0 ? -1 : AsciiText.indexOf(b, amp, Math.min(end, amp + 12), ';');
      if (semicolon < 0) {
        break;
      }
      text.copy(b, at, amp);
      int c = character(b, amp + 1, semicolon);
      if (c < 0) {
        text.copy(b, amp, semicolon + 1);
      } else {
        text.character(c);
      }
      at = semicolon + 1;
    }
    text.copy(b, at, end);
  }

  /** What a reference stands for; -1 where it is none of XML's own. */
  private static int character(byte[] b, int from, int end) {
    if (b[from] == '#') {
      boolean hex = from + 1 < end && (b[from + 1] | 0x20) == 'x';
      int value = 0;
      for (int k = from + (hex ? 2 : 1); k < end; k++) {
        int digit = Character.digit(b[k], hex ? 16 : 10);
        if (digit < 0 || value > 0x10ffff) {
          return -1;
        }
        value = value * (hex ? 16 : 10) + digit;
      }
      return value;
    }
    return named(b, from, end);
  }

  private static int named(byte[] b, int from, int end) {
    for (int k = 0; k < NAMES.length; k++) {
      if (AsciiText.equalsIgnoreCase(b, from, end, NAMES[k])) {
        return MEANT.charAt(k);
      }
    }
    return -1;
  }
}
