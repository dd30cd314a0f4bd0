package postmortem.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Decodes gzip (RFC 1952), with members that follow each other, zero bytes at the end allowed.
 *
 * <p>Unlike the JDK's and Commons Compress' it says what is wrong: cut off, damaged, checksum, or
 * something else behind the end. Closes nothing but its decoder.
 */
final class GzipStream extends BlockStream {

  private static final int BLOCK = 1 << 16;
  private static final int FLAG_HEADER_CRC = 2;
  private static final int FLAG_EXTRA = 4;
  private static final int FLAG_NAME = 8;
  private static final int FLAG_COMMENT = 16;

  private final InputStream in;
  private final byte[] block = new byte[BLOCK];
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private int position;
  private int limit;
  private long count; // bytes given out
  private long memberCount;
  private boolean inMember;
  private boolean first = true;
  private boolean ended;

  GzipStream(InputStream in) {
    this.in = in;
  }

  @Override
  public int read(byte[] b, int off, int len) throws IOException {
    if (len == 0) {
      return 0;
    }
    while (inMember || startMember()) {
      int n = inflate(b, off, len);
      if (n > 0) {
        crc.update(b, off, n);
        count += n;
        memberCount += n;
        return n;
      }
      if (inflater.finished()) {
        endMember();
      } else if (inflater.needsDictionary()) {
        throw failure("is damaged");
      } else {
        need();
        inflater.setInput(block, position, limit - position);
        position = limit;
      }
    }
    return -1;
  }

  private int inflate(byte[] b, int off, int len) throws EvidenceException {
    try {
      return inflater.inflate(b, off, len);
    } catch (DataFormatException e) {
      throw new EvidenceException("gzip stream is damaged after " + count + " bytes", count, e);
    }
  }

  /** Reads a header; false where there is no further member. */
  private boolean startMember() throws IOException {
    if (ended || !first && !hasMore()) {
      ended = true;
      return false;
    }
    if (next() != 0x1f || next() != 0x8b) {
      throw failure(first ? "has no gzip header" : "is followed by something else");
    }
    if (next() != 8) {
      throw failure("uses an unknown method");
    }
    int flags = next();
    skip(6);
    if ((flags & FLAG_EXTRA) != 0) {
      skip(next() | next() << 8);
    }
    skipText((flags & FLAG_NAME) != 0);
    skipText((flags & FLAG_COMMENT) != 0);
    skip((flags & FLAG_HEADER_CRC) != 0 ? 2 : 0);
    inflater.reset();
    inflater.setInput(block, position, limit - position);
    position = limit;
    crc.reset();
    memberCount = 0;
    first = false;
    inMember = true;
    return true;
  }

  /** Is there anything but zero bytes, which tapes and block devices leave? */
  private boolean hasMore() throws IOException {
    while (position < limit || fill()) {
      if (block[position] != 0) {
        return true;
      }
      position++;
    }
    return false;
  }

  private void endMember() throws IOException {
    position = limit - inflater.getRemaining();
    inMember = false;
    if (nextInt() != crc.getValue()) {
      throw failure("has a wrong checksum");
    }
    if (nextInt() != (memberCount & 0xffffffffL)) {
      throw failure("has a wrong length");
    }
  }

  private long nextInt() throws IOException {
    return next() | next() << 8 | next() << 16 | (long) next() << 24;
  }

  private void skip(int n) throws IOException {
    for (int i = 0; i < n; i++) {
      next();
    }
  }

  private void skipText(boolean present) throws IOException {
    while (present && next() != 0) {
      // up to the zero byte
    }
  }

  private int next() throws IOException {
    need();
    return block[position++] & 0xff;
  }

  private void need() throws IOException {
    if (position == limit && !fill()) {
      throw failure("ends early");
    }
  }

  private boolean fill() throws IOException {
    position = 0;
    limit = Math.max(0, in.read(block, 0, BLOCK));
    return limit > 0;
  }

  private EvidenceException failure(String what) {
    return new EvidenceException("gzip stream " + what + " after " + count + " bytes", count, null);
  }

  @Override
  public void close() {
    inflater.end();
  }
}
