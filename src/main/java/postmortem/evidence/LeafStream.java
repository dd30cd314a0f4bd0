package postmortem.evidence;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The decoded bytes of one file, as they are handed out: every failure becomes an {@link
 * EvidenceException} that knows how many bytes came before it.
 */
final class LeafStream extends BlockStream {

  private final InputStream in;
  private final @Nullable Expansion expansion;
  private final Closeable source;
  private long count;
  private boolean closed;

  /**
   * @param expansion to count in, or null
   * @param source is closed with this stream, once
   */
  LeafStream(InputStream in, @Nullable Expansion expansion, Closeable source) {
    this.in = in;
    this.expansion = expansion;
    this.source = source;
  }

  @Override
  public int read(byte[] b, int off, int len) throws IOException {
    int n;
    try {
      n = in.read(b, off, len);
    } catch (IOException | RuntimeException e) { // decoders throw all sorts at bad input
      EvidenceException known = LayerStream.describe("file", e, count);
      throw known.offset() == count
          ? known
          : new EvidenceException(String.valueOf(known.getMessage()), count, known);
    }
    if (n > 0) {
      count += n;
      if (expansion != null) {
        expansion.add(n);
      }
    }
    return n;
  }

  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      source.close();
    }
  }
}
