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

  private final FactRows rows;
  private final long[] keys;

  private FactSort(FactRows rows) {
    this.rows = rows;
    this.keys = new long[rows.size()];
  }

  /**
   * @param rows at most {@link #MOST_ROWS}
   * @return the numbers of the rows in an order; rows that are equal in it stay as they are
   */
  static int[] index(FactRows rows, FactOrder order) {
    FactSort sort = new FactSort(rows);
    if (order == FactOrder.TIME) {
      sort.keysOfTimes();
    } else {
      for (int row = 0; row < sort.keys.length; row++) {
        sort.keys[row] = key(rows, row, order) | row;
      }
    }
    Arrays.sort(sort.keys);
    int[] index = new int[sort.keys.length];
    for (int i = 0; i < index.length; i++) {
      index[i] = (int) sort.keys[i] & MOST_ROWS - 1;
    }
    sort.sortTies(index);
    return index;
  }

  /**
   * As {@link #index}, of rows whose order in time is known.
   *
   * @param inTime the numbers of the rows in the order of time
   * @param kinds of the rows that are wanted, as {@link FactRow#mask} has it
   */
  static int[] regroup(FactRows rows, int[] inTime, FactOrder order, long kinds) {
    long[] all = new long[inTime.length];
    int count = 0;
    for (int i = 0; i < inTime.length; i++) {
      int row = inTime[i];
      if (FactRow.isOf(kinds, rows.chunk(row), FactRows.at(row))) {
        all[count++] = key(rows, row, order) | i;
      }
    }
    Arrays.sort(all, 0, count);
    int[] index = new int[count];
    for (int i = 0; i < count; i++) {
      index[i] = inTime[(int) all[i] & MOST_ROWS - 1];
    }
    return index;
  }

  private static long key(FactRows rows, int row, FactOrder order) {
    return (long) order.group(rows.chunk(row), FactRows.at(row)) << NUMBER_BITS;
  }

  /** As much of each time as has room, from the first on. */
  private void keysOfTimes() {
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (int row = 0; row < keys.length; row++) {
      first = Math.min(first, time(row));
      last = Math.max(last, time(row));
    }
    int bits = Long.SIZE - Long.numberOfLeadingZeros(last - first); // unsigned
    int shift = Math.max(0, bits - (Long.SIZE - 1 - NUMBER_BITS));
    for (int row = 0; row < keys.length; row++) {
      keys[row] = time(row) - first >>> shift << NUMBER_BITS | row;
    }
  }

  private long time(int row) {
    return rows.chunk(row)[FactRows.at(row)];
  }

  private void sortTies(int[] index) {
    IntComparator comparator = this::compareTies;
    for (int from = 0; from < index.length; ) {
      int to = from + 1;
      boolean sorted = true;
      while (to < index.length && keys[to] >>> NUMBER_BITS == keys[from] >>> NUMBER_BITS) {
        sorted &= compareTies(index[to - 1], index[to]) <= 0;
        to++;
      }
      if (!sorted) {
        IntArrays.mergeSort(index, from, to, comparator);
      }
      from = to;
    }
  }

  /** Their group is the same. */
  private int compareTies(int a, int b) {
    return FactOrder.TIME.compare(rows.chunk(a), FactRows.at(a), rows.chunk(b), FactRows.at(b));
  }
}
