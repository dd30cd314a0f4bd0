package postmortem.analysis.ndr;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import postmortem.analysis.Context;
import postmortem.analysis.Fact;
import postmortem.analysis.FactKind;
import postmortem.analysis.Finding;
import postmortem.analysis.FindingBuilder;
import postmortem.analysis.FindingType;
import postmortem.analysis.LeadStreams;
import postmortem.analysis.Rates;
import postmortem.analysis.Severity;
import postmortem.analysis.Sweep;
import postmortem.event.Reason;
import postmortem.event.TextSpace;
import postmortem.event.Times;

/**
 * The refusals of one destination after the other, without a long pause between; those that are
 * nearly all refusals of their time are judged after the first pass.
 */
final class PartnerOutageSweep implements Sweep {

  private static final long PAUSE = 3 * Times.HOUR;
  private static final int FEWEST = 10;
  private static final double NOTHING_ELSE = 0.8;

  /** So many destinations are looked after at a time, before those that are over are put away. */
  private static final int MANY = 1 << 12;

  private final Context context;
  private final LeadStreams refusals;
  private final LeadStreams messages;
  private final Outgoing outgoing;
  private final Int2ObjectOpenHashMap<Run> open = new Int2ObjectOpenHashMap<>();
  private int manyOpen = MANY;
  private final List<Run> suspects = new ArrayList<>();
  private long all;
  private boolean judged;

  /** Refusals of one destination. */
  private static final class Run {
    final int domain;
    final long start;
    final long before;
    long end;
    long count;
    long within;

    Run(int domain, long start, long before) {
      this.domain = domain;
      this.start = start;
      this.before = before;
    }
  }

  private record Evidence(Run run, FindingBuilder builder) {}

  private final List<Evidence> evidence = new ArrayList<>();

  PartnerOutageSweep(Context context) {
    this.context = context;
    this.refusals = new LeadStreams(context, Rates.Series.REMOTE_REFUSALS);
    this.messages = new LeadStreams(context, Rates.Series.MESSAGES_IN);
    this.outgoing = new Outgoing(context);
  }

  @Override
  public void next(Fact fact) {
    if (fact.kind() == FactKind.MESSAGE) {
      if (!judged && messages.counts(fact)) {
        outgoing.add(fact);
      }
    } else if (refusals.counts(fact) && fact.reason() != Reason.REPUTATION) {
      if (judged) {
        collect(fact);
      } else {
        refusal(fact);
      }
    }
  }

  private void refusal(Fact fact) {
    Run run = open.get(fact.domain());
    if (run == null || fact.time() - run.end >= PAUSE) {
      if (run != null) {
        close(run);
      }
      run = new Run(fact.domain(), fact.time(), all);
      open.put(fact.domain(), run);
    }
    all++;
    run.end = fact.time();
    run.count++;
    run.within = all - run.before;
    if (open.size() >= manyOpen) {
      long over = fact.time() - PAUSE;
      open.values().stream().filter(r -> r.end <= over).forEach(this::close);
      open.values().removeIf(r -> r.end <= over);
      manyOpen = Math.max(MANY, 2 * open.size());
    }
  }

  private void close(Run run) {
    if (run.domain != 0 && run.count >= FEWEST && run.count >= NOTHING_ELSE * run.within) {
      suspects.add(run);
    }
  }

  /** No more mail than usual went out: that only one refuses it is no spammer's choice. */
  private boolean isOrdinary(Run run) {
    return outgoing.excess(Times.hour(run.start), Times.hour(run.end), false) < run.count;
  }

  private void collect(Fact fact) {
    for (Evidence e : evidence) {
      Run run = e.run;
      if (run.domain == fact.domain() && fact.time() >= run.start && fact.time() <= run.end) {
        e.builder.evidence(fact);
      }
    }
  }

  @Override
  public boolean again() {
    if (judged) {
      return false;
    }
    judged = true;
    outgoing.close();
    open.values().forEach(this::close);
    open.clear();
    suspects.sort(Comparator.comparingLong((Run r) -> r.start).thenComparingInt(r -> r.domain));
    suspects.removeIf(run -> !isOrdinary(run));
    suspects.forEach(
        run -> evidence.add(new Evidence(run, context.finding(FindingType.PARTNER_OUTAGE))));
    return !evidence.isEmpty();
  }

  @Override
  public List<Finding> end() {
    return evidence.stream().map(this::finding).toList();
  }

  private Finding finding(Evidence e) {
    String name = String.valueOf(context.names().text(TextSpace.DOMAIN, e.run.domain));
    return e.builder
        .severity(Severity.INFO)
        .confidence(0.8)
        .title("%d deliveries to %s failed, and nearly none to others".formatted(e.run.count, name))
        .metric("domains", List.of(name))
        .metric("remoteRefusals", e.run.count)
        .metric("share", (double) e.run.count / e.run.within)
        .threshold("partner.refusals", FEWEST)
        .build();
  }
}
