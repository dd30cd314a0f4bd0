package postmortem.analysis.relay;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import postmortem.analysis.Context;
import postmortem.analysis.Finding;
import postmortem.analysis.FindingType;
import postmortem.analysis.Severity;
import postmortem.analysis.Threshold;
import postmortem.event.Times;

/** What the episodes of strangers amount to: which were open relaying, and which authenticated. */
final class RelayVerdict {

  private static final long BURST_GAP = Times.HOUR;
  private static final long OPEN_GAP = 2 * Times.DAY;
  private static final long DOUBT = Times.DAY;

  private final Context context;
  private final Denials denials;
  private final Episodes episodes;
  private final Crowd crowd;

  RelayVerdict(Context context, Denials denials, Episodes episodes, Crowd crowd) {
    this.context = context;
    this.denials = denials;
    this.episodes = episodes;
    this.crowd = crowd;
  }

  List<Finding> findings() {
    List<Finding> out = new ArrayList<>();
    List<Episode> all = episodes.take();
    List<Episode> forged = all.stream().filter(e -> e.forged).toList();
    Set<Episode> told = new HashSet<>(); // by identity: episodes have no equals
    List<List<Episode>> authenticated = new ArrayList<>();
    for (List<Episode> burst : Episodes.together(forged, BURST_GAP)) {
      if (told.contains(burst.get(0)) || !isRelaying(burst)) {
        continue;
      }
      if (isOpen(burst)) {
        List<Episode> period = openPeriod(burst, forged);
        told.addAll(period);
        out.add(new Abuse(context, FindingType.OPEN_RELAY, period).finding());
      } else {
        told.addAll(burst);
        authenticated.add(burst);
      }
    }
    for (List<Episode> run : Runs.joined(authenticated)) {
      authenticated(run, out);
    }
    for (List<Episode> burst : Episodes.together(forged, OPEN_GAP)) {
      if (burst.stream().noneMatch(told::contains)) {
        out.add(acceptedTest(burst));
      }
    }
    ownSenders(all.stream().filter(e -> !e.forged).toList(), out);
    return out;
  }

  private boolean isRelaying(List<Episode> burst) {
    return Episodes.messages(burst) >= context.threshold(Threshold.RELAY_MESSAGES)
        || Episodes.recipients(burst) >= context.threshold(Threshold.RELAY_RECIPIENTS);
  }

  /** Were strangers who asked in passing served while the burst lasted? */
  private boolean isOpen(List<Episode> burst) {
    if (burst.stream().anyMatch(e -> e.anonymous)) {
      return true; // a log that shows AUTH shows none
    }
    long start = burst.get(0).start;
    long end = end(burst);
    int refused = denials.between(start, end);
    long served = burst.stream().filter(Episode::inPassing).count();
    if (refused > 0 || served > 0) {
      return refused == 0 || refused == 1 && served > 1;
    }
    // nobody asked: what became of those who asked before and after?
    return denials.between(start - DOUBT, start) == 0 || denials.between(end, end + DOUBT) == 0;
  }

  /** All who were served around the burst, while nobody was refused. */
  private List<Episode> openPeriod(List<Episode> burst, List<Episode> sorted) {
    List<Episode> period = new ArrayList<>(burst);
    long start = burst.get(0).start;
    long end = end(burst);
    int first = sorted.indexOf(burst.get(0));
    for (int i = first - 1; i >= 0; i--) {
      Episode e = sorted.get(i);
      if (start - e.end > OPEN_GAP || denials.between(e.end, start) > 0) {
        break;
      }
      period.add(e);
      start = Math.min(start, e.start);
    }
    for (int i = first + burst.size(); i < sorted.size(); i++) {
      Episode e = sorted.get(i);
      if (e.start - end > OPEN_GAP || denials.between(end, e.start) > 0) {
        break;
      }
      period.add(e);
      end = Math.max(end, e.end);
    }
    period.sort(Episodes.BY_START);
    return period;
  }

  private static long end(List<Episode> burst) {
    return burst.stream().mapToLong(e -> e.end).max().orElseThrow();
  }

  /** Two campaigns at once, with other recipients to a message, stay two. */
  private void authenticated(List<Episode> run, List<Finding> out) {
    for (List<Episode> campaign : Campaigns.split(run)) {
      out.add(new Abuse(context, FindingType.AUTHENTICATED_SPAM, campaign).finding());
    }
  }

  private Finding acceptedTest(List<Episode> burst) {
    return new Abuse(context, FindingType.RELAY_PROBE, burst)
        .collect()
        .severity(Severity.MEDIUM)
        .metric("accepted", Episodes.messages(burst))
        .confidence(0.6)
        .title("A stranger's mail to a foreign domain was accepted: test this server")
        .build();
  }

  /** Bulk with senders of ours from outside, of one or of a crowd: far above what is usual. */
  private void ownSenders(List<Episode> own, List<Finding> out) {
    double usual = episodes.usual.quantile(0.95);
    double limit = Math.max(context.threshold(Threshold.BULK_RECIPIENTS), 5 * usual);
    List<Episode> bulk =
        new ArrayList<>(
            own.stream()
                .filter(
                    e ->
                        e.peak() > limit
                            || e.recipients > limit && e.peak() > Math.max(Episode.HOT, 10 * usual))
                .toList());
    IntOpenHashSet alone = new IntOpenHashSet();
    bulk.forEach(e -> alone.add(e.source));
    for (Episode e : crowd.take((long) usual)) {
      if (!alone.contains(e.source)) {
        bulk.add(e);
      }
    }
    bulk.sort(Episodes.BY_START);
    for (List<Episode> run : Runs.joined(Episodes.together(bulk, BURST_GAP))) {
      for (List<Episode> campaign : Campaigns.split(run)) {
        FindingType type =
            campaign.stream().anyMatch(e -> e.anonymous)
                ? FindingType.OPEN_RELAY
                : FindingType.AUTHENTICATED_SPAM;
        out.add(
            new Abuse(context, type, campaign)
                .collect()
                .threshold(Threshold.BULK_RECIPIENTS)
                .metric("baselinePerHour", usual)
                .confidence(0.75)
                .build());
      }
    }
  }
}
