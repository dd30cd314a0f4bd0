package postmortem.run;

import it.unimi.dsi.fastutil.longs.LongArrays;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import postmortem.analysis.Spill;
import postmortem.event.flat.Column;
import postmortem.event.flat.FlatRow;

/** Takes rows in any order, and writes sorted runs of them. One thread's. */
final class RowBuffer {

  private static final int CHUNK = 1 << 20;

  private final RowStore store;
  private final Spill spill;
  private final long maxBytes;
  private final List<byte[]> chunks = new ArrayList<>();
  private final List<byte[]> free = new ArrayList<>(); // chunks to be used again
  private byte[] chunk = {};
  private int end; // in the chunk
  private long bytes; // in all chunks
  private long[] places = new long[1 << 10]; // number of the chunk, place in it
  private int[] lengths = new int[1 << 10];
  private long[] times = new long[1 << 10]; // what rows are sorted by before all else
  private int size;

  /**
   * @param store that gets the runs
   * @param maxBytes that are kept before a run is written
   */
  RowBuffer(RowStore store, Spill spill, long maxBytes) {
    this.store = store;
    this.spill = spill;
    this.maxBytes = maxBytes;
  }

  void add(FlatRow row) throws IOException {
    int room = RowRecord.room(row);
    if (end + room > chunk.length) {
      if (bytes + room > maxBytes) {
        flush();
      }
      chunk = newChunk(room);
      chunks.add(chunk);
      bytes += chunk.length;
      end = 0;
    }
    if (size == places.length) {
      places = Arrays.copyOf(places, size * 2);
      lengths = Arrays.copyOf(lengths, size * 2);
      times = Arrays.copyOf(times, size * 2);
    }
    times[size] = row.number(Column.TIME);
    places[size] = (long) (chunks.size() - 1) << 32 | end;
    int start = end;
    end = RowRecord.write(row, chunk, end);
    lengths[size++] = end - start;
  }

  private byte[] newChunk(int room) {
    return room <= CHUNK && !free.isEmpty()
        ? free.remove(free.size() - 1)
        : new byte[Math.max(CHUNK, room)];
  }

  /** Writes what there is as a run, and is empty. */
  void flush() throws IOException {
    if (size > 0) {
      Spill.Place run = spill.create();
      try (DataOutputStream out =
          new DataOutputStream(new BufferedOutputStream(run.out(), RowCursor.BUFFER))) {
        for (long row : sorted()) {
          out.writeInt(lengths[(int) row]);
          out.write(block(row), start(row), lengths[(int) row]);
        }
      }
      store.add(run);
    }
    chunks.removeIf(c -> c.length > CHUNK); // for one row that was so long
    free.addAll(chunks);
    chunks.clear();
    chunk = new byte[0];
    end = 0;
    bytes = 0;
    size = 0;
  }

  /** The numbers of the rows in their order. */
  private long[] sorted() {
    long[] rows = new long[size];
    for (int i = 0; i < size; i++) {
      rows[i] = i;
    }
    LongArrays.mergeSort(rows, this::compare); // fast where they come nearly in order, as here
    return rows;
  }

  private int compare(long a, long b) {
    int c = Long.compare(times[(int) a], times[(int) b]);
    return c != 0 ? c : compareRecords(a, b);
  }

  private int compareRecords(long a, long b) {
    return Arrays.compareUnsigned(
        block(a),
        start(a),
        start(a) + lengths[(int) a],
        block(b),
        start(b),
        start(b) + lengths[(int) b]);
  }

  private byte[] block(long row) {
    return chunks.get((int) (places[(int) row] >>> 32));
  }

  private int start(long row) {
    return (int) places[(int) row];
  }
}
