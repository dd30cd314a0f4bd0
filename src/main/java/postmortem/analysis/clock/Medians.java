package postmortem.analysis.clock;

import java.util.Arrays;

/** The middle of some numbers, and how far they are from it. */
final class Medians {

  private Medians() {}

  /**
   * @param values at least one
   */
  static long of(long[] values) {
    long[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** The median distance from the median (MAD). */
  static long spread(long[] values, long median) {
    return of(Arrays.stream(values).map(v -> Math.abs(v - median)).toArray());
  }
}
