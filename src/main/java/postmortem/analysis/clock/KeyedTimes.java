package postmortem.analysis.clock;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntSet;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongComparators;
import it.unimi.dsi.fastutil.longs.LongHeapPriorityQueue;
import postmortem.event.Hash;
import postmortem.event.Times;

/**
 * When each of some keys was seen: of the 1,024 keys with the smallest hash, so that two logs keep
 * the same ones in whatever order they are read (detection-methods.md, 3).
 */
final class KeyedTimes {

  private static final int KEYS = 1024;
  private static final int EACH = 512;

  /** Closer than this, two times of one key cannot be told apart on the other side. */
  static final long APART = 60 * Times.SECOND;

  private static final long TWICE = 2 * Times.SECOND;

  private final Int2ObjectOpenHashMap<LongArrayList> times = new Int2ObjectOpenHashMap<>();
  private final LongHeapPriorityQueue kept =
      new LongHeapPriorityQueue(LongComparators.OPPOSITE_COMPARATOR); // hash and key, largest first
  private long largest = Long.MAX_VALUE;

  /** As {@link #add}, of what two records tell: its opening, and its end. */
  void addOnce(int key, long time) {
    LongArrayList known = times.get(key);
    if (known == null || time - known.getLong(known.size() - 1) > TWICE) {
      add(key, time);
    }
  }

  /** Times of one key come in order. */
  void add(int key, long time) {
    LongArrayList known = times.get(key);
    if (known == null) {
      long rank = rank(key);
      if (rank >= largest) {
        return;
      }
      known = new LongArrayList();
      times.put(key, known);
      kept.enqueue(rank);
      if (times.size() > KEYS) {
        times.remove((int) kept.dequeueLong());
        largest = kept.firstLong();
      }
    }
    if (known.size() < EACH) {
      known.add(time);
    }
  }

  private static long rank(int key) {
    return (Hash.mix(key, 0) >>> 33) << 32 | key;
  }

  boolean isEmpty() {
    return times.isEmpty();
  }

  IntSet keys() {
    return times.keySet();
  }

  /** All times of a key, in order. */
  long[] of(int key) {
    LongArrayList known = times.get(key);
    return known == null ? new long[0] : known.toLongArray();
  }

  /** Those of a key that are alone for a minute before and after. */
  long[] alone(int key) {
    LongArrayList alone = new LongArrayList();
    long[] all = of(key);
    for (int i = 0; i < all.length; i++) {
      boolean before = i == 0 || all[i] - all[i - 1] > APART;
      boolean after = i + 1 == all.length || all[i + 1] - all[i] > APART;
      if (before && after) {
        alone.add(all[i]);
      }
    }
    return alone.toLongArray();
  }
}
