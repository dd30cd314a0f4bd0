package postmortem.analysis;

import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.ints.IntComparator;
import java.util.Arrays;

/**
 * Sorts rows by way of one word for each: what the order looks at first, and the row's number.
 *
 * <p>Words sort several times faster than rows that are compared through an index, and facts come
 * nearly in order, so that hardly any ties are left to be looked at.
 */
final class FactSort {

  private static final int NUMBER_BITS = 24;

  /** So many rows can be sorted at once. */
  static final int MOST_ROWS = 1 << NUMBER_BITS;

  private final long[] rows;
  private final long[] keys;
  private final FactOrder order;

  private FactSort(long[] rows, int count, FactOrder order) {
    this.rows = rows;
    this.keys = new long[count];
    this.order = order;
  }

  /**
   * @param count how many rows there are; at most {@link #MOST_ROWS}
   * @return the numbers of the rows in their order; rows that are equal in it stay as they are
   */
  static int[] index(long[] rows, int count, FactOrder order) {
    return new FactSort(rows, count, order).index();
  }

  private int[] index() {
    if (order == FactOrder.TIME) {
      keysOfTimes();
    } else {
      for (int i = 0; i < keys.length; i++) {
        keys[i] = (long) order.group(rows, i * FactRow.WIDTH) << NUMBER_BITS | i;
      }
    }
    Arrays.sort(keys);
    int[] index = new int[keys.length];
    for (int i = 0; i < index.length; i++) {
      index[i] = (int) keys[i] & MOST_ROWS - 1;
    }
    sortTies(index);
    return index;
  }

  /** As much of each time as has room, from the first on. */
  private void keysOfTimes() {
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (int i = 0; i < keys.length; i++) {
      first = Math.min(first, rows[i * FactRow.WIDTH]);
      last = Math.max(last, rows[i * FactRow.WIDTH]);
    }
    int bits = Long.SIZE - Long.numberOfLeadingZeros(last - first); // unsigned
    int shift = Math.max(0, bits - (Long.SIZE - 1 - NUMBER_BITS));
    for (int i = 0; i < keys.length; i++) {
      keys[i] = rows[i * FactRow.WIDTH] - first >>> shift << NUMBER_BITS | i;
    }
  }

  private void sortTies(int[] index) {
    IntComparator comparator = // the group is the same where keys are
        (a, b) -> FactOrder.TIME.compare(rows, a * FactRow.WIDTH, rows, b * FactRow.WIDTH);
    for (int from = 0; from < index.length; ) {
      int to = from + 1;
      boolean sorted = true;
      while (to < index.length && keys[to] >>> NUMBER_BITS == keys[from] >>> NUMBER_BITS) {
        sorted &= comparator.compare(index[to - 1], index[to]) <= 0;
        to++;
      }
      if (!sorted) {
        IntArrays.mergeSort(index, from, to, comparator);
      }
      from = to;
    }
  }
}
