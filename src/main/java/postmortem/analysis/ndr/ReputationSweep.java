package postmortem.analysis.ndr;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
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
import postmortem.analysis.Rates;
import postmortem.analysis.Severity;
import postmortem.analysis.Sweep;
import postmortem.analysis.Tops;
import postmortem.event.Reason;
import postmortem.event.TextSpace;
import postmortem.event.Times;

/** Refusals for our reputation, without a day's pause between. */
final class ReputationSweep implements Sweep {

  private static final long PAUSE = Times.DAY;

  /** A single server may be wrong about us. */
  private static final int REFUSALS = 5;

  private static final int SERVERS = 2;

  private final Context context;
  private final LeadStreams refusals;
  private final LeadStreams reports;
  private final HourlyCounts deliveries;
  private final HourlyCounts sentReports;
  private final List<Finding> findings = new ArrayList<>();
  private @Nullable FindingBuilder builder;
  private Tops lists = new Tops();
  private Tops domains = new Tops();
  private final IntOpenHashSet remotes = new IntOpenHashSet();

  ReputationSweep(Context context) {
    this.context = context;
    this.refusals = new LeadStreams(context, Rates.Series.REMOTE_REFUSALS);
    this.reports = new LeadStreams(context, Rates.Series.DSN_SENT);
    this.deliveries = HourlyCounts.of(context, Rates.Series.DELIVERIES);
    this.sentReports = HourlyCounts.of(context, Rates.Series.DSN_SENT);
  }

  @Override
  public void next(Fact fact) {
    LeadStreams lead = fact.kind() == FactKind.DSN_SENT ? reports : refusals;
    if (fact.reason() != Reason.REPUTATION || !lead.counts(fact)) {
      return;
    }
    FindingBuilder current = builder;
    if (current != null && fact.time() - current.end() >= PAUSE) {
      close();
      current = null;
    }
    if (current == null) {
      current = context.finding(FindingType.REPUTATION_BLOCKED);
      builder = current;
    }
    // the source is the server that refuses: not to blame
    current.evidence(fact);
    lists.add(fact.label(), 1);
    domains.add(fact.domain(), 1);
    remotes.add(fact.source());
  }

  private void close() {
    FindingBuilder current = builder;
    if (current == null) {
      return;
    }
    int from = Times.hour(current.start());
    int to = Times.hour(current.end());
    long refused = current.count();
    long offered = deliveries.sum(from, to) + sentReports.sum(from, to);
    boolean sure = refused >= REFUSALS && remotes.size() >= SERVERS;
    findings.add(
        current
            .severity(sure ? Severity.HIGH : Severity.LOW)
            .confidence(sure ? 0.9 : 0.5)
            .title(
                "%d deliveries of this server were refused for its reputation".formatted(refused))
            .metric("blocklists", lists.named(context.names(), TextSpace.LABEL))
            .metric("domains", domains.named(context.names(), TextSpace.DOMAIN))
            .metric("refused", refused)
            .metric("deliveries", Math.max(offered, refused))
            .metric("share", (double) refused / Math.max(offered, refused))
            .metric("remoteHosts", (long) remotes.size())
            .threshold("reputation.refusals", REFUSALS)
            .build());
    builder = null;
    lists = new Tops();
    domains = new Tops();
    remotes.clear();
  }

  @Override
  public List<Finding> end() {
    close();
    return findings;
  }
}
