package postmortem.analysis.join;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2LongOpenHashMap;
import java.util.Arrays;
import postmortem.analysis.Fact;
import postmortem.event.Times;

/**
 * How often each account's attempts met each address alone, and whether that can be chance.
 *
 * <p>An address that is connected all day meets everybody's attempts. And where most attempts of a
 * time meet nobody at all, the connections are not those that they came by: whoever happened to be
 * connected then met some of them by chance, too.
 *
 * <p>Who is connected all the time because he guesses all the time is known by when his visits
 * begin: more of them right before the attempts than right after, where chance makes both alike. So
 * are many accounts that one address tries a few times, and one account that many addresses try: an
 * attempt right after the beginning of the only visit is that visit's, if so are most of its
 * account's that met not several.
 */
final class Meetings {

  /** Fewer say nothing. */
  private static final int FEWEST = 5;

  /** Chance makes so many deviations from what is expected, and no more. */
  private static final double DEVIATIONS = 4;

  /** Well above chance is so many times what is expected. */
  private static final double TIMES = 3;

  /** Of a longer time the first hours tell enough. */
  private static final int MOST_HOURS = 48;

  /** The beginnings of more visits are not looked at. */
  private static final int MOST_PAIRS = 1 << 20;

  private final Long2IntOpenHashMap met = new Long2IntOpenHashMap();
  private final Long2LongOpenHashMap hours = new Long2LongOpenHashMap(); // first and last, of those
  private final Long2IntOpenHashMap attemptsOf = new Long2IntOpenHashMap(); // by account and hour
  private final Long2IntOpenHashMap somebody = new Long2IntOpenHashMap(); // was there, likewise
  private final Long2IntOpenHashMap judged = new Long2IntOpenHashMap(); // 1: chance, 2: not
  private final Long2IntOpenHashMap begunBefore = new Long2IntOpenHashMap();
  private final Long2IntOpenHashMap begunAfter = new Long2IntOpenHashMap();
  private final Int2IntOpenHashMap soon = new Int2IntOpenHashMap(); // met alone, by account
  private final Int2IntOpenHashMap several = new Int2IntOpenHashMap(); // met at once, by account
  private final Int2LongOpenHashMap ofAccount = new Int2LongOpenHashMap(); // begun, as a pair's
  private final Int2LongOpenHashMap ofSource = new Int2LongOpenHashMap(); // likewise
  private int[] attempts = new int[256]; // by account
  private long[] present = new long[1024]; // nanoseconds, by address
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;

  /**
   * An attempt.
   *
   * @param anybody was somebody connected?
   */
  void attempt(int account, long time, boolean anybody) {
    if (account >= attempts.length) {
      attempts = Arrays.copyOf(attempts, Math.max(account + 1, 2 * attempts.length));
    }
    attempts[account]++;
    long hour = key(account, Times.hour(time));
    attemptsOf.addTo(hour, 1);
    if (anybody) {
      several.addTo(account, 1);
      somebody.addTo(hour, 1);
    }
  }

  /** It met one address alone, whose visit had just begun, or had not. */
  void meet(int account, int source, long time, boolean justBegun) {
    long pair = key(account, source);
    several.addTo(account, -1);
    soon.addTo(account, justBegun ? 1 : 0);
    long hour = Times.hour(time);
    long span = met.addTo(pair, 1) == 0 ? hour << 32 : hours.get(pair) & ~0xffff_ffffL;
    hours.put(pair, span | hour & 0xffff_ffffL);
  }

  /** A visit began right before an attempt, or right after it; whether it lasted or not. */
  void begin(Fact attempt, Visit visit) {
    boolean before = visit.start <= attempt.time();
    long one = before ? 1L << 32 : 1;
    ofAccount.addTo(attempt.account(), one);
    ofSource.addTo(visit.source, one);
    long pair = key(attempt.account(), visit.source);
    if (begunBefore.size() + begunAfter.size() < MOST_PAIRS) {
      (before ? begunBefore : begunAfter).addTo(pair, 1);
    }
  }

  /** Somebody was connected for a while. */
  void visit(Visit visit) {
    first = Math.min(first, visit.start);
    last = Math.max(last, visit.end());
    if (visit.source >= present.length) {
      present = Arrays.copyOf(present, Math.max(visit.source + 1, 2 * present.length));
    }
    present[visit.source] += visit.end() - visit.start;
  }

  private static long key(int account, int other) {
    return (long) account << 32 | other & 0xffff_ffffL;
  }

  /** Do they belong together? Asked when all was counted. */
  boolean belong(int account, int source) {
    long pair = key(account, source);
    int times = met.get(pair);
    if (times < FEWEST) {
      return false;
    }
    int known = judged.get(pair);
    if (known == 0) {
      boolean real =
          (isOften(times, attempts[account], source) || areFollowed(pair))
              && areCovered(account, hours.get(pair));
      known = real ? 2 : 1;
      judged.put(pair, known);
    }
    return known == 2;
  }

  /** More often than an address that is connected so long meets so many attempts? */
  private boolean isOften(int times, int attempts, int source) {
    double share = Math.min(1, (double) present[source] / Math.max(1, last - first));
    double expected = attempts * share;
    return times > expected * TIMES && times > expected + DEVIATIONS * Math.sqrt(expected);
  }

  private boolean areFollowed(long pair) {
    return isNoChance(begunBefore.get(pair), begunAfter.get(pair));
  }

  /** Is an attempt that met an address alone, right after it came, the address's? */
  boolean isVisitors(int account, int source) {
    return soon.get(account) * 2 >= attempts[account] - several.get(account)
        && (isNoChance(ofAccount.get(account)) || isNoChance(ofSource.get(source)));
  }

  private static boolean isNoChance(long begun) {
    return isNoChance(begun >>> 32, begun & 0xffff_ffffL);
  }

  private static boolean isNoChance(long before, long after) {
    return before - after > DEVIATIONS * Math.sqrt((double) before + after);
  }

  /** Did at least half of the account's attempts of these hours meet anybody? */
  private boolean areCovered(int account, long span) {
    int from = (int) (span >>> 32);
    int to = Math.min((int) span, from + MOST_HOURS);
    long all = 0;
    long met = 0;
    for (int hour = from; hour <= to; hour++) {
      all += attemptsOf.get(key(account, hour));
      met += somebody.get(key(account, hour));
    }
    return met * 2 >= all;
  }
}
