package postmortem.evidence;

import java.io.IOException;
import java.io.InputStream;

/**
 * What an archive is read from: allows so many bytes only between two members, where a library
 * holds all it reads in memory, and remembers how the archive ended.
 */
final class MeteredStream extends BlockStream {

  private static final int RECORD = 512;

  private final InputStream in;
  private final int allowance;
  private final byte[] tail;
  private long count;
  private long headerEnd = Long.MAX_VALUE;
  private boolean wholeRecord;
  private boolean emptyRecord;
  private boolean zeroRecord;
  private boolean more;

  /**
   * @param tail how many of the last bytes are remembered, a power of two; or 0
   */
  MeteredStream(InputStream in, int allowance, int tail) {
    this.in = in;
    this.allowance = allowance;
    this.tail = new byte[tail];
  }

  /** What is read from now on lies between two members. */
  void betweenMembers() {
    headerEnd = count + allowance;
    wholeRecord = false;
    zeroRecord = false;
    more = false;
  }

  /** What is read from now on belongs to a member. */
  void inMember() {
    headerEnd = Long.MAX_VALUE;
  }

  /** Was a record of 512 zeros, the end mark of a tar, among what lies between the members? */
  boolean sawZeroRecord() {
    return zeroRecord;
  }

  /** Did a record with something in it follow that? */
  boolean sawMore() {
    return more;
  }

  @Override
  public int read(byte[] b, int off, int len) throws IOException {
    if (count >= headerEnd) {
      throw new EvidenceException(
          "archive has a header of more than " + allowance + " bytes", count, null);
    }
    int n = in.read(b, off, len);
    if (n > 0) {
      if (headerEnd != Long.MAX_VALUE) {
        watchRecords(b, off, n);
      }
      remember(b, off, n);
      count += n;
    }
    return n;
  }

  private void watchRecords(byte[] b, int off, int n) {
    for (int i = 0; i < n; i++) {
      int at = (int) (count + i) & RECORD - 1;
      if (at == 0) {
        wholeRecord = true;
        emptyRecord = true;
      }
      emptyRecord &= b[off + i] == 0;
      if (at == RECORD - 1 && wholeRecord) {
        more |= zeroRecord && !emptyRecord;
        zeroRecord |= emptyRecord;
      }
    }
  }

  private void remember(byte[] b, int off, int n) {
    int keep = Math.min(n, tail.length);
    for (int i = n - keep; i < n; i++) {
      tail[(int) (count + i) & tail.length - 1] = b[off + i];
    }
  }

  /** Is this text among the last bytes? */
  boolean endsWith(byte[] text) {
    long from = Math.max(0, count - tail.length);
    for (long start = count - text.length; start >= from; start--) {
      int k = 0;
      while (k < text.length && tail[(int) (start + k) & tail.length - 1] == text[k]) {
        k++;
      }
      if (k == text.length) {
        return true;
      }
    }
    return false;
  }
}
