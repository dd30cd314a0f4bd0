package postmortem.analysis.relay;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import postmortem.analysis.Context;
import postmortem.analysis.Fact;
import postmortem.analysis.FactKind;
import postmortem.analysis.Finding;
import postmortem.analysis.FindingType;
import postmortem.analysis.LeadStreams;
import postmortem.analysis.Letter;
import postmortem.analysis.Rates;
import postmortem.analysis.Sweep;
import postmortem.analysis.Threshold;
import postmortem.event.Names;
import postmortem.event.Permission;
import postmortem.event.Times;

/** One machine of ours after the other; judged when all refusals are known. */
final class InsideHostSweep implements Sweep {

  private static final int MOST_SMALL = 1 << 14;
  private static final int FORGED_DOMAINS = 3;

  /** Some people's posts to a list are fewer messages, to many each. */
  private static final int FEWEST_OF_FLOOD = 20;

  private static final int LARGEST_LIST = 1_000; // members of one that keeps the posts' senders

  private final Context context;
  private final LeadStreams messages;
  private final Refusals refusals;
  private final SortedMap<Integer, Host> hosts = new TreeMap<>(); // by source: by address
  private Episodes episodes;
  private Host host = new Host();
  private int source = Names.ABSENT;
  private boolean ours;

  /** What a machine did. */
  private static final class Host {
    List<Episode> episodes = List.of();
    int usual;
    final IntOpenHashSet days = new IntOpenHashSet();
    final IntOpenHashSet forgedDays = new IntOpenHashSet();
    final Newcomer newcomer = new Newcomer();
  }

  InsideHostSweep(Context context) {
    this.context = context;
    this.messages = new LeadStreams(context, Rates.Series.MESSAGES_IN);
    this.refusals = new Refusals(context);
    this.episodes = new Episodes(context, MOST_SMALL);
  }

  @Override
  public void next(Fact fact) {
    if (fact.kind() == FactKind.REMOTE_REFUSAL) {
      refusals.add(fact);
      return;
    }
    if (fact.source() != source) {
      finishHost();
      source = fact.source();
      ours = context.inside(source);
    }
    if (!ours
        || fact.account() != Names.ABSENT
        || fact.permission() == Permission.ACCOUNT
        || !messages.counts(fact)) {
      return;
    }
    int foreign = Letter.foreignRecipients(fact, context);
    if (foreign > 0) {
      host.days.add(Times.day(fact.time()));
      if (Letter.forged(fact, context)) {
        host.forgedDays.add(Times.day(fact.time()));
      } else {
        host.newcomer.add(fact, foreign, context);
      }
      episodes.add(fact, foreign);
    }
  }

  private void finishHost() {
    episodes.close();
    if (!host.days.isEmpty()) {
      host.episodes = episodes.take();
      host.usual = episodes.usual.quantile(0.5);
      hosts.put(source, host);
      host = new Host();
      episodes = new Episodes(context, MOST_SMALL);
    }
  }

  @Override
  public List<Finding> end() {
    finishHost();
    List<Episode> spam = new ArrayList<>();
    List<Episode> mailings = new ArrayList<>();
    List<Finding> out = new ArrayList<>();
    for (Host h : hosts.values()) {
      convict(h, spam, mailings);
      if (h.newcomer.isServer(context)) {
        out.add(h.newcomer.finding());
      }
    }
    for (List<Episode> run : Runs.of(spam)) {
      out.add(
          new Abuse(context, FindingType.INSIDE_HOST, run)
              .collect()
              .threshold(Threshold.RELAY_RECIPIENTS)
              .build());
    }
    for (List<Episode> mailing : Runs.of(mailings)) {
      out.add(Mailing.finding(context, mailing));
    }
    return out;
  }

  private void convict(Host h, List<Episode> spam, List<Episode> mailings) {
    for (List<Episode> run : Episodes.together(h.episodes, Runs.GAP)) {
      List<Episode> forged = run.stream().filter(e -> e.forged).toList();
      if (isForging(forged, h)) {
        spam.addAll(forged);
      }
      for (Episode e : run) {
        if (!e.forged && e.hot && e.peak() >= Math.max(Episode.HOT, 5 * h.usual)) {
          (refusals.lookLikeSpam(e) ? spam : mailings).add(e);
        }
      }
    }
  }

  /**
   * Is it a flood of foreign senders? A list server, or one that forwards, has foreign senders too:
   * on most days, and no more today than else. Posts to a list are few messages; what is forwarded
   * goes to one recipient each, now and then.
   */
  private boolean isForging(List<Episode> forged, Host h) {
    long recipients = Episodes.recipients(forged);
    long messages = Episodes.messages(forged);
    if (recipients < context.threshold(Threshold.RELAY_RECIPIENTS)) {
      return false;
    }
    boolean listed = forged.stream().anyMatch(refusals::lookLikeSpam);
    boolean daily = h.forgedDays.size() >= 4 && h.forgedDays.size() * 2 > archiveDays();
    if (daily) {
      return listed && Rate.peak(forged) > context.threshold(Threshold.BULK_RECIPIENTS);
    }
    boolean bulk =
        Episodes.senders(forged).different() >= FORGED_DOMAINS
            || recipients > context.threshold(Threshold.BULK_RECIPIENTS);
    boolean forwards = Rate.peak(forged) < Episode.HOT && recipients < 2 * messages;
    boolean flood = messages >= FEWEST_OF_FLOOD || recipients > LARGEST_LIST;
    return listed || bulk && flood && !forwards;
  }

  private int archiveDays() {
    return Times.day(context.coverage().last()) - Times.day(context.coverage().first()) + 1;
  }
}
