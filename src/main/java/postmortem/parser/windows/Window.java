package postmortem.parser.windows;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A part of a stream as one block of bytes, which moves on. Each move makes a fresh block, so that
 * what was handed out of the one before stays as it is.
 */
public final class Window implements Closeable {

  private static final int BLOCK = 1 << 18;

  private final InputStream in;
  private byte[] bytes = new byte[0];
  private int limit;
  private long offset;
  private boolean ended;
  private @Nullable IOException failure;

  /**
   * @param offset of the stream's first byte in its file
   */
  public Window(InputStream in, long offset) {
    this.in = in;
    this.offset = offset;
  }

  /**
   * Reads on.
   *
   * @param keep the first byte that is still needed: it becomes the first of the block
   * @return false where nothing more came
   */
  public boolean more(int keep) {
    if (ended) {
      return false;
    }
    int rest = limit - keep;
    byte[] fresh = new byte[Math.max(BLOCK, rest * 2)];
    System.arraycopy(bytes, keep, fresh, 0, rest);
    offset += keep;
    bytes = fresh;
    limit = rest;
    try {
      for (int got = 0; got >= 0 && limit < fresh.length; limit += Math.max(0, got)) {
        got = in.read(fresh, limit, fresh.length - limit);
      }
    } catch (IOException e) {
      failure = e; // thrown behind the records before it
    }
    ended = limit < fresh.length;
    return limit > rest;
  }

  /**
   * Nothing more came: because the stream has ended?
   *
   * @throws IOException it had failed
   */
  public void checkEnd() throws IOException {
    if (failure != null) {
      throw failure;
    }
  }

  /** Does the stream end without a line end? To be asked at its end. */
  public boolean isTorn() {
    return ended && limit > 0 && bytes[limit - 1] != '\n';
  }

  public byte[] bytes() {
    return bytes;
  }

  /** One past the last byte in the block. */
  public int limit() {
    return limit;
  }

  /** Of the block's first byte in the file. */
  public long offset() {
    return offset;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
