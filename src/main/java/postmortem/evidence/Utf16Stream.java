package postmortem.evidence;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Turns UTF-16 into UTF-8. A byte order mark at the start is left out; half a pair, or half a unit
 * at the end, becomes U+FFFD. Closes its stream.
 */
final class Utf16Stream extends BlockStream {

  private static final int BLOCK = 1 << 16;
  private static final int LONGEST = 4;
  private static final int BOM = 0xfeff;
  private static final int REPLACEMENT = 0xfffd;

  private final InputStream in;
  private final int high; // which byte of a unit is the upper one
  private final byte[] block = new byte[BLOCK];
  private final byte[] out = new byte[BLOCK * 2];
  private int filled;
  private int next;
  private int limit;
  private int pending; // first half of a pair, or 0
  private boolean first = true;
  private boolean ended;

  Utf16Stream(InputStream in, Encoding encoding) {
    this.in = in;
    this.high = encoding == Encoding.UTF_16LE ? 1 : 0;
  }

  /** The stream as it is, or as UTF-8. */
  static InputStream decoded(InputStream in, @Nullable Encoding encoding) {
    return encoding != null && encoding.isUtf16() ? new Utf16Stream(in, encoding) : in;
  }

  @Override
  public int read(byte[] b, int off, int len) throws IOException {
    if (len == 0) {
      return 0;
    }
    while (next == limit) {
      if (ended) {
        return -1;
      }
      decode();
    }
    int n = Math.min(len, limit - next);
    System.arraycopy(out, next, b, off, n);
    next += n;
    return n;
  }

  private void decode() throws IOException {
    int got = in.read(block, filled, BLOCK - filled);
    next = 0;
    limit = 0;
    if (got < 0) {
      ended = true;
      if (pending != 0 || filled == 1) {
        put(REPLACEMENT);
      }
      return;
    }
    filled += got;
    int whole = filled & ~1;
    for (int i = 0; i < whole; i += 2) {
      unit((block[i + high] & 0xff) << 8 | block[i + 1 - high] & 0xff);
    }
    block[0] = block[Math.max(0, filled - 1)];
    filled -= whole;
  }

  private void unit(int c) {
    boolean bom = first && c == BOM;
    first = false;
    if (bom) {
      return;
    }
    if (pending != 0) {
      int lead = pending;
      pending = 0;
      if (c >= 0xdc00 && c <= 0xdfff) {
        put(Character.toCodePoint((char) lead, (char) c));
        return;
      }
      put(REPLACEMENT);
    }
    if (c >= 0xd800 && c <= 0xdbff) {
      pending = c;
    } else {
      put(c >= 0xdc00 && c <= 0xdfff ? REPLACEMENT : c);
    }
  }

  private void put(int c) {
    assert limit + LONGEST <= out.length;
    if (c < 0x80) {
      out[limit++] = (byte) c;
    } else if (c < 0x800) {
      out[limit++] = (byte) (0xc0 | c >> 6);
      out[limit++] = (byte) (0x80 | c & 0x3f);
    } else if (c < 0x10000) {
      out[limit++] = (byte) (0xe0 | c >> 12);
      out[limit++] = (byte) (0x80 | c >> 6 & 0x3f);
      out[limit++] = (byte) (0x80 | c & 0x3f);
    } else {
      out[limit++] = (byte) (0xf0 | c >> 18);
      out[limit++] = (byte) (0x80 | c >> 12 & 0x3f);
      out[limit++] = (byte) (0x80 | c >> 6 & 0x3f);
      out[limit++] = (byte) (0x80 | c & 0x3f);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
