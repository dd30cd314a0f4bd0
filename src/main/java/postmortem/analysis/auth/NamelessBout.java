package postmortem.analysis.auth;

import it.unimi.dsi.fastutil.ints.IntCollection;
import it.unimi.dsi.fastutil.ints.IntLists;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import postmortem.analysis.Fact;
import postmortem.event.Names;
import postmortem.event.Times;

/**
 * Failures at one account that come one soon after the other, most of them from nobody knows where.
 */
final class NamelessBout implements NamelessEpisode {

  /** A longer pause ends it. */
  private static final long PAUSE = Times.HOUR;

  private static final int FEWEST = 100;
  private static final int FEWEST_AN_HOUR = 20;

  /** One address that is known for so many that are not is somebody else's mistake. */
  private static final int TRACED = 20;

  private static final int TIMES = 256; // that a rhythm is judged by
  private static final double EVEN = 0.25;

  private final int account;
  private long from = Long.MAX_VALUE;
  private long to = Long.MIN_VALUE;
  private long failures;
  private long traced;
  private long last;
  private final LongArrayList times = new LongArrayList();

  NamelessBout(int account, long time) {
    this.account = account;
    this.last = time;
  }

  boolean isOver(long time) {
    return time - last > PAUSE;
  }

  void failure(Fact fact) {
    last = fact.time();
    if (fact.source() > Names.OTHER) {
      traced++;
      return;
    }
    failures++;
    from = Math.min(from, last);
    to = last;
    if (times.size() < TIMES) {
      times.add(last);
    }
  }

  @Override
  public long from() {
    return from;
  }

  @Override
  public long to() {
    return to;
  }

  @Override
  public IntCollection accounts() {
    return IntLists.singleton(account);
  }

  @Override
  public boolean isGuessedAt(int other) {
    return other == account;
  }

  int account() {
    return account;
  }

  /** Does nobody know who guessed, and was it no device with an old password? */
  boolean isGuessing() {
    double hours = Math.max(1, (double) (to - from) / Times.HOUR);
    return failures >= FEWEST
        && failures >= FEWEST_AN_HOUR * hours
        && traced * TRACED <= failures
        && !Rhythm.of(times.elements(), times.size()).isEven(EVEN);
  }
}
