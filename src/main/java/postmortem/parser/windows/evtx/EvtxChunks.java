package postmortem.parser.windows.evtx;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import postmortem.text.AsciiText;

/**
 * Cuts an EVTX file into its chunks. The header of the file is not believed: a copy of a log in use
 * has a stale one. Where a part is lost, the next chunk is found by its signature
 * (evt-evtx-binary.md, 2.8).
 */
final class EvtxChunks implements Closeable {

  private static final int SECTOR = 512;
  private static final int HEAD_SIZE = 40;

  private final InputStream in;
  private byte[] bytes = new byte[Chunk.SIZE];
  private @Nullable FileHeader header;
  private boolean kept;
  private boolean first = true;
  private long offset; // of the current chunk
  private int length; // of the current chunk
  private int have; // bytes in the block, those of the next chunk among them

  EvtxChunks(InputStream in, long offset) {
    this.in = in;
    this.offset = offset;
  }

  /** The next chunk, or what stands where one should; null where there is nothing more. */
  @Nullable Chunk next() throws IOException {
    advance();
    have += in.readNBytes(bytes, have, Chunk.SIZE - have);
    if (first) {
      first = false;
      skipHeader();
    }
    length = nextChunk();
    return have == 0 ? null : new Chunk(bytes, length);
  }

  /** Makes what is left in the block the beginning of the next. */
  private void advance() {
    byte[] block = kept ? new byte[Chunk.SIZE] : bytes;
    System.arraycopy(bytes, length, block, 0, have - length);
    bytes = block;
    kept = false;
    offset += length;
    have -= length;
    length = 0;
  }

  private void skipHeader() throws IOException {
    if (offset != 0 || Chunk.isMagic(bytes, 0)) {
      return;
    }
    header = FileHeader.of(bytes, have);
    length = Math.min(have, FileHeader.SIZE);
    advance();
    have += in.readNBytes(bytes, have, Chunk.SIZE - have);
  }

  /** Where in the block another chunk begins, that is not to be before its time. */
  private int nextChunk() {
    for (int at = SECTOR; at + SECTOR <= have; at += SECTOR) {
      if (Chunk.isMagic(bytes, at) && AsciiText.four(bytes, at + HEAD_SIZE) == 128) {
        return at;
      }
    }
    return have;
  }

  /** The current chunk is used by an event: the next one needs an array of its own. */
  void keep() {
    kept = true;
  }

  /** Of the current chunk's first byte in the file. */
  long offset() {
    return offset;
  }

  /** What stands before the first chunk; null before it was read, and where nothing does. */
  @Nullable FileHeader header() {
    return header;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
