package postmortem.analysis;

import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.ints.IntComparator;

/**
 * Sorts rows by way of one word for each: what the order looks at first, and the row's number.
 *
 * <p>Words sort several times faster than rows that are compared through an index, and facts come
 * nearly in order, so that hardly any ties are left to be looked at. They are dealt out by their
 * digits, because compiling the sort of the JDK takes longer than this does.
 */
final class FactSort {

  private static final int NUMBER_BITS = 24;
  private static final int DIGIT_BITS = 10;
  private static final int DIGITS = 1 << DIGIT_BITS;

  /** So many rows can be sorted at once. */
  static final int MOST_ROWS = 1 << NUMBER_BITS;

  private final FactRows rows;
  private long[] keys;

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
    sort.sortKeys();
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
    int[] wanted = new int[inTime.length];
    int[] groups = new int[inTime.length];
    int count = 0;
    int last = 0;
    for (int row : inTime) {
      long[] chunk = rows.chunk(row);
      int at = FactRows.at(row);
      if (FactRow.isOf(kinds, chunk, at) && !order.omits(chunk, at)) {
        wanted[count] = row;
        groups[count] = order.group(chunk, at);
        last = Math.max(last, groups[count++]);
      }
    }
    int[] next = new int[last + 2]; // place of each group
    for (int i = 0; i < count; i++) {
      next[groups[i] + 1]++;
    }
    for (int group = 0; group < last; group++) {
      next[group + 1] += next[group];
    }
    int[] index = new int[count];
    for (int i = 0; i < count; i++) {
      index[next[groups[i]]++] = wanted[i];
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

  /** From the lowest digit to the highest; what is equal in one stays in order. */
  private void sortKeys() {
    long used = 0;
    for (long key : keys) {
      used |= key;
    }
    long[] dealt = new long[keys.length];
    for (int shift = NUMBER_BITS; shift < Long.SIZE && used >>> shift != 0; shift += DIGIT_BITS) {
      deal(shift, dealt);
      long[] swap = keys;
      keys = dealt;
      dealt = swap;
    }
  }

  private void deal(int shift, long[] to) {
    int[] next = new int[DIGITS + 1]; // place of each digit
    for (long key : keys) {
      next[(int) (key >>> shift & DIGITS - 1) + 1]++;
    }
    for (int digit = 0; digit < DIGITS; digit++) {
      next[digit + 1] += next[digit];
    }
    for (long key : keys) {
      to[next[(int) (key >>> shift & DIGITS - 1)]++] = key;
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
