package postmortem.analysis.relay;

import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;
import java.util.ArrayList;
import java.util.List;
import postmortem.analysis.Context;
import postmortem.analysis.Fact;
import postmortem.analysis.FactKind;
import postmortem.analysis.Finding;
import postmortem.analysis.FindingType;
import postmortem.analysis.Letter;
import postmortem.analysis.Sweep;
import postmortem.analysis.Threshold;
import postmortem.analysis.Tops;
import postmortem.event.Names;
import postmortem.event.Times;

/**
 * One account after the other. Remote refusals, which are of no account, come before all of them.
 */
final class AccountSpamSweep implements Sweep {

  private static final int MOST_SMALL = 1 << 14; // episodes of one account
  private static final int FORGED_DOMAINS = 3;
  private static final int LASTING = 4; // times the limit of one hour

  private final Context context;
  private final Refusals refusals;
  private final Usual usual = new Usual(); // the 95th percentile of each account's hours
  private final List<Bulk> candidates = new ArrayList<>();
  private Episodes episodes;
  private SlidingHour hour = new SlidingHour();
  private Usual own = new Usual();
  private long peak;
  private long forgedMessages;
  private final Int2LongOpenHashMap firstSeen = new Int2LongOpenHashMap(); // by source
  private int account = Names.ABSENT;

  AccountSpamSweep(Context context) {
    this.context = context;
    this.refusals = new Refusals(context);
    this.episodes = new Episodes(context, MOST_SMALL);
  }

  @Override
  public void next(Fact fact) {
    if (fact.kind() == FactKind.REMOTE_REFUSAL) {
      refusals.add(fact);
      return;
    }
    if (fact.account() <= Names.OTHER) {
      return;
    }
    if (fact.account() != account) {
      judge();
      account = fact.account();
    }
    int foreign = Letter.foreignRecipients(fact, context);
    if (foreign > 0) {
      firstSeen.putIfAbsent(fact.source(), fact.time());
      long rate = hour.add(fact.time(), foreign);
      own.add(rate);
      peak = Math.max(peak, rate);
      forgedMessages += Letter.forged(fact, context) ? 1 : 0;
      episodes.add(fact, foreign, rate);
    }
  }

  /** Keeps of the account that is over what may be bulk, and how much it usually sends. */
  private void judge() {
    episodes.close();
    List<Episode> kept = episodes.take();
    if (own.total() > 0) {
      boolean bulk = peak >= Episode.HOT || forgedMessages > 0;
      if (bulk) {
        Usual before = episodes.usual;
        candidates.add(new Bulk(account, kept, before.quantile(0.95), firstSeen.clone()));
      } else {
        usual.add(own.quantile(0.95));
      }
    }
    episodes = new Episodes(context, MOST_SMALL);
    hour = new SlidingHour();
    own = new Usual();
    peak = 0;
    forgedMessages = 0;
    firstSeen.clear();
  }

  /** An account that may have sent bulk. */
  private record Bulk(int account, List<Episode> episodes, int usual, Int2LongOpenHashMap seen) {}

  @Override
  public List<Finding> end() {
    judge();
    List<Episode> spam = new ArrayList<>();
    List<Episode> mailings = new ArrayList<>();
    for (Bulk bulk : candidates) {
      convict(bulk, spam, mailings);
    }
    List<Finding> out = new ArrayList<>();
    for (List<Episode> campaign : Runs.of(spam)) {
      out.add(
          new Abuse(context, FindingType.AUTHENTICATED_SPAM, campaign)
              .collect()
              .threshold(Threshold.BULK_RECIPIENTS)
              .metric("baselinePerHour", usual.quantile(0.95))
              .build());
    }
    for (List<Episode> mailing : Runs.of(mailings)) {
      out.add(Mailing.finding(context, mailing));
    }
    return out;
  }

  private void convict(Bulk bulk, List<Episode> spam, List<Episode> mailings) {
    double usually = Math.max(bulk.usual, usual.quantile(0.95));
    double limit = Math.max(context.threshold(Threshold.BULK_RECIPIENTS), 5 * usually);
    for (List<Episode> run : Episodes.together(bulk.episodes, Runs.GAP)) {
      boolean fast = isBulk(run, limit, usually);
      double little = little(run);
      List<Episode> abuse = new ArrayList<>();
      List<Episode> forged = new ArrayList<>();
      for (Episode e : run) {
        if (e.forged) {
          forged.add(e);
        } else if (fast && !isBystander(e, bulk, run.get(0).start, little)) {
          (isMailing(e, bulk) ? mailings : abuse).add(e);
        }
      }
      if (isForging(forged) || !abuse.isEmpty()) {
        abuse.addAll(forged);
      }
      spam.addAll(abuse);
    }
  }

  /** Does the user go on as always while somebody else sends with the account? */
  private static boolean isBystander(Episode e, Bulk bulk, long start, double little) {
    return e.peak() < Episode.HOT && (e.recipients < little || bulk.seen.get(e.source) < start);
  }

  /** Half a message as the run usually has them. */
  private static double little(List<Episode> run) {
    return (double) Episodes.recipients(run) / Episodes.messages(run) / 2;
  }

  /** Is it too much at once, whatever the senders? */
  private static boolean isBulk(List<Episode> run, double limit, double usually) {
    long recipients = Episodes.recipients(run);
    long fastest = Rate.peak(run);
    return fastest > limit
        || recipients > limit && fastest > Math.max(Episode.HOT, 10 * usually)
        || recipients > LASTING * limit && fastest > Math.max(Episode.HOT, 5 * usually);
  }

  /** Half of somebody's mail may be sent for another domain of his; not for many. */
  private boolean isForging(List<Episode> forged) {
    Tops senders = new Tops();
    long recipients = 0;
    for (Episode e : forged) {
      senders.addAll(e.senders);
      recipients += e.recipients;
    }
    boolean relays = recipients >= context.threshold(Threshold.RELAY_RECIPIENTS);
    return relays && senders.different() >= FORGED_DOMAINS
        || recipients > context.threshold(Threshold.BULK_RECIPIENTS)
        || relays && forged.stream().anyMatch(refusals::lookLikeSpam);
  }

  /** Does bulk under the own name have a benign explanation? */
  private boolean isMailing(Episode e, Bulk bulk) {
    boolean known = e.start - bulk.seen.get(e.source) > 2 * Times.DAY;
    return (context.inside(e.source) || known) && !refusals.lookLikeSpam(e);
  }
}
