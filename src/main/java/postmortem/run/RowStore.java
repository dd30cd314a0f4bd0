package postmortem.run;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import postmortem.analysis.RunMerge;
import postmortem.analysis.Spill;
import postmortem.event.flat.FlatRow;

/** The rows of all events, in sorted runs on disk; several threads may add to it. */
final class RowStore {

  /** So many runs are read at once: more are merged before, for files that are open take room. */
  private static final int MANY = 64;

  private final Spill spill;
  private final long maxBytes;
  private final List<List<Spill.Place>> levels = new ArrayList<>(); // runs of about one size each

  /**
   * @param maxBytes memory for rows, over all threads, before they are written
   */
  RowStore(Spill spill, long maxBytes) {
    this.spill = spill;
    this.maxBytes = maxBytes;
  }

  /**
   * A buffer that hands its runs over to this store.
   *
   * @param threads how many have one
   */
  RowBuffer newBuffer(int threads) {
    return new RowBuffer(this, spill, maxBytes / threads);
  }

  /** Takes over a sorted run. */
  synchronized void add(Spill.Place run) throws IOException {
    add(run, 0);
  }

  private void add(Spill.Place run, int level) throws IOException {
    if (level == levels.size()) {
      levels.add(new ArrayList<>());
    }
    List<Spill.Place> runs = levels.get(level);
    runs.add(run);
    if (runs.size() == MANY) {
      Spill.Place merged = spill.create();
      try (RunMerge<RowCursor> merge = merge(runs);
          DataOutputStream out =
              new DataOutputStream(new BufferedOutputStream(merged.out(), RowCursor.BUFFER))) {
        for (RowCursor c = merge.next(); c != null; c = merge.next()) {
          out.writeInt(c.record().length);
          out.write(c.record());
        }
      }
      discard(runs);
      add(merged, level + 1);
    }
  }

  private static RunMerge<RowCursor> merge(List<Spill.Place> runs) throws IOException {
    return new RunMerge<>(runs.stream().map(RowCursor::new).toList(), RowCursor::compare);
  }

  private static void discard(List<Spill.Place> runs) throws IOException {
    for (Spill.Place run : runs) {
      run.discard();
    }
    runs.clear();
  }

  /** Opens all rows, in their order. */
  synchronized RunMerge<RowCursor> open() throws IOException {
    return merge(levels.stream().flatMap(List::stream).toList());
  }

  /** Forgets all rows. */
  synchronized void clear() throws IOException {
    for (List<Spill.Place> runs : levels) {
      discard(runs);
    }
  }

  /** Another store of what becomes of the rows of this one, which is empty afterwards. */
  RowStore rewritten(UnaryOperator<FlatRow> rewriting) throws IOException {
    RowStore other = new RowStore(spill, maxBytes);
    RowBuffer buffer = other.newBuffer(1);
    try (RunMerge<RowCursor> merge = open()) {
      for (RowCursor c = merge.next(); c != null; c = merge.next()) {
        buffer.add(rewriting.apply(c.row()));
      }
    }
    buffer.flush();
    clear();
    return other;
  }
}
