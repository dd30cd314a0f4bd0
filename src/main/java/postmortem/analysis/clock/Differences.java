package postmortem.analysis.clock;

import java.util.Arrays;
import postmortem.event.Times;

/**
 * How often the times of one log differ by so many seconds from those of another: where their
 * clocks differ by one offset, that one stands out.
 */
final class Differences {

  /** The farthest that two clocks are taken to be apart: the zones, and some. */
  static final int RANGE = 15 * 3600;

  /** A peak may lie on the edge of two seconds. */
  private static final int EDGE = 1;

  private final int[] bins = new int[2 * RANGE + 1];
  private long counted;

  /** Counts all differences of two sorted lists of times. */
  void add(long[] from, long[] to) {
    int first = 0;
    for (long time : from) {
      while (first < to.length && to[first] - time < -RANGE * Times.SECOND) {
        first++;
      }
      for (int i = first; i < to.length && to[i] - time <= RANGE * Times.SECOND; i++) {
        bins[RANGE + (int) Math.round((double) (to[i] - time) / Times.SECOND)]++;
        counted++;
      }
    }
  }

  /** How many differences there are in all. */
  long counted() {
    return counted;
  }

  /** The count at a difference, with the seconds beside it. */
  int at(int seconds) {
    int sum = 0;
    for (int d = seconds - EDGE; d <= seconds + EDGE; d++) {
      sum += Math.abs(d) > RANGE ? 0 : bins[RANGE + d];
    }
    return sum;
  }

  /** The difference of the highest peak; of equal ones the smallest difference. */
  int peak() {
    int best = 0;
    for (int d = 1; d <= RANGE; d++) {
      best = at(d) > at(best) ? d : best;
      best = at(-d) > at(best) ? -d : best;
    }
    return best;
  }

  /** The highest count that is not within so many seconds of a difference. */
  int highestApart(int seconds, int apart) {
    int highest = 0;
    for (int d = -RANGE; d <= RANGE; d++) {
      if (Math.abs(d - seconds) > apart) {
        highest = Math.max(highest, at(d));
      }
    }
    return highest;
  }

  /** Takes a peak away, so that the next one is seen. */
  void clear(int seconds, int around) {
    int from = Math.max(0, RANGE + seconds - around);
    int to = Math.min(bins.length, RANGE + seconds + around + 1);
    Arrays.fill(bins, from, to, 0);
  }

  /** The count that half of all differences have at most, with the seconds beside each. */
  int median() {
    int[] all = new int[bins.length];
    for (int d = -RANGE; d <= RANGE; d++) {
      all[RANGE + d] = at(d);
    }
    Arrays.sort(all);
    return all[RANGE];
  }
}
