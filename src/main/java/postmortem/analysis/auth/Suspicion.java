package postmortem.analysis.auth;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import postmortem.analysis.Context;
import postmortem.analysis.Fact;
import postmortem.analysis.Threshold;
import postmortem.event.Names;
import postmortem.event.Times;

/**
 * The first pass: judges one site after the other, and keeps what is suspect. Facts must come in
 * the order of sources, so that the addresses of one /64 follow each other.
 */
final class Suspicion {

  private final Context context;
  private final Sight sight;
  private final DailyBaseline baseline;
  private final SiteLog[] logs = SiteLog.ofAllDoors();
  private final BoutList bouts;
  private final BoutList minors;
  private final QuietAttempts quiet = new QuietAttempts(QuietAttempts.MOST);
  private final BitSet existing = new BitSet();
  private final Site site;

  Suspicion(Context context, Sight sight) {
    this.context = context;
    this.sight = sight;
    this.baseline = new DailyBaseline(context, sight == Sight.ATTEMPTS);
    this.site = new Site(context);
    this.bouts = new BoutList(context, Campaigns.MOST_BOUTS);
    this.minors = new BoutList(context, Campaigns.MOST_BOUTS / 4);
  }

  void next(Fact fact) {
    Sight.Meaning meaning = sight.of(fact, context);
    if (fact.source() <= Names.OTHER || meaning == Sight.Meaning.NONE) {
      return;
    }
    if (site.isLeftFor(fact.source())) {
      judge();
    }
    site.arrive(fact.source());
    int account = sight.account(fact);
    if (meaning == Sight.Meaning.RIGHT) {
      existing.set(account);
      return;
    }
    boolean success = meaning == Sight.Meaning.SUCCESS;
    if (success || fact.reason().isOfExistingAccount()) {
      existing.set(account);
    }
    SiteLog log = logs[sight == Sight.ATTEMPTS ? Door.of(fact.service()).ordinal() : 0];
    log.add(fact.time(), fact.source(), account, success ? 0 : sight.weight(fact));
    if (log.full()) {
      judge();
    }
  }

  private void judge() {
    for (Door door : Door.values()) {
      SiteLog log = logs[door.ordinal()];
      if (log.size() > 0) {
        judge(door, log);
        log.clear();
      }
    }
  }

  private void judge(Door door, SiteLog log) {
    log.sort();
    Innocence innocence = Innocence.of(log, site.isInside(), run -> {});
    List<Bout> loud = loud(door, log, innocence);
    if (loud.isEmpty()) {
      minor(door, log, innocence);
    } else {
      innocence.guiltySince(loud.get(0).start(), loud.get(loud.size() - 1).end());
      loud = loud(door, log, innocence);
      loud.forEach(bouts::add);
    }
    boolean delivers = sight == Sight.SESSIONS && log.anySuccess();
    for (int i = 0; i < log.size(); i++) {
      if (innocence.isSuspect(i)) {
        baseline.suspect(Times.day(log.time(i)), log.weight(i));
      }
      boolean counts = innocence.isSuspect(i) || innocence.isDoubtful(i);
      if (counts && !delivers && !isIn(loud, log.time(i))) {
        quiet(door, log, i, innocence.isDoubtful(i));
      }
    }
  }

  private List<Bout> loud(Door door, SiteLog log, Innocence innocence) {
    int[] rows = Bouts.suspects(log, innocence, false);
    List<Bout> loud = new ArrayList<>();
    for (Bouts.Part part : Bouts.cut(log, rows)) {
      Bout bout = Bouts.bout(site.id(), door, log, rows, part);
      if (isLoud(bout) || isSpray(log, rows, part)) {
        loud.add(bout);
      }
    }
    return loud;
  }

  /** What is little by itself may be a part of something larger. */
  private void minor(Door door, SiteLog log, Innocence innocence) {
    int[] rows = Bouts.suspects(log, innocence, true);
    for (Bouts.Part part : Bouts.cut(log, rows)) {
      if (part.to() - part.from() >= Campaigns.FEWEST_OF_MINOR) {
        minors.add(Bouts.bout(site.id(), door, log, rows, part));
      }
    }
  }

  private boolean isLoud(Bout bout) {
    if (sight == Sight.SESSIONS) {
      double least = context.threshold(Threshold.SUSPECTED_SESSIONS);
      return bout.failures() >= least || bout.peakTenMinutes() * 3 >= least;
    }
    return bout.peakTenMinutes() >= context.threshold(Threshold.BURST_FAILURES)
        || bout.failures() >= context.threshold(Threshold.DAILY_FAILURES);
  }

  private boolean isSpray(SiteLog log, int[] rows, Bouts.Part part) {
    double least = context.threshold(Threshold.SPRAY_ACCOUNTS);
    return sight == Sight.ATTEMPTS
        && part.to() - part.from() >= least
        && Bouts.peakAccounts(log, rows, part) >= least;
  }

  private static boolean isIn(List<Bout> loud, long time) {
    for (Bout bout : loud) {
      if (time >= bout.start() && time <= bout.end()) {
        return true;
      }
    }
    return false;
  }

  private void quiet(Door door, SiteLog log, int row, boolean doubtful) {
    int second = (int) Math.floorDiv(log.time(row), Times.SECOND);
    quiet.add(
        second, log.account(row), log.source(row), site.id(), doubtful, door, siteHash(site.id()));
    if (quiet.full()) {
      quiet.halve(this::siteHash);
    }
  }

  private long siteHash(int id) {
    return Site.hash(context, id);
  }

  /** What the sites did that may belong together. Called after the last fact. */
  List<Campaign> campaigns() {
    judge();
    int fewest = (int) Math.max(2, context.threshold(Threshold.CAMPAIGN_SOURCES));
    return Campaigns.of(
        bouts.all(), minors.all(), Crowds.find(quiet, fewest, baseline.coveredDays()));
  }

  DailyBaseline baseline() {
    return baseline;
  }

  /** Is the account known to exist? */
  boolean exists(int account) {
    return account > Names.OTHER && existing.get(account);
  }

  /** Attempts that were left out because there were too many sites. */
  long untracked() {
    return bouts.untracked() + quiet.untracked();
  }
}
