package postmortem.analysis.auth;

import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import postmortem.event.Times;

/** Cuts the suspect failures of a site at its pauses. */
final class Bouts {

  /** A pause that ends a bout is at least so long ... */
  static final long SHORTEST_PAUSE = 6 * Times.HOUR;

  /** ... and a pause of this length always does. */
  static final long LONGEST_PAUSE = Times.DAY;

  /** Between the two: so many times the bout's own mean gap. */
  private static final int PAUSE_IN_GAPS = 12;

  private Bouts() {}

  /** Rows of a log from {@code from} to before {@code to}: places in {@code rows}. */
  record Part(int from, int to) {}

  /**
   * The rows that are suspect, in order of time.
   *
   * @param excused also those for which nothing speaks but a later success
   */
  static int[] suspects(SiteLog log, Innocence innocence, boolean excused) {
    int[] rows = new int[log.size()];
    int n = 0;
    for (int i = 0; i < log.size(); i++) {
      if (innocence.isSuspect(i) || excused && innocence.isExcused(i)) {
        rows[n++] = i;
      }
    }
    return Arrays.copyOf(rows, n);
  }

  /** Where the site paused. */
  static List<Part> cut(SiteLog log, int[] rows) {
    List<Part> parts = new ArrayList<>();
    int from = 0;
    for (int i = 1; i < rows.length; i++) {
      long gap = log.time(rows[i]) - log.time(rows[i - 1]);
      if (gap > SHORTEST_PAUSE && gap > pause(log, rows, from, i)) {
        parts.add(new Part(from, i));
        from = i;
      }
    }
    if (rows.length > 0) {
      parts.add(new Part(from, rows.length));
    }
    return parts;
  }

  /** The longest pause that the rows from {@code from} to before {@code to} can bear. */
  private static long pause(SiteLog log, int[] rows, int from, int to) {
    long span = log.time(rows[to - 1]) - log.time(rows[from]);
    long own = to - from < 3 ? LONGEST_PAUSE : span / (to - from - 1) * PAUSE_IN_GAPS;
    return Math.max(SHORTEST_PAUSE, Math.min(LONGEST_PAUSE, own));
  }

  /** The most attempts within any period of this length, both its ends included. */
  static long peak(SiteLog log, int[] rows, Part part, long window) {
    long sum = 0;
    long peak = 0;
    int tail = part.from;
    for (int i = part.from; i < part.to; i++) {
      sum += log.weight(rows[i]);
      while (log.time(rows[i]) - log.time(rows[tail]) > window) {
        sum -= log.weight(rows[tail++]);
      }
      peak = Math.max(peak, sum);
    }
    return peak;
  }

  /** The most different accounts within any hour. */
  static int peakAccounts(SiteLog log, int[] rows, Part part) {
    Int2LongOpenHashMap inside = new Int2LongOpenHashMap();
    int peak = 0;
    int tail = part.from;
    for (int i = part.from; i < part.to; i++) {
      if (log.account(rows[i]) != 0) {
        inside.addTo(log.account(rows[i]), 1);
      }
      for (; log.time(rows[i]) - log.time(rows[tail]) > Times.HOUR; tail++) {
        int old = log.account(rows[tail]);
        if (old != 0 && inside.addTo(old, -1) == 1) {
          inside.remove(old);
        }
      }
      peak = Math.max(peak, inside.size());
    }
    return peak;
  }

  /** What is kept of a part. */
  static Bout bout(int site, Door door, SiteLog log, int[] rows, Part part) {
    IntOpenHashSet sources = new IntOpenHashSet();
    Int2LongOpenHashMap accounts = new Int2LongOpenHashMap();
    IntOpenHashSet bins = new IntOpenHashSet();
    long failures = 0;
    for (int i = part.from; i < part.to; i++) {
      int row = rows[i];
      failures += log.weight(row);
      sources.add(log.source(row));
      accounts.addTo(log.account(row), log.weight(row));
      if (bins.size() < Bout.MOST_BINS) {
        bins.add(Bout.bin(log.time(row)));
      }
    }
    long most = 0;
    for (long n : accounts.values()) {
      most = Math.max(most, n);
    }
    int named = accounts.size() - (accounts.containsKey(0) ? 1 : 0);
    return new Bout(
        site,
        door,
        list(sources.toIntArray()),
        list(named > Bout.MOST_ACCOUNTS ? new int[0] : accounts.keySet().toIntArray()),
        named,
        list(bins.toIntArray()),
        log.time(rows[part.from]),
        log.time(rows[part.to - 1]),
        failures,
        most,
        peak(log, rows, part, 10 * Times.MINUTE),
        peak(log, rows, part, Times.HOUR));
  }

  private static SortedInts list(int[] values) {
    Arrays.sort(values);
    return SortedInts.of(values, values.length);
  }
}
