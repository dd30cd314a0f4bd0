package postmortem.analysis.auth;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import postmortem.event.Times;

/** Puts bouts of guessing together: those of one site, and those of sites that act together. */
final class Campaigns {

  /** Bouts that are kept; more are left out by the hash of their site. */
  static final int MOST_BOUTS = 1 << 16;

  /** With so many of the latest campaigns a bout is compared. */
  private static final int MOST_COMPARED = 64;

  private static final long HAND_OVER = 30 * Times.MINUTE;
  private static final int LIKE_SIZE = 10;
  private static final int MANY_ACCOUNTS = 5;
  private static final int FEW_PER_ACCOUNT = 30;
  private static final int FEWEST_ROUNDS = 3;

  /** Bouts with fewer attempts are not compared with campaigns. */
  static final int FEWEST_OF_MINOR = 5;

  private Campaigns() {}

  /**
   * Campaigns of busy sites, and of crowds.
   *
   * @param minors bouts that are little by themselves
   * @param crowds campaigns of sites that do little each
   */
  static List<Campaign> of(List<Bout> bouts, List<Bout> minors, List<Campaign> crowds) {
    List<Bout> sorted = new ArrayList<>(bouts);
    sorted.sort(
        Comparator.comparing(Bout::door)
            .thenComparingLong(Bout::start)
            .thenComparingInt(Bout::site));
    List<Campaign> all = new ArrayList<>();
    for (Bout bout : sorted) {
      Campaign own = find(all, bout);
      if (own == null) {
        own = new Campaign(bout.door());
        all.add(own);
      }
      own.add(bout);
    }
    for (Bout minor : minors) {
      all.stream().filter(c -> helps(c, minor)).findFirst().ifPresent(c -> c.add(minor));
    }
    for (Campaign crowd : crowds) {
      all.removeIf(
          c -> {
            boolean same = isPartOf(c, crowd);
            if (same) {
              crowd.add(c);
            }
            return same;
          });
    }
    all.addAll(crowds);
    all.sort(
        Comparator.comparingLong(Campaign::from)
            .thenComparingLong(Campaign::to)
            .thenComparingInt(c -> c.sites.keySet().intStream().min().orElse(0)));
    return all;
  }

  private static @Nullable Campaign find(List<Campaign> all, Bout bout) {
    int compared = 0;
    for (int i = all.size() - 1; i >= 0 && compared < MOST_COMPARED; i--) {
      Campaign c = all.get(i);
      if (c.door != bout.door()) {
        break;
      }
      if (c.sites.containsKey(bout.site()) ? returns(c, bout) : actsWith(c, bout)) {
        return c;
      }
      compared++;
    }
    return null;
  }

  /** Does a site go on, after a pause, with what it did before? */
  private static boolean returns(Campaign c, Bout bout) {
    return bout.start() - c.to() <= Bouts.LONGEST_PAUSE
        && (alike(c, bout) >= 0.5
            || bothUnnamed(c, bout)
            || bothLists(c, bout) && contained(c, bout) >= 0.5)
        && likeSize(c, bout);
  }

  private static boolean actsWith(Campaign c, Bout bout) {
    if (!c.overlaps(bout.start() - HAND_OVER, bout.end()) || !likeSize(c, bout)) {
      return false;
    }
    if (bothUnnamed(c, bout)) {
      return inStep(c, bout);
    }
    if (alike(c, bout) >= 0.5) {
      return true;
    }
    return bothLists(c, bout) && inStep(c, bout);
  }

  /**
   * Do both go through a list of accounts? Sources that share one out have no account in common in
   * one round, so their step must speak for them.
   */
  private static boolean bothLists(Campaign c, Bout bout) {
    return c.accountsTried() >= MANY_ACCOUNTS
        && bout.accountsTried() >= MANY_ACCOUNTS
        && c.failures() <= (long) FEW_PER_ACCOUNT * c.accountsTried()
        && bout.failures() <= (long) FEW_PER_ACCOUNT * bout.accountsTried();
  }

  /**
   * Does a source with a small share of a spray's list take part in its rounds? Where no account is
   * named, three rounds in step must do.
   */
  private static boolean helps(Campaign c, Bout minor) {
    boolean within =
        c.door == minor.door()
            && minor.start() >= c.from() - HAND_OVER
            && minor.end() <= c.to() + HAND_OVER
            && c.bins().shared(minor.bins()) * 5 >= minor.bins().size() * 4;
    if (!within || !likeSize(c, minor)) {
      return false;
    }
    return bothUnnamed(c, minor)
        ? minor.bins().groups() >= FEWEST_ROUNDS && Naming.rounds(c) >= FEWEST_ROUNDS
        : c.accountsTried() >= MANY_ACCOUNTS
            && minor.accountsTried() >= FEWEST_ROUNDS
            && contained(c, minor) >= 0.8;
  }

  private static boolean bothUnnamed(Campaign c, Bout bout) {
    return c.accountsTried() == 0 && bout.accountsTried() == 0;
  }

  private static boolean likeSize(Campaign c, Bout bout) {
    long usual = c.failuresOfBout();
    return bout.failures() <= usual * LIKE_SIZE && usual <= bout.failures() * LIKE_SIZE;
  }

  /** Are half of the bins in which the one is active bins of the other too? */
  private static boolean inStep(Campaign c, Bout bout) {
    int fewer = Math.min(c.bins().size(), bout.bins().size());
    return fewer > 0 && c.bins().shared(bout.bins()) * 2 >= fewer;
  }

  private static int shared(Campaign c, Bout bout) {
    int n = 0;
    for (int i = 0; i < bout.accounts().size(); i++) {
      int account = bout.accounts().get(i);
      n += account != 0 && c.accounts.contains(account) ? 1 : 0;
    }
    return n;
  }

  /** The part of all their accounts that they have in common. */
  private static double alike(Campaign c, Bout bout) {
    if (c.aimsAtAny() || bout.anyAccount()) {
      return c.aimsAtAny() && bout.anyAccount() ? 1 : 0;
    }
    int shared = shared(c, bout);
    int all = c.accountsTried() + bout.accountsTried() - shared;
    return all == 0 ? 0 : (double) shared / all;
  }

  private static double contained(Campaign c, Bout bout) {
    int fewer = Math.min(c.accountsTried(), bout.accountsTried());
    return fewer == 0 ? 0 : (double) shared(c, bout) / fewer;
  }

  /** Is a busy site only the busiest of a crowd? */
  private static boolean isPartOf(Campaign busy, Campaign crowd) {
    if (busy.door != crowd.door || !crowd.overlaps(busy.from(), busy.to())) {
      return false;
    }
    if (busy.medianFailures() > LIKE_SIZE * Math.max(1, crowd.medianFailures())) {
      return false;
    }
    int shared = 0;
    for (int account : busy.accounts) {
      shared += account != 0 && crowd.accounts.contains(account) ? 1 : 0;
    }
    boolean unnamed = busy.accountsTried() == 0 && crowd.accountsTried() == 0;
    return unnamed || shared * 2 >= Math.max(1, busy.accountsTried());
  }
}
