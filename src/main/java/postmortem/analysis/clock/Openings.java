package postmortem.analysis.clock;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.Arrays;

/** When sessions or connections began and ended, in the order of their beginnings. */
final class Openings {

  private static final int MOST = 1 << 21;

  private final LongArrayList starts = new LongArrayList();
  private final LongArrayList lastEnds = new LongArrayList(); // of all that began up to then

  /** Starts come in order. */
  void add(long start, long end) {
    if (starts.size() < MOST) {
      long before = lastEnds.isEmpty() ? Long.MIN_VALUE : lastEnds.getLong(lastEnds.size() - 1);
      starts.add(start);
      lastEnds.add(Math.max(before, end));
    }
  }

  boolean isEmpty() {
    return starts.isEmpty();
  }

  long[] starts() {
    return starts.toLongArray();
  }

  /** Is one open at a time? */
  boolean open(long time) {
    int last = lastUpTo(time);
    return last >= 0 && lastEnds.getLong(last) >= time;
  }

  /** How many began after a time, and not after another. */
  int begun(long after, long until) {
    return lastUpTo(until) - lastUpTo(after);
  }

  /** How long before a time the last one began; the time itself where none did. */
  long sinceLast(long time) {
    int last = lastUpTo(time);
    return last < 0 ? Math.abs(time) : time - starts.getLong(last);
  }

  private int lastUpTo(long time) {
    int at = Arrays.binarySearch(starts.elements(), 0, starts.size(), time);
    if (at < 0) {
      return -2 - at;
    }
    while (at + 1 < starts.size() && starts.getLong(at + 1) == time) {
      at++;
    }
    return at;
  }
}
