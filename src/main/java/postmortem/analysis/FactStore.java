package postmortem.analysis;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Consumer;
import postmortem.event.Names;

/** All facts of a case, which can be read again and again, in several orders. */
public final class FactStore {

  private record Source(FactRuns runs, Renaming renaming) {}

  @FunctionalInterface
  private interface Renaming {
    void apply(long[] row);
  }

  private final Spill spill;
  private final int maxBytes;
  private final FactOrder order;
  private final List<Source> sources = new ArrayList<>();

  /**
   * @param spill for facts in another order than that of time
   * @param maxBytes that one order takes in memory
   */
  public FactStore(Spill spill, int maxBytes) {
    this(spill, maxBytes, FactOrder.TIME);
  }

  private FactStore(Spill spill, int maxBytes, FactOrder order) {
    this.spill = spill;
    this.maxBytes = maxBytes;
    this.order = order;
  }

  /** Takes over the facts of one worker. */
  public void add(FactRuns runs, Names.Renaming ids, Accounts accounts) {
    sources.add(new Source(runs, row -> FactRow.rename(row, 0, ids, accounts)));
  }

  /** Hands all facts of some kinds to a consumer, in the order of this store. */
  public void forEach(Set<FactKind> kinds, Consumer<Fact> consumer) throws IOException {
    merge(sources, order, kinds, consumer);
  }

  /** Hands all facts of some kinds to a consumer, in any order. */
  public void forEach(Set<FactKind> kinds, FactOrder wanted, Consumer<Fact> consumer)
      throws IOException {
    ordered(kinds, wanted).forEach(kinds, consumer);
  }

  /** The facts of some kinds in another order: sorted once, to be read several times. */
  public FactStore ordered(Set<FactKind> kinds, FactOrder wanted) throws IOException {
    if (wanted == order) {
      return this;
    }
    FactBuffer buffer = new FactBuffer(wanted, spill, maxBytes);
    List<IOException> failure = new ArrayList<>();
    forEach(
        kinds,
        fact -> {
          try {
            if (failure.isEmpty()) {
              buffer.add(fact);
            }
          } catch (IOException e) {
            failure.add(e);
          }
        });
    if (!failure.isEmpty()) {
      throw failure.get(0);
    }
    FactStore sorted = new FactStore(spill, maxBytes, wanted);
    sorted.sources.add(new Source(buffer.finish(), row -> {}));
    return sorted;
  }

  private static void merge(
      List<Source> sources, FactOrder order, Set<FactKind> kinds, Consumer<Fact> consumer)
      throws IOException {
    PriorityQueue<Run> queue =
        new PriorityQueue<>(
            Comparator.<Run, long[]>comparing(
                    r -> r.cursor.row, (a, b) -> order.compare(a, 0, b, 0))
                .thenComparingInt(r -> r.number));
    List<FactCursor> open = new ArrayList<>();
    try {
      for (Source source : sources) {
        for (Spill.Place place : source.runs.spilled) {
          open.add(start(FactCursor.spilled(place), source, open.size(), queue));
        }
        open.add(start(FactCursor.inMemory(source.runs), source, open.size(), queue));
      }
      while (!queue.isEmpty()) {
        Run run = queue.remove();
        Fact fact = FactRow.read(run.cursor.row, 0);
        if (kinds.contains(fact.kind())) {
          consumer.accept(fact);
        }
        if (run.next()) {
          queue.add(run);
        }
      }
    } finally {
      for (FactCursor cursor : open) {
        cursor.close();
      }
    }
  }

  private static FactCursor start(
      FactCursor cursor, Source source, int number, PriorityQueue<Run> queue) throws IOException {
    Run run = new Run(cursor, source.renaming, number);
    if (run.next()) {
      queue.add(run);
    }
    return cursor;
  }

  private record Run(FactCursor cursor, Renaming renaming, int number) {
    boolean next() throws IOException {
      if (!cursor.next()) {
        return false;
      }
      renaming.apply(cursor.row);
      return true;
    }
  }
}
