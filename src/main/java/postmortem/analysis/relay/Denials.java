package postmortem.analysis.relay;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.Arrays;
import postmortem.event.Times;

/**
 * When strangers were refused to relay, to the minute: a year of them takes a few megabytes at
 * most.
 */
final class Denials {

  private final LongOpenHashSet minutes = new LongOpenHashSet();
  private long[] sorted = {};

  void add(long time) {
    minutes.add(Math.floorDiv(time, Times.MINUTE));
  }

  private long[] sorted() {
    if (sorted.length != minutes.size()) {
      sorted = new LongArrayList(minutes).toLongArray();
      Arrays.sort(sorted);
    }
    return sorted;
  }

  /** In how many minutes that lie wholly between two times strangers were refused. */
  int between(long from, long to) {
    long[] all = sorted();
    int a = firstFrom(all, Math.floorDiv(from, Times.MINUTE) + 1);
    int b = firstFrom(all, Math.floorDiv(to, Times.MINUTE));
    return Math.max(0, b - a);
  }

  private static int firstFrom(long[] all, long minute) {
    int at = Arrays.binarySearch(all, minute);
    return at < 0 ? -at - 1 : at;
  }
}
