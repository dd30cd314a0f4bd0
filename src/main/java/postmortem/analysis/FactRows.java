package postmortem.analysis;

import java.util.Arrays;

/** Rows of facts in memory, in arrays that are never copied to grow. */
final class FactRows {

  private static final int CHUNK_BITS = 12;
  private static final int IN_CHUNK = (1 << CHUNK_BITS) - 1;

  private long[][] chunks = new long[16][];
  private int size;

  void add(Fact fact) {
    FactRow.write(fact, room(), at(size++));
  }

  /** Adds a row of another's, as it is. */
  void add(long[] from, int at) {
    System.arraycopy(from, at, room(), at(size++), FactRow.WIDTH);
  }

  /** The chunk that the next row goes to. */
  private long[] room() {
    int chunk = size >>> CHUNK_BITS;
    if (chunk == chunks.length) {
      chunks = Arrays.copyOf(chunks, chunks.length * 2);
    }
    if (chunks[chunk] == null) {
      chunks[chunk] = new long[FactRow.WIDTH << CHUNK_BITS];
    }
    return chunks[chunk];
  }

  int size() {
    return size;
  }

  /** Forgets all rows, and keeps the arrays. */
  void clear() {
    size = 0;
  }

  /** The array that holds a row. */
  long[] chunk(int row) {
    return chunks[row >>> CHUNK_BITS];
  }

  /** Where in its array a row begins. */
  static int at(int row) {
    return (row & IN_CHUNK) * FactRow.WIDTH;
  }
}
