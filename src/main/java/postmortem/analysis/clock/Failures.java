package postmortem.analysis.clock;

import it.unimi.dsi.fastutil.ints.Int2IntMap;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.Comparator;
import postmortem.event.Times;

/**
 * Refused logons at a mail service, in the ten densest hours of a clock: what is left to compare
 * where two logs share neither addresses nor accounts.
 */
final class Failures {

  private static final int HOURS = 10;
  private static final int MOST = 1 << 13;
  private static final int OF_AN_HOUR = 32;

  private final Int2IntOpenHashMap byHour = new Int2IntOpenHashMap();
  private final LongArrayList times = new LongArrayList();
  private final LongArrayList some = new LongArrayList();
  private int hour = Integer.MIN_VALUE;
  private int ofHour;
  private int[] densest = {};

  /** Counts one, in a first pass. */
  void count(long time) {
    byHour.addTo(Times.hour(time), 1);
  }

  boolean isEmpty() {
    return byHour.isEmpty();
  }

  /** Ends the first pass. */
  void choose() {
    densest =
        byHour.int2IntEntrySet().stream()
            .sorted(
                Comparator.<Int2IntMap.Entry>comparingInt(e -> -e.getIntValue())
                    .thenComparingInt(Int2IntMap.Entry::getIntKey))
            .limit(HOURS)
            .mapToInt(Int2IntMap.Entry::getIntKey)
            .sorted()
            .toArray();
  }

  /** Keeps one of a chosen hour, and some of every hour, in a second pass. */
  void add(long time) {
    ofHour = Times.hour(time) == hour ? ofHour + 1 : 1;
    hour = Times.hour(time);
    if (ofHour <= OF_AN_HOUR) {
      some.add(time);
    }
    if (times.size() < MOST && isNear(time, 0)) {
      times.add(time);
    }
  }

  /** Is a time within so many hours of a chosen one? */
  boolean isNear(long time, int hours) {
    int hour = Times.hour(time);
    for (int chosen : densest) {
      if (Math.abs(hour - chosen) <= hours) {
        return true;
      }
    }
    return false;
  }

  /** Some of every hour, in order of time. */
  long[] some() {
    return some.toLongArray();
  }

  /** Those of the chosen hours, in order of time. */
  long[] times() {
    return times.toLongArray();
  }
}
