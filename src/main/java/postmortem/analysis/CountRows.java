package postmortem.analysis;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * A row of counts for each id, in arrays that are never copied to grow: a million rows must not
 * need the room of two. Counts stop at the largest int.
 */
final class CountRows {

  private static final int CHUNK_BITS = 10;
  private static final int END = -1; // no id
  private static final int IN_CHUNK = (1 << CHUNK_BITS) - 1;

  private final int width;
  private int[][] chunks = new int[4][];

  CountRows(int width) {
    this.width = width;
  }

  /** One more than the largest id that may have a row. */
  int ids() {
    return chunks.length << CHUNK_BITS;
  }

  /** The array that holds the row of an id, and others; made where there is none. */
  int[] make(int id) {
    int chunk = id >>> CHUNK_BITS;
    if (chunk >= chunks.length) {
      chunks = Arrays.copyOf(chunks, Math.max(chunk + 1, chunks.length * 2));
    }
    if (chunks[chunk] == null) {
      chunks[chunk] = new int[width << CHUNK_BITS];
    }
    return chunks[chunk];
  }

  /** Where in its array the row of an id begins. */
  int at(int id) {
    return (id & IN_CHUNK) * width;
  }

  /** A number of the row of an id; 0 where there is no row. */
  int get(int id, int column) {
    int chunk = id >>> CHUNK_BITS;
    return chunk >= chunks.length || chunks[chunk] == null ? 0 : chunks[chunk][at(id) + column];
  }

  void add(int id, int column, int by) {
    int[] row = make(id);
    int at = at(id) + column;
    row[at] = sum(row[at], by);
  }

  /** Makes a column 0 in all rows. */
  void clearColumn(int column) {
    for (int[] chunk : chunks) {
      for (int at = column; chunk != null && at < chunk.length; at += width) {
        chunk[at] = 0;
      }
    }
  }

  static int sum(int a, int b) {
    return (int) Math.min(Integer.MAX_VALUE, (long) a + b);
  }

  /**
   * Writes the rows of some ids, in their order.
   *
   * @param wanted the others are all zeros
   */
  void write(IntPredicate wanted, DataOutput out) throws IOException {
    for (int id = 0; id < ids(); id++) {
      if (wanted.test(id)) {
        out.writeInt(id);
        for (int column = 0; column < width; column++) {
          out.writeInt(get(id, column));
        }
      }
    }
    out.writeInt(END);
  }

  /** Reads what {@link #write} wrote, into no rows. */
  void read(DataInput in) throws IOException {
    for (int id = in.readInt(); id != END; id = in.readInt()) {
      int[] row = make(id);
      for (int column = 0; column < width; column++) {
        row[at(id) + column] = in.readInt();
      }
    }
  }

  /** Lets go of all rows. */
  void clear() {
    chunks = new int[0][];
  }
}
