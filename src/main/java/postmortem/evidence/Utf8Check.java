package postmortem.evidence;

/** Is text in UTF-8, though a few of its characters may be damaged? */
final class Utf8Check {

  /**
   * So many whole characters to one that is none: a torn one does not make the rest another code
   * page, in which hardly any two bytes look like a character of UTF-8.
   */
  private static final int MANY = 3;

  private long whole; // characters of more than one byte
  private long broken; // bytes

  /** Looks at a part, which may be cut in the middle of a character. */
  void look(byte[] part) {
    int i = 0;
    while (i < part.length && i < 3 && (part[i] & 0xc0) == 0x80) {
      i++; // the rest of a character that was cut
    }
    while (i < part.length) {
      int n = part[i] >= 0 ? 1 : sequence(part, i);
      whole += n > 1 ? 1 : 0;
      broken += n == 0 ? 1 : 0;
      i += Math.max(1, n);
    }
  }

  boolean isLikely() {
    return whole >= MANY * broken;
  }

  /**
   * The length of the sequence from {@code i} on, 0 where it is none; a cut one reaches the end.
   */
  private static int sequence(byte[] part, int i) {
    int lead = part[i] & 0xff;
    if (lead < 0xc2 || lead > 0xf4) {
      return 0;
    }
    int n = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    for (int k = 1; k < n && i + k < part.length; k++) {
      int b = part[i + k] & 0xff;
      int low = k > 1 ? 0x80 : lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
      int top = k > 1 ? 0xbf : lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
      if (b < low || b > top) {
        return 0;
      }
    }
    return n;
  }
}
