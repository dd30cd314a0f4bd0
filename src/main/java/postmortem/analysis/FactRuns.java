package postmortem.analysis;

import java.util.ArrayList;
import java.util.List;
import postmortem.event.Names;

/** The sorted runs of one buffer: those that were spilled, and the last one in memory. */
public final class FactRuns {

  /** Puts the ids of a row into those of the whole. */
  @FunctionalInterface
  interface Renaming {
    void apply(long[] row);
  }

  private final List<Spill.Place> spilled;
  private final FactRows rows;
  private final int[] sorted;
  private Renaming ofSpilled = row -> {};

  FactRuns(List<Spill.Place> spilled, FactRows rows, int[] sorted) {
    this.spilled = List.copyOf(spilled);
    this.rows = rows;
    this.sorted = sorted;
  }

  /** Puts all ids into those of the whole: in memory now, what is spilled when it is read. Once. */
  void rename(Names.Renaming ids, Accounts accounts) {
    for (int row = 0; row < rows.size(); row++) {
      rename(rows.chunk(row), FactRows.at(row), ids, accounts);
    }
    ofSpilled = row -> rename(row, 0, ids, accounts);
  }

  private static void rename(long[] row, int at, Names.Renaming ids, Accounts accounts) {
    FactRow.rename(row, at, ids);
    FactRow.canonize(row, at, accounts);
  }

  boolean inMemory() {
    return spilled.isEmpty();
  }

  /** The rows of some kinds that are in memory, from the order of time in another. */
  FactRuns sorted(FactOrder order, long kinds) {
    int[] index = FactSort.regroup(rows, sorted, order, kinds);
    FactRows copy = new FactRows(); // each pass over rows in their places would cost more
    for (int i = 0; i < index.length; i++) {
      copy.add(rows.chunk(index[i]), FactRows.at(index[i]));
      index[i] = i;
    }
    return new FactRuns(List.of(), copy, index);
  }

  /** Opens all runs. */
  List<FactCursor> open() {
    List<FactCursor> cursors = new ArrayList<>();
    for (Spill.Place place : spilled) {
      cursors.add(FactCursor.spilled(place, ofSpilled));
    }
    cursors.add(FactCursor.inMemory(rows, sorted));
    return cursors;
  }
}
