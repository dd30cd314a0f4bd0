package postmortem.parser.windows;

import postmortem.text.AsciiText;

/** Writes security identifiers as Windows shows them. */
public final class SidText {

  private static final int HEAD = 8;

  private SidText() {}

  /** Writes one; false, and nothing, where the bytes are none. */
  public static boolean put(Utf8Text out, byte[] b, int at, int size) {
    if (size < HEAD) {
      return false;
    }
    out.ascii("S-");
    out.number(b[at] & 0xff);
    long authority = Long.reverseBytes(AsciiText.eight(b, at)) & 0xffff_ffff_ffffL;
    out.put('-');
    out.number(authority);
    int parts = Math.min(b[at + 1] & 0xff, (size - HEAD) / 4);
    for (int i = 0; i < parts; i++) {
      out.put('-');
      out.number(Integer.toUnsignedLong(AsciiText.four(b, at + HEAD + 4 * i)));
    }
    return true;
  }
}
