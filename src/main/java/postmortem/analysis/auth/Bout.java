package postmortem.analysis.auth;

import java.util.Arrays;
import postmortem.event.Times;

/**
 * Guessing of one site without a long pause, as it is kept until all sites are known.
 *
 * @param site id of its first address
 * @param sources ids of its addresses, ascending
 * @param accounts that it tried, ascending; 0 where the log names none; nothing if more than {@link
 *     #MOST_ACCOUNTS}
 * @param accountsTried how many, 0 not counted
 * @param bins of five minutes since 1970 in which it was active, ascending; at most {@link
 *     #MOST_BINS}
 * @param failures attempts
 * @param most attempts at the account that was tried most
 * @param peakTenMinutes most attempts in ten minutes
 * @param peakHour most attempts in one hour
 */
record Bout(
    int site,
    Door door,
    IntList sources,
    IntList accounts,
    int accountsTried,
    IntList bins,
    long start,
    long end,
    long failures,
    long most,
    long peakTenMinutes,
    long peakHour) {

  static final int MOST_ACCOUNTS = 4096;
  static final int MOST_BINS = 2048;
  private static final long BIN = 5 * Times.MINUTE;

  static int bin(long time) {
    return (int) Math.floorDiv(time, BIN);
  }

  boolean anyAccount() {
    return accounts.size() == 0;
  }

  /** Sorted numbers without duplicates, which nobody changes. */
  static final class IntList {
    private final int[] values;

    private IntList(int[] values) {
      this.values = values;
    }

    /** The first {@code size} of these, which ascend. */
    static IntList of(int[] ascending, int size) {
      return new IntList(Arrays.copyOf(ascending, size));
    }

    int size() {
      return values.length;
    }

    int get(int i) {
      return values[i];
    }

    boolean contains(int value) {
      return Arrays.binarySearch(values, value) >= 0;
    }

    /** How many groups there are with more than one number missing between them. */
    int groups() {
      int groups = values.length == 0 ? 0 : 1;
      for (int i = 1; i < values.length; i++) {
        groups += values[i] - values[i - 1] > 2 ? 1 : 0;
      }
      return groups;
    }

    /** The numbers of either. */
    IntList union(IntList other) {
      int[] all = Arrays.copyOf(values, values.length + other.values.length);
      System.arraycopy(other.values, 0, all, values.length, other.values.length);
      Arrays.sort(all);
      int n = 0;
      for (int i = 0; i < all.length; i++) {
        if (i == 0 || all[i] != all[i - 1]) {
          all[n++] = all[i];
        }
      }
      return of(all, n);
    }

    /** How many numbers both have. */
    int shared(IntList other) {
      int n = 0;
      for (int i = 0, j = 0; i < values.length && j < other.values.length; ) {
        int c = Integer.compare(values[i], other.values[j]);
        n += c == 0 ? 1 : 0;
        i += c <= 0 ? 1 : 0;
        j += c >= 0 ? 1 : 0;
      }
      return n;
    }
  }
}
