package postmortem.analysis.relay;

import java.util.Arrays;
import postmortem.event.Times;

/**
 * The sum over the last hour, in bins of a minute: what happened 60 minutes ago or earlier, to the
 * minute, is out. Times must not fall.
 */
final class SlidingHour {

  private static final int MINUTES = 60;

  private final int[] bins = new int[MINUTES];
  private long last = Long.MIN_VALUE; // minute
  private long sum;

  /** Counts some at a time, and returns the sum over the hour that ends with it. */
  long add(long time, int count) {
    advance(time);
    bins[(int) Math.floorMod(last, (long) MINUTES)] += count;
    sum += count;
    return sum;
  }

  /** The sum over the hour that ends at this time. */
  long sum(long time) {
    advance(time);
    return sum;
  }

  private void advance(long time) {
    long minute = Math.floorDiv(time, Times.MINUTE);
    if (last == Long.MIN_VALUE || minute - last >= MINUTES) {
      Arrays.fill(bins, 0);
      sum = 0;
      last = minute;
    }
    while (last < minute) {
      last++;
      int bin = (int) Math.floorMod(last, (long) MINUTES);
      sum -= bins[bin];
      bins[bin] = 0;
    }
  }
}
