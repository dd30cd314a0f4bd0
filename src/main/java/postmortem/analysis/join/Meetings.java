package postmortem.analysis.join;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.Arrays;

/**
 * How often each account's attempts met each address alone, and whether that can be chance: an
 * address that is connected all day meets everybody's attempts.
 */
final class Meetings {

  /** Fewer say nothing. */
  private static final int FEWEST = 5;

  /** Chance makes so many deviations from what is expected, and no more. */
  private static final double DEVIATIONS = 4;

  /** Well above chance is so many times what is expected. */
  private static final double TIMES = 3;

  private final Long2IntOpenHashMap met = new Long2IntOpenHashMap();
  private int[] attempts = new int[256]; // by account
  private long[] present = new long[1024]; // nanoseconds, by address
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;

  void attempt(int account) {
    attempts = room(attempts, account);
    attempts[account]++;
  }

  void meet(int account, int source) {
    met.addTo(key(account, source), 1);
  }

  /** Somebody was connected for a while. */
  void visit(Visit visit) {
    first = Math.min(first, visit.start);
    last = Math.max(last, visit.end());
    if (visit.source >= present.length) {
      present = Arrays.copyOf(present, Math.max(visit.source + 1, 2 * present.length));
    }
    present[visit.source] += visit.end() - visit.start;
  }

  private static int[] room(int[] array, int at) {
    return at < array.length ? array : Arrays.copyOf(array, Math.max(at + 1, 2 * array.length));
  }

  private static long key(int account, int source) {
    return (long) account << 32 | source;
  }

  /** Do they belong together? Asked when all was counted. */
  boolean belong(int account, int source) {
    int times = met.get(key(account, source));
    if (times < FEWEST) {
      return false;
    }
    double share = Math.min(1, (double) present[source] / Math.max(1, last - first));
    double expected = attempts[account] * share;
    return times > expected * TIMES && times > expected + DEVIATIONS * Math.sqrt(expected);
  }
}
