package postmortem.analysis;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Reads one sorted run, a row at a time. */
abstract class FactCursor implements Closeable {

  final long[] row = new long[FactRow.WIDTH];

  /** Moves to the next row; false where there is none. */
  abstract boolean next() throws IOException;

  @Override
  public void close() throws IOException {
    // memory needs no closing
  }

  static FactCursor inMemory(FactRuns runs) {
    return new FactCursor() {
      private int at;

      @Override
      boolean next() {
        if (at == runs.sorted.length) {
          return false;
        }
        System.arraycopy(runs.rows, runs.sorted[at++] * FactRow.WIDTH, row, 0, FactRow.WIDTH);
        return true;
      }
    };
  }

  static FactCursor spilled(Spill.Place place) {
    return new FactCursor() {
      private final byte[] bytes = new byte[FactRow.WIDTH * Long.BYTES * 512];
      private ByteBuffer buffer = ByteBuffer.allocate(0);
      private @Nullable InputStream in;

      @Override
      boolean next() throws IOException {
        if (!buffer.hasRemaining()) {
          if (in == null) {
            in = place.in();
          }
          buffer = ByteBuffer.wrap(bytes, 0, in.readNBytes(bytes, 0, bytes.length));
          if (!buffer.hasRemaining()) {
            return false;
          }
        }
        for (int w = 0; w < FactRow.WIDTH; w++) {
          row[w] = buffer.getLong();
        }
        return true;
      }

      @Override
      public void close() throws IOException {
        if (in != null) {
          in.close();
        }
      }
    };
  }
}
