package postmortem.analysis;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import postmortem.event.Names;

/** Takes facts in any order and gives sorted runs of them; spills when it is full. One worker's. */
public final class FactBuffer {

  /** So many rows are written and read at once; fewer are not worth a file. */
  static final int BATCH = 512;

  private final FactOrder order;
  private final Spill spill;
  private final int maxRows;
  private final List<Spill.Place> spilled = new ArrayList<>();
  private FactRows rows = new FactRows();

  /**
   * @param order of the runs
   * @param maxBytes that are kept in memory before a run is spilled
   */
  public FactBuffer(FactOrder order, Spill spill, int maxBytes) {
    this.order = order;
    this.spill = spill;
    this.maxRows = Math.max(BATCH, Math.min(FactSort.MOST_ROWS, maxBytes / FactRow.BYTES));
  }

  public void add(Fact fact) throws IOException {
    spillIfFull();
    rows.add(fact);
  }

  /** Adds a row of another's, as it is. */
  void add(long[] from, int at) throws IOException {
    spillIfFull();
    rows.add(from, at);
  }

  /** How many facts are in memory. */
  public int size() {
    return rows.size();
  }

  /**
   * Hands all facts over to another buffer, and is empty. Nothing may have been spilled.
   *
   * @param ids what the ids are there
   */
  public void moveTo(FactBuffer other, Names.Renaming ids) throws IOException {
    if (!spilled.isEmpty()) {
      throw new IllegalStateException("spilled");
    }
    for (int row = 0; row < rows.size(); row++) {
      FactRow.rename(rows.chunk(row), FactRows.at(row), ids);
      other.add(rows.chunk(row), FactRows.at(row));
    }
    rows.clear();
  }

  private void spillIfFull() throws IOException {
    if (rows.size() == maxRows) {
      spill();
    }
  }

  private void spill() throws IOException {
    Spill.Place place = spill.create();
    byte[] bytes = new byte[BATCH * FactRow.BYTES];
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    try (OutputStream out = place.out()) {
      for (int row : sorted()) {
        if (!buffer.hasRemaining()) {
          out.write(bytes);
          buffer.clear();
        }
        long[] chunk = rows.chunk(row);
        int at = FactRows.at(row);
        for (int w = 0; w < FactRow.WIDTH; w++) {
          buffer.putLong(chunk[at + w]);
        }
      }
      out.write(bytes, 0, buffer.position());
    }
    spilled.add(place);
    rows.clear();
  }

  private int[] sorted() {
    return FactSort.index(rows, order);
  }

  /** The sorted runs. The buffer takes no more facts. */
  public FactRuns finish() {
    FactRuns runs = new FactRuns(spilled, rows, sorted());
    rows = new FactRows();
    return runs;
  }
}
