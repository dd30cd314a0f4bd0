package postmortem.analysis.relay;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import postmortem.analysis.Context;
import postmortem.analysis.Fact;
import postmortem.analysis.FactKind;
import postmortem.analysis.Finding;
import postmortem.analysis.FindingBuilder;
import postmortem.analysis.FindingType;
import postmortem.analysis.LeadStreams;
import postmortem.analysis.Letter;
import postmortem.analysis.Rates;
import postmortem.analysis.Severity;
import postmortem.analysis.Sweep;
import postmortem.analysis.Threshold;
import postmortem.analysis.Tops;
import postmortem.event.Names;
import postmortem.event.TextSpace;
import postmortem.event.Times;

/** One source after the other: unknown names, against those that it got accepted. */
final class HarvestSweep implements Sweep {

  private static final long PAUSE = 6 * Times.HOUR;

  private final Context context;
  private final LeadStreams lead;
  private final RecentTimes hourly;
  private final RecentTimes daily;
  private final List<Finding> findings = new ArrayList<>();
  private int source = Names.ABSENT;
  private @Nullable FindingBuilder builder;
  private Tops helos = new Tops();
  private boolean passed;
  private long accepted; // with what it got accepted since the guessing before
  private long acceptedSince; // the last name that was unknown
  private long relayDenied;

  HarvestSweep(Context context) {
    this.context = context;
    this.lead = new LeadStreams(context, Rates.Series.RECIPIENTS_REFUSED);
    int limit = (int) context.threshold(Threshold.HARVEST_REFUSALS);
    this.hourly = new RecentTimes(limit, Times.HOUR);
    this.daily = new RecentTimes(3 * limit, Times.DAY);
  }

  @Override
  public void next(Fact fact) {
    if (fact.source() != source) {
      close();
      accepted = 0;
      acceptedSince = 0;
      source = fact.source();
    }
    if (source <= Names.OTHER || context.inside(source)) {
      return;
    }
    if (fact.kind() == FactKind.MESSAGE) {
      int ours = fact.count() - Letter.foreignRecipients(fact, context);
      accepted += ours;
      acceptedSince += ours;
      return;
    }
    if (!lead.counts(fact)) {
      return;
    }
    FindingBuilder current = builder;
    if (current != null && fact.time() - current.end() >= PAUSE) {
      close();
      accepted = acceptedSince;
      current = null;
    }
    if (!Letter.unknownName(fact, context)) {
      relayDenied++;
      return;
    }
    if (current == null) {
      current = context.finding(FindingType.DIRECTORY_HARVEST);
      builder = current;
    }
    current.add(fact);
    acceptedSince = 0;
    helos.add(fact.helo(), 1);
    passed |= hourly.add(fact.time());
    passed |= daily.add(fact.time());
  }

  private void close() {
    FindingBuilder current = builder;
    if (current == null) {
      accepted = 0;
      relayDenied = 0;
      return; // most sources guess nothing
    }
    if (passed && current.count() > Math.max(accepted, relayDenied)) {
      findings.add(
          current
              .severity(Severity.MEDIUM)
              .confidence(0.9)
              .title("%d names were guessed that nobody here has".formatted(current.count()))
              .metric("unknownRecipients", current.count())
              .metric("knownRecipients", accepted)
              .metric("share", (double) current.count() / (current.count() + accepted))
              .metric("helo", helos.named(context.names(), TextSpace.HELO))
              .threshold(Threshold.HARVEST_REFUSALS)
              .build());
    }
    builder = null;
    passed = false;
    relayDenied = 0;
    helos = new Tops();
    hourly.clear();
    daily.clear();
  }

  @Override
  public List<Finding> end() {
    close();
    return findings;
  }
}
