package postmortem.analysis;

import java.io.Closeable;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Reads many sorted runs as one.
 *
 * @param <C> how a run is read
 */
public final class RunMerge<C extends RunCursor> implements Closeable {

  private record Run<C>(C cursor, int number) {}

  private final Comparator<? super C> order;
  private final List<C> open;
  private final PriorityQueue<Run<C>> others;
  private @Nullable Run<C> current;

  /**
   * @param runs before their first rows; closed with the merge
   * @param order of two cursors, by the rows that they stand at; equal rows keep the order of runs
   */
  public RunMerge(List<C> runs, Comparator<? super C> order) throws IOException {
    this.order = order;
    this.others =
        new PriorityQueue<>(
            Comparator.<Run<C>, C>comparing(Run::cursor, order).thenComparingInt(Run::number));
    this.open = List.copyOf(runs);
    for (int i = 0; i < open.size(); i++) {
      if (open.get(i).next()) {
        others.add(new Run<>(open.get(i), i));
      }
    }
  }

  /** The cursor that stands at the next row; null where there is none. */
  public @Nullable C next() throws IOException {
    Run<C> last = current;
    if (last != null && last.cursor.next()) {
      Run<C> best = others.peek();
      if (best == null || precedes(last, best)) {
        return last.cursor; // nearly always: runs are of different times
      }
      others.add(last);
    }
    current = others.poll();
    return current == null ? null : current.cursor;
  }

  private boolean precedes(Run<C> a, Run<C> b) {
    int c = order.compare(a.cursor, b.cursor);
    return c < 0 || c == 0 && a.number < b.number;
  }

  @Override
  public void close() throws IOException {
    for (C cursor : open) {
      cursor.close();
    }
  }
}
