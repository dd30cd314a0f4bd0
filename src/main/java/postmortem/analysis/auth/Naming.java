package postmortem.analysis.auth;

import postmortem.analysis.Context;
import postmortem.analysis.FindingType;
import postmortem.analysis.Threshold;
import postmortem.event.Times;

/** Gives a campaign the one name that fits it best (design.md, 6). */
final class Naming {

  /** So many sites are many, whatever each of them does. */
  private static final int MANY_SITES = 20;

  /** "A few attempts each", where the sites are not many. */
  private static final int FEW_EACH = 40;

  /** So many accounts are a list, whatever each of them gets. */
  private static final int MANY_ACCOUNTS = 20;

  /** "Few attempts each" at accounts that are not many. */
  private static final int FEW_PER_ACCOUNT = 30;

  /** What is slow does no more in one hour, and fewer than that on average. */
  private static final int SLOW_PEAK_HOUR = 40;

  private static final int SLOW_MEAN_HOUR = 20;

  private final Context context;

  Naming(Context context) {
    this.context = context;
  }

  FindingType of(Campaign c, int accountsWon) {
    if (isDistributed(c, accountsWon)) {
      return FindingType.DISTRIBUTED_GUESSING;
    }
    if (isSlow(c)) {
      return FindingType.SLOW_GUESSING;
    }
    return isSpray(c, accountsWon) ? FindingType.PASSWORD_SPRAY : FindingType.BRUTE_FORCE;
  }

  private boolean isDistributed(Campaign c, int accountsWon) {
    int sites = c.sites.size();
    if (sites >= MANY_SITES) {
      return !isSharedList(c);
    }
    boolean list =
        c.accountsTried() == 0
            ? isSpray(c, accountsWon)
            : c.accountsTried() >= 2 * spray() && c.accountsTried() > sites;
    return sites >= context.threshold(Threshold.CAMPAIGN_SOURCES)
        && c.medianFailures() <= FEW_EACH
        && !list;
  }

  /** Do many sites share out a list of accounts? It is longer than that of the sites. */
  private boolean isSharedList(Campaign c) {
    return c.accountsTried() >= MANY_ACCOUNTS
        && c.accountsTried() > c.sites.size()
        && isSpray(c, 0);
  }

  private double spray() {
    return context.threshold(Threshold.SPRAY_ACCOUNTS);
  }

  /** Few in each hour, for long, and evenly spread: a spray's rounds fill few bins. */
  private boolean isSlow(Campaign c) {
    long span = c.to() - c.from();
    double perHour = c.failures() / (double) Math.max(1, span / Times.HOUR);
    boolean low =
        c.peakTenMinutes() < context.threshold(Threshold.BURST_FAILURES)
            || c.peakHour() <= SLOW_PEAK_HOUR;
    return span >= context.threshold(Threshold.SLOW_DAYS) * Times.DAY
        && low
        && perHour <= SLOW_MEAN_HOUR
        && c.accountsTried() < MANY_ACCOUNTS
        && (c.bins().size() >= Bout.MOST_BINS || c.bins().size() * 4L >= c.failures());
  }

  private boolean isSpray(Campaign c, int accountsWon) {
    int accounts = c.accountsTried();
    if (accounts == 0) {
      return accountsWon > 1 || rounds(c) >= 3;
    }
    boolean list = accounts >= MANY_ACCOUNTS || c.failures() / accounts <= FEW_PER_ACCOUNT;
    return accounts >= spray() && list && c.most() * 2 <= c.failures();
  }

  /**
   * How many times the campaign was active with pauses between, where the pauses are no chance: in
   * the rounds it does four times as much as on average.
   */
  static int rounds(Campaign c) {
    SortedInts bins = c.bins();
    int rounds = bins.groups();
    if (rounds < 2) {
      return rounds;
    }
    int span = bins.get(bins.size() - 1) - bins.get(0) + 1;
    boolean dense = bins.size() * 2 <= span && c.failures() >= 4L * bins.size();
    return dense ? rounds : 1;
  }
}
