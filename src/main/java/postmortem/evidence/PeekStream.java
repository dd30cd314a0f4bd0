package postmortem.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A stream whose first bytes can be looked at before they are read.
 *
 * <p>Where the stream fails among them, it fails at the same place when read. Closes nothing.
 */
final class PeekStream extends BlockStream {

  private static final int FIRST = 512;

  private final InputStream in;
  private byte[] head;
  private int length;
  private int next;
  private @Nullable IOException failure;

  /**
   * @param most how many bytes can be looked at
   */
  PeekStream(InputStream in, int most) {
    this.in = in;
    this.head = new byte[Math.min(FIRST, most)];
    try {
      fill(most);
    } catch (IOException e) {
      failure = e;
    }
  }

  private void fill(int most) throws IOException {
    while (length < most) {
      if (length == head.length) {
        head = Arrays.copyOf(head, Math.min(most, head.length * 8));
      }
      int got = in.read(head, length, head.length - length);
      if (got < 0) {
        return;
      }
      length += got;
    }
  }

  /** The first bytes: {@link #length()} of them count. */
  byte[] head() {
    return head;
  }

  int length() {
    return length;
  }

  @Override
  public int read(byte[] b, int off, int len) throws IOException {
    if (next < length) {
      int n = Math.min(len, length - next);
      System.arraycopy(head, next, b, off, n);
      next += n;
      return n;
    }
    if (failure != null) {
      throw failure;
    }
    return in.read(b, off, len);
  }
}
