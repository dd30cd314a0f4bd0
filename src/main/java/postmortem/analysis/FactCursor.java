package postmortem.analysis;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Reads one sorted run, a row at a time. */
abstract class FactCursor implements RunCursor {

  /** Where the row is that the cursor stands at. */
  long[] rows = new long[FactRow.WIDTH];

  /** The place in {@link #rows} of its first word. */
  int at;

  @Override
  public void close() throws IOException {
    // memory needs no closing
  }

  static FactCursor inMemory(FactRows all, int[] sorted) {
    return new FactCursor() {
      private int next;

      @Override
      public boolean next() {
        if (next == sorted.length) {
          return false;
        }
        int row = sorted[next++];
        rows = all.chunk(row);
        at = FactRows.at(row);
        return true;
      }
    };
  }

  /**
   * @param renaming what is done with each row before it is shown
   */
  static FactCursor spilled(Spill.Place place, FactRuns.Renaming renaming) {
    return new FactCursor() {
      private final byte[] bytes = new byte[FactBuffer.BATCH * FactRow.BYTES];
      private ByteBuffer buffer = ByteBuffer.allocate(0);
      private @Nullable InputStream in;

      @Override
      public boolean next() throws IOException {
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
          rows[w] = buffer.getLong();
        }
        renaming.apply(rows);
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
