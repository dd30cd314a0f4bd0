package postmortem.event;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Open addressing from keys to ids, and the rule that bounds it.
 *
 * <p>A key is kept while its hash is at or below a threshold. When more keys are kept than the
 * limit, the threshold is halved until at most the limit remain. So which keys are kept in the end
 * depends on the set of keys, never on their order. Ids of dropped keys are not given again.
 */
abstract class IdTable {

  private static final long EMPTY = 0;
  private static final long TAG = 0xffff_ffff_0000_0000L;

  private final int limit;
  private long[] slots = new long[1 << 10]; // high half of the hash, place
  private int ids = Names.OTHER + 1;
  private int kept;
  private long threshold = Long.MAX_VALUE; // of the hash without its sign bit
  private boolean dropped;

  IdTable(int limit) {
    this.limit = limit;
  }

  /** Is the key that is looked for at this place? */
  abstract boolean sameKey(int place);

  /** The id of the key at a place. */
  abstract int idAt(int place);

  /** Stores the key that was looked for under a new id; its place, which is not 0. */
  abstract int store(int id);

  /** The place of the key of an id. */
  abstract int placeOf(int id);

  /** The key of this id is dropped. */
  abstract void forget(int id);

  /** Frees what the keys took that were dropped; those that are left may get other places. */
  abstract void compact();

  /** The hash of a stored key; {@link Long#MAX_VALUE} where it was forgotten. */
  abstract long hashOf(int id);

  /** The id of the key that is looked for, whose hash this is. */
  final int find(long hash) {
    if ((hash & Long.MAX_VALUE) > threshold) {
      dropped = true;
      return Names.OTHER;
    }
    int mask = slots.length - 1;
    int at = (int) hash & mask;
    for (long slot = slots[at]; slot != EMPTY; slot = slots[at]) {
      if (((slot ^ hash) & TAG) == 0 && sameKey((int) slot)) {
        return idAt((int) slot);
      }
      at = at + 1 & mask;
    }
    return add(hash, at);
  }

  private int add(long hash, int at) {
    int id = ids++;
    slots[at] = hash & TAG | store(id);
    kept++;
    if (kept > limit) {
      while (kept > limit) {
        lower(threshold >>> 1);
      }
    } else if (kept * 4L > slots.length * 3L) {
      rehash(slots.length * 2);
    }
    return current(id);
  }

  private void lower(long newThreshold) {
    threshold = newThreshold;
    dropped = true;
    kept = 0;
    for (int id = Names.OTHER + 1; id < ids; id++) {
      if (isKept(id)) {
        kept++;
      } else {
        forget(id);
      }
    }
    compact();
    rehash(slots.length);
  }

  private void rehash(int size) {
    long[] fresh = new long[size];
    for (int id = Names.OTHER + 1; id < ids; id++) {
      if (isKept(id)) {
        long hash = hashOf(id);
        int at = (int) hash & size - 1;
        while (fresh[at] != EMPTY) {
          at = at + 1 & size - 1;
        }
        fresh[at] = hash & TAG | placeOf(id);
      }
    }
    slots = fresh;
  }

  private boolean isKept(int id) {
    return threshold == Long.MAX_VALUE || (hashOf(id) & Long.MAX_VALUE) <= threshold;
  }

  /** The id, or OTHER where its key has been dropped since. */
  final int current(int id) {
    return id <= Names.OTHER || isKept(id) ? id : Names.OTHER;
  }

  /** Drops at least what the other table has dropped. */
  final void limitAs(IdTable other) {
    dropped |= other.dropped;
    if (other.threshold < threshold) {
      lower(other.threshold);
    }
  }

  /** Writes what decides which keys are kept, and how many there are; keys follow. */
  final void writeLimit(DataOutput out) throws IOException {
    out.writeLong(threshold);
    out.writeBoolean(dropped);
    out.writeInt(ids - Names.OTHER - 1);
  }

  /** Reads into an empty table what {@link #writeLimit} wrote; how many keys follow. */
  final int readLimit(DataInput in) throws IOException {
    threshold = in.readLong();
    dropped = in.readBoolean();
    return in.readInt();
  }

  final int ids() {
    return ids;
  }

  final boolean dropped() {
    return dropped;
  }

  /** Forgets all keys; ids start anew. */
  void clear() {
    Arrays.fill(slots, EMPTY);
    ids = Names.OTHER + 1;
    kept = 0;
    threshold = Long.MAX_VALUE;
    dropped = false;
  }
}
