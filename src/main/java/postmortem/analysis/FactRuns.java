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

  final List<Spill.Place> spilled;
  final long[] rows;
  final int[] sorted;
  private Renaming ofSpilled = row -> {};

  FactRuns(List<Spill.Place> spilled, long[] rows, int[] sorted) {
    this.spilled = List.copyOf(spilled);
    this.rows = rows;
    this.sorted = sorted;
  }

  /** Puts all ids into those of the whole: in memory now, what is spilled when it is read. Once. */
  void rename(Names.Renaming ids, Accounts accounts) {
    for (int row : sorted) {
      FactRow.rename(rows, row * FactRow.WIDTH, ids, accounts);
    }
    ofSpilled = row -> FactRow.rename(row, 0, ids, accounts);
  }

  /** Opens all runs. */
  List<FactCursor> open() {
    List<FactCursor> cursors = new ArrayList<>();
    for (Spill.Place place : spilled) {
      cursors.add(FactCursor.spilled(place, ofSpilled));
    }
    cursors.add(FactCursor.inMemory(this));
    return cursors;
  }
}
