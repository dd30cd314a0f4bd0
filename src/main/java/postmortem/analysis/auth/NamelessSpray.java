package postmortem.analysis.auth;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntCollection;
import java.util.List;
import postmortem.analysis.Fact;
import postmortem.event.Names;
import postmortem.event.Times;

/** Failures at many accounts in a short time, most of them from nobody knows where. */
final class NamelessSpray implements NamelessEpisode {

  private static final long PAUSE = 10 * Times.MINUTE;
  private static final int FEWEST = 40;
  private static final int FEWEST_A_MINUTE = 2;
  private static final int FEWEST_ACCOUNTS = 5;

  /** One address that is known for so many that are not: it tells whose the others are. */
  private static final int TRACED = 20;

  /** Somebody who mistypes is in doubt with fewer. */
  private static final int FEWEST_GUESSES = 3;

  private long from = Long.MAX_VALUE;
  private long to = Long.MIN_VALUE;
  private final long begin;
  private final Int2IntOpenHashMap perAccount = new Int2IntOpenHashMap();
  private long failures;
  private long traced;
  private long last;

  NamelessSpray(long time) {
    this.begin = time;
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
    perAccount.addTo(fact.account(), 1);
  }

  /** Leaves out what is told of single accounts already. */
  void leaveOut(List<NamelessBout> told) {
    for (NamelessBout bout : told) {
      if (bout.from() <= to && bout.to() >= begin) {
        failures -= perAccount.remove(bout.account());
      }
    }
  }

  /** Does nobody know who guessed at many accounts? */
  boolean isGuessing() {
    double minutes = Math.max(1, (double) (to - from) / Times.MINUTE);
    return failures >= FEWEST
        && failures >= FEWEST_A_MINUTE * minutes
        && perAccount.size() >= FEWEST_ACCOUNTS
        && traced * TRACED <= failures;
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
    return perAccount.keySet();
  }

  @Override
  public boolean isGuessedAt(int account) {
    return perAccount.get(account) >= FEWEST_GUESSES;
  }
}
