package postmortem.analysis.auth;

import java.util.BitSet;
import java.util.function.Consumer;
import postmortem.event.Times;

/**
 * Tells the failures of a site that are a user's or a device's from those that may be guessing
 * (detection-methods.md, M1, "human baseline").
 *
 * <p>Failures of one account between two successes are a run. A short run beside a success is
 * somebody who mistypes, or a telephone with last week's password; a long and even one is a
 * forgotten device. What stands only before a success is in doubt: where the site guesses at
 * others, it is the guess that hit.
 */
final class Innocence {

  /** More failures in a row than a user makes, or a telephone until somebody tells it. */
  static final int HUMAN_RUN = 30;

  /** A success later than this after the failures has nothing to do with them. */
  private static final long SOON = Times.DAY;

  private static final int FEWEST_OF_DEVICE = 8;

  /** Fewer failures before a success are typing errors, whoever else guesses at the account. */
  private static final int FEWEST_GUESSES = 3;

  /** So many people of one place do not mistype at their first visit, and nobody else comes. */
  private static final int MANY_GUESSED = 10;

  private static final double NEARLY_ALL = 0.8;

  private static final double EVEN = 0.5;
  private static final double VERY_EVEN = 0.25;

  /** Failures of one account from one site between two successes. */
  record Run(
      int account,
      long start,
      long end,
      long failures,
      boolean known,
      boolean endsWithSuccess,
      boolean device,
      Rhythm rhythm) {}

  private final SiteLog log;
  private final boolean inside;
  private final BitSet innocent = new BitSet();
  private final BitSet excused = new BitSet(); // by nothing but a later success
  private final BitSet doubtful = new BitSet(); // the part of these that may be guesses
  private final Consumer<Run> innocentRuns;
  private int accountsFailed;

  private Innocence(SiteLog log, boolean inside, Consumer<Run> innocentRuns) {
    this.log = log;
    this.inside = inside;
    this.innocentRuns = innocentRuns;
  }

  /**
   * Judges a sorted log.
   *
   * @param inside is it of an address of ours?
   * @param innocentRuns is told of each run that is innocent
   */
  static Innocence of(SiteLog log, boolean inside, Consumer<Run> innocentRuns) {
    Innocence judged = new Innocence(log, inside, innocentRuns);
    int[] order = log.byAccount();
    judged.accountsFailed = judged.countAccounts(order);
    int accounts = 0;
    int guessed = 0;
    int from = 0;
    while (from < order.length) {
      int to = from + 1;
      int account = log.account(order[from]);
      while (to < order.length && log.account(order[to]) == account) {
        to++;
      }
      if (account == 0) {
        judged.unnamed();
      } else {
        accounts++;
        guessed += judged.pair(order, from, to) ? 1 : 0;
      }
      from = to;
    }
    if (!inside && guessed >= MANY_GUESSED && guessed >= NEARLY_ALL * accounts) {
      judged.excuseNoGuesses();
    }
    return judged;
  }

  private int countAccounts(int[] order) {
    int count = 0;
    int last = -1;
    for (int row : order) {
      if (!log.isSuccess(row) && log.account(row) != last) {
        last = log.account(row);
        count++;
      }
    }
    return count;
  }

  /** Failures that name no account: any success of the site speaks for them. */
  private void unnamed() {
    int[] rows = new int[log.size()];
    int count = 0;
    for (int i = 0; i < log.size(); i++) {
      if (log.isSuccess(i) || log.account(i) == 0) {
        rows[count++] = i;
      }
    }
    pair(rows, 0, count);
  }

  /** Returns whether some of the failures may be guesses. */
  private boolean pair(int[] rows, int from, int to) {
    boolean guesses = false;
    boolean known = false;
    int at = from;
    while (at < to) {
      if (log.isSuccess(rows[at])) {
        known = true;
        at++;
        continue;
      }
      int end = at;
      while (end < to && !log.isSuccess(rows[end])) {
        end++;
      }
      judge(rows, at, end, known, end < to ? log.time(rows[end]) : Long.MAX_VALUE);
      guesses |= doubtful.get(rows[at]);
      at = end;
    }
    return guesses;
  }

  /** What looks like a guess is one: the site has hit one account after the other. */
  private void excuseNoGuesses() {
    excused.andNot(doubtful);
    doubtful.clear();
  }

  private void judge(int[] rows, int from, int to, boolean known, long success) {
    long failures = 0;
    long[] times = new long[to - from];
    for (int i = from; i < to; i++) {
      failures += log.weight(rows[i]);
      times[i - from] = log.time(rows[i]);
    }
    long end = times[times.length - 1];
    boolean ends = success != Long.MAX_VALUE && success - end <= SOON;
    Rhythm rhythm = Rhythm.of(times, times.length);
    boolean device = isDevice(failures, known, rhythm);
    boolean few = failures <= HUMAN_RUN;
    if (!device && !(few && (known || ends))) {
      return;
    }
    int account = log.account(rows[from]);
    boolean guesses = !known && !device && account != 0 && failures >= FEWEST_GUESSES;
    for (int i = from; i < to; i++) {
      (known || device ? innocent : excused).set(rows[i]);
      doubtful.set(rows[i], guesses);
    }
    innocentRuns.accept(new Run(account, times[0], end, failures, known, ends, device, rhythm));
  }

  private boolean isDevice(long failures, boolean known, Rhythm rhythm) {
    if (failures < FEWEST_OF_DEVICE) {
      return false;
    }
    return inside || known ? rhythm.isEven(EVEN) : accountsFailed == 1 && rhythm.isEven(VERY_EVEN);
  }

  /** Is the row a failure that nothing speaks for? */
  boolean isSuspect(int row) {
    return !log.isSuccess(row) && !innocent.get(row) && !excused.get(row);
  }

  /** Is the row a failure for which nothing speaks but a later success? */
  boolean isExcused(int row) {
    return excused.get(row);
  }

  /** Is it one of several such failures at one account, which may be guesses? */
  boolean isDoubtful(int row) {
    return doubtful.get(row);
  }

  /**
   * The site guesses: what is known only since then, or only by a later success, is no longer
   * innocent.
   */
  void guiltySince(long start, long end) {
    int[] order = log.byAccount();
    int account = -1;
    boolean known = false;
    for (int row : order) {
      if (log.account(row) != account) {
        account = log.account(row);
        known = account == 0 && anySuccessBefore(start);
      }
      if (log.isSuccess(row)) {
        known |= log.time(row) < start;
      } else if (!known
          && log.time(row) >= start - Times.HOUR
          && log.time(row) <= end + Times.HOUR) {
        doubtful.clear(row);
        excused.clear(row);
        innocent.clear(row);
      }
    }
  }

  private boolean anySuccessBefore(long time) {
    for (int i = 0; i < log.size() && log.time(i) < time; i++) {
      if (log.isSuccess(i)) {
        return true;
      }
    }
    return false;
  }
}
