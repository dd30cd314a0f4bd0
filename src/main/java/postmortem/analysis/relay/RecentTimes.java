package postmortem.analysis.relay;

import java.util.Arrays;

/** Tells when so many things happened within a span of time. Times must not fall. */
final class RecentTimes {

  private final long[] times;
  private final long span;
  private int next;
  private int held;

  /**
   * @param many how many, at least 1
   * @param span nanoseconds; exactly so far apart is too far
   */
  RecentTimes(int many, long span) {
    this.times = new long[Math.max(1, many)];
    this.span = span;
  }

  /** Adds one; are there enough within the span that ends now? */
  boolean add(long time) {
    times[next] = time;
    next = (next + 1) % times.length;
    held = Math.min(held + 1, times.length);
    return held == times.length && time - times[next] < span;
  }

  void clear() {
    Arrays.fill(times, 0);
    next = 0;
    held = 0;
  }
}
