package postmortem.analysis.join;

import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;
import postmortem.event.Names;
import postmortem.event.Times;

/**
 * Who uses an address alone: where each logon that an address is known for is of one account, its
 * other sessions are that account's too, though their logons met several addresses at once.
 */
final class Owners {

  /** So long after a logon the address is still its. */
  private static final long WHILE = Times.HOUR;

  private static final long SHARED = -1;

  private final Int2LongOpenHashMap accounts = new Int2LongOpenHashMap(); // account, minute

  boolean isEmpty() {
    return accounts.isEmpty();
  }

  void logOn(int source, int account, long time) {
    long known = accounts.get(source);
    boolean another = known != 0 && (int) (known >>> 32) != account;
    long minute = Math.floorDiv(time, Times.MINUTE);
    accounts.put(source, another ? SHARED : (long) account << 32 | minute);
  }

  /** The account that an address is of at a time; {@link Names#ABSENT} where nobody can say. */
  int of(int source, long time) {
    long known = accounts.get(source);
    boolean lately =
        known > 0 && time - (known & 0xffff_ffffL) * Times.MINUTE <= WHILE + Times.MINUTE;
    return lately ? (int) (known >>> 32) : Names.ABSENT;
  }
}
