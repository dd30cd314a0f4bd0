package postmortem.parser.windows.evtx;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Cuts an EVTX file into its chunks. The header of the file is not believed: a copy of a log in use
 * has a stale one (evt-evtx-binary.md, 2.8).
 */
final class EvtxChunks implements Closeable {

  private static final int FILE_HEADER = 4096;

  private final InputStream in;
  private byte[] bytes = new byte[Chunk.SIZE];
  private boolean kept = true;
  private long offset; // of the current chunk
  private long position;
  private boolean first = true;

  EvtxChunks(InputStream in, long offset) {
    this.in = in;
    this.position = offset;
  }

  /** The next chunk, the last one as far as it goes; null where there is none. */
  @Nullable Chunk next() throws IOException {
    if (kept) {
      bytes = new byte[Chunk.SIZE];
      kept = false;
    }
    int have = 0;
    if (first && position == 0) {
      have = in.readNBytes(bytes, 0, FILE_HEADER);
      position = have;
      if (!Chunk.isMagic(bytes, 0)) {
        have = 0;
      }
    }
    first = false;
    offset = position - have;
    int more = in.readNBytes(bytes, have, Chunk.SIZE - have);
    position += more;
    return have + more == 0 ? null : new Chunk(bytes, have + more);
  }

  /** The current chunk is used by an event: the next one needs an array of its own. */
  void keep() {
    kept = true;
  }

  /** Of the current chunk's first byte in the file. */
  long offset() {
    return offset;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
