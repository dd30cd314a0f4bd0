package postmortem.analysis.auth;

import java.util.Arrays;
import postmortem.event.Times;

/**
 * How evenly a series of times is spaced: machines that do their duty are even, guessing is not.
 *
 * @param median of the gaps, nanoseconds
 * @param spread between the tenth and the ninetieth percentile of the gaps, in medians
 */
record Rhythm(long median, double spread) {

  /** Fewer gaps than this tell nothing. */
  private static final int FEWEST_GAPS = 7;

  private static final int MOST_GAPS = 4096;
  private static final int MOST_MISSED = 6;
  private static final Rhythm NONE = new Rhythm(0, Double.POSITIVE_INFINITY);

  /** The rhythm of the first some thousand of these times, which ascend. */
  static Rhythm of(long[] times, int count) {
    int gaps = Math.min(count - 1, MOST_GAPS);
    if (gaps < FEWEST_GAPS) {
      return NONE;
    }
    long[] gap = new long[gaps];
    for (int i = 0; i < gaps; i++) {
      gap[i] = times[i + 1] - times[i];
    }
    Arrays.sort(gap);
    long median = gap[gaps / 2];
    if (median <= 0) {
      return NONE;
    }
    close(gap, median);
    return new Rhythm(median, (double) (gap[gaps * 9 / 10] - gap[gaps / 10]) / median);
  }

  /**
   * Where an attempt or a few are missing, because nobody knows whose they were, a gap is a whole
   * multiple of the others.
   */
  private static void close(long[] gap, long median) {
    for (int i = 0; i < gap.length; i++) {
      long times = (gap[i] + median / 2) / median;
      if (times > 1 && times <= MOST_MISSED && Math.abs(gap[i] - times * median) <= median / 10) {
        gap[i] /= times;
      }
    }
    Arrays.sort(gap);
  }

  /** Do the gaps keep within this share of their median, and are they no shorter than 30 s? */
  boolean isEven(double mostSpread) {
    return median >= 30 * Times.SECOND && spread <= mostSpread;
  }
}
