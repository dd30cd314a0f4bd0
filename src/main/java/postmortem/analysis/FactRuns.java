package postmortem.analysis;

import java.util.List;

/** The sorted runs of one buffer: those that were spilled, and the last one in memory. */
public final class FactRuns {

  final List<Spill.Place> spilled;
  final long[] rows;
  final int[] sorted;

  FactRuns(List<Spill.Place> spilled, long[] rows, int[] sorted) {
    this.spilled = List.copyOf(spilled);
    this.rows = rows;
    this.sorted = sorted;
  }
}
