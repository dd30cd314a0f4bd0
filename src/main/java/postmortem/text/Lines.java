package postmortem.text;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream of bytes into lines, in fresh blocks that are never changed after a line of theirs
 * was handed out.
 *
 * <p>A line ends with LF or CR LF, or with the end of the stream; the line end is no part of it. A
 * line longer than the limit is skipped without being held in memory: {@link #tooLong()} says so,
 * and its bytes cannot be had. Where the stream fails, the lines that came before are handed out
 * first. Not thread-safe; closes its stream.
 */
public final class Lines implements Closeable {

  private static final int BLOCK = 1 << 18;

  private final InputStream in;
  private final int maxLine;
  private byte[] block = new byte[0];
  private int limit; // end of the bytes that were read into the block
  private int next; // start of the line after the current one
  private boolean eof;
  private @Nullable IOException failure; // of the stream; then it is at its end
  private int start;
  private int end;
  private long blockOffset; // of the block's first byte in the file
  private long longLength; // bytes of a line that was skipped, or -1
  private long skipped; // bytes that were skipped before the block
  private long record;

  /**
   * @param offset of the stream's first byte in its file
   * @param firstRecord number of the first line
   * @param maxLine the longest line in bytes that is handed out
   */
  public Lines(InputStream in, long offset, long firstRecord, int maxLine) {
    this.in = in;
    this.blockOffset = offset;
    this.record = firstRecord - 1;
    this.maxLine = maxLine;
  }

  /**
   * Moves to the next line; false where there is none.
   *
   * @throws TornLineException when the stream fails before the line has ended
   */
  public boolean next() throws IOException {
    longLength = -1;
    int lf = indexOfLf(next);
    while (lf < 0 && !eof) {
      if (limit - next > maxLine) {
        return skipLongLine();
      }
      refill();
      lf = indexOfLf(next);
    }
    if (lf < 0 && failure != null) {
      throw new TornLineException(blockOffset + next, failure);
    }
    if (lf < 0 && next == limit) {
      return false;
    }
    start = next;
    end = lf < 0 ? limit : lf;
    next = lf < 0 ? limit : lf + 1;
    if (end - start > maxLine) {
      longLength = (long) end - start;
    }
    if (end > start && block[end - 1] == '\r') {
      end--;
    }
    record++;
    return true;
  }

  /** Starts a fresh block with the unfinished line, and reads on. */
  private void refill() {
    int rest = limit - next;
    byte[] fresh = new byte[Math.max(BLOCK, rest * 2)];
    System.arraycopy(block, next, fresh, 0, rest);
    blockOffset += next;
    block = fresh;
    next = 0;
    limit = fill(fresh, rest);
    eof = limit < fresh.length;
  }

  /** Reads until the block is full or nothing more comes; where its bytes end. */
  private int fill(byte[] b, int from) {
    int to = from;
    try {
      for (int got = 0; got >= 0 && to < b.length; to += Math.max(0, got)) {
        got = in.read(b, to, b.length - to);
      }
    } catch (IOException e) {
      failure = e; // thrown after the lines before it
    }
    return to;
  }

  private boolean skipLongLine() throws IOException {
    long length = (long) limit - next;
    long from = blockOffset + next;
    byte[] scratch = new byte[BLOCK];
    record++;
    while (true) {
      int got = fill(scratch, 0);
      block = scratch;
      limit = got;
      eof = got < BLOCK;
      int lf = indexOfLf(0);
      if (lf < 0 && failure != null) {
        throw new TornLineException(from, failure);
      }
      if (lf >= 0 || eof) {
        int stop = lf >= 0 ? lf : got;
        length += stop;
        blockOffset = from + length - stop;
        next = lf >= 0 ? lf + 1 : got;
        break;
      }
      length += got;
    }
    longLength = length;
    skipped = from;
    start = 0;
    end = 0;
    return true;
  }

  private int indexOfLf(int from) {
    return AsciiText.indexOf(block, from, limit, '\n');
  }

  /** Does the stream end without a line end? To be asked behind the last line. */
  public boolean isTorn() {
    return eof && limit > 0 && block[limit - 1] != '\n';
  }

  /** The block that holds the current line. */
  public byte[] block() {
    return block;
  }

  /** The current line's first byte in the block. */
  public int start() {
    return start;
  }

  /** As {@link #start()}, but behind a byte order mark in the first line of a file. */
  public int textStart() {
    return offset() == 0 ? afterMark(block, start, end) : start;
  }

  /** The place behind the byte order mark of UTF-8, if the bytes begin with one. */
  public static int afterMark(byte[] b, int from, int to) {
    boolean mark =
        to - from >= 3
            && b[from] == (byte) 0xef
            && b[from + 1] == (byte) 0xbb
            && b[from + 2] == (byte) 0xbf;
    return mark ? from + 3 : from;
  }

  /** One past its last byte, without the line end. */
  public int end() {
    return end;
  }

  public boolean isEmpty() {
    return end == start && longLength < 0;
  }

  /** Was the current line longer than the limit? Then it has an offset and a length only. */
  public boolean tooLong() {
    return longLength >= 0;
  }

  /** The current line's length in bytes, without the line end. */
  public long length() {
    return longLength >= 0 ? longLength : (long) end - start;
  }

  /** The offset of the current line's first byte in the file. */
  public long offset() {
    return longLength >= 0 && end == 0 ? skipped : blockOffset + start;
  }

  /** The number of the current line, from 1. */
  public long record() {
    return record;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
