package postmortem.analysis.auth;

import java.util.Arrays;

/** Sorted numbers without duplicates, which nobody changes. */
final class SortedInts {

  private final int[] values;

  private SortedInts(int[] values) {
    this.values = values;
  }

  /** The first {@code size} of these, which ascend. */
  static SortedInts of(int[] ascending, int size) {
    return new SortedInts(Arrays.copyOf(ascending, size));
  }

  int size() {
    return values.length;
  }

  int get(int i) {
    return values[i];
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
  SortedInts union(SortedInts other) {
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
  int shared(SortedInts other) {
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
