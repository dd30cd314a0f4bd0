package postmortem.analysis;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Reads many sorted runs as one. */
final class FactMerge implements Closeable {

  private record Run(FactCursor cursor, int number) {}

  private final FactOrder order;
  private final List<FactCursor> open = new ArrayList<>();
  private final PriorityQueue<Run> others;
  private @Nullable Run current;

  FactMerge(List<FactRuns> all, FactOrder order) throws IOException {
    this.order = order;
    this.others =
        new PriorityQueue<>(
            Comparator.<Run, FactCursor>comparing(Run::cursor, this::compare)
                .thenComparingInt(Run::number));
    for (FactRuns runs : all) {
      open.addAll(runs.open());
    }
    for (int i = 0; i < open.size(); i++) {
      if (open.get(i).next()) {
        others.add(new Run(open.get(i), i));
      }
    }
  }

  private int compare(FactCursor a, FactCursor b) {
    return order.compare(a.rows, a.at, b.rows, b.at);
  }

  /** The cursor that stands at the next row; null where there is none. */
  @Nullable FactCursor next() throws IOException {
    Run last = current;
    if (last != null && last.cursor.next()) {
      Run best = others.peek();
      if (best == null || precedes(last, best)) {
        return last.cursor; // nearly always: runs are of different times
      }
      others.add(last);
    }
    current = others.poll();
    return current == null ? null : current.cursor;
  }

  private boolean precedes(Run a, Run b) {
    int c = compare(a.cursor, b.cursor);
    return c < 0 || c == 0 && a.number < b.number;
  }

  @Override
  public void close() throws IOException {
    for (FactCursor cursor : open) {
      cursor.close();
    }
  }
}
