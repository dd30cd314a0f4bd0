package postmortem.analysis;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Takes facts in any order and gives sorted runs of them; spills when it is full. One worker's. */
public final class FactBuffer {

  private final FactOrder order;
  private final Spill spill;
  private final int maxWords;
  private final List<Spill.Place> spilled = new ArrayList<>();
  private long[] rows = new long[1 << 12];
  private int words;

  /**
   * @param order of the runs
   * @param maxBytes that are kept in memory before a run is spilled
   */
  public FactBuffer(FactOrder order, Spill spill, int maxBytes) {
    this.order = order;
    this.spill = spill;
    int maxRows = Math.min(FactSort.MOST_ROWS, maxBytes / Long.BYTES / FactRow.WIDTH);
    this.maxWords = Math.max(1 << 12, maxRows * FactRow.WIDTH);
  }

  public void add(Fact fact) throws IOException {
    room();
    FactRow.write(fact, rows, words);
    words += FactRow.WIDTH;
  }

  /** Adds a row of another's, as it is. */
  void add(long[] from, int at) throws IOException {
    room();
    System.arraycopy(from, at, rows, words, FactRow.WIDTH);
    words += FactRow.WIDTH;
  }

  private void room() throws IOException {
    if (words + FactRow.WIDTH <= rows.length) {
      return;
    }
    if (rows.length < maxWords) {
      rows = Arrays.copyOf(rows, Math.min(maxWords, rows.length * 2));
    } else {
      spill();
    }
  }

  private void spill() throws IOException {
    Spill.Place place = spill.create();
    int[] sorted = sorted();
    byte[] bytes = new byte[FactRow.WIDTH * Long.BYTES * 512];
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    try (OutputStream out = place.out()) {
      for (int row : sorted) {
        if (!buffer.hasRemaining()) {
          out.write(bytes);
          buffer.clear();
        }
        for (int w = 0; w < FactRow.WIDTH; w++) {
          buffer.putLong(rows[row * FactRow.WIDTH + w]);
        }
      }
      out.write(bytes, 0, buffer.position());
    }
    spilled.add(place);
    words = 0;
  }

  private int[] sorted() {
    return FactSort.index(rows, words / FactRow.WIDTH, order);
  }

  /** The sorted runs. The buffer takes no more facts. */
  public FactRuns finish() {
    FactRuns runs = new FactRuns(spilled, rows, sorted());
    rows = new long[0];
    return runs;
  }
}
