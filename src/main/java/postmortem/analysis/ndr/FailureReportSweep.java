package postmortem.analysis.ndr;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import postmortem.analysis.Context;
import postmortem.analysis.Fact;
import postmortem.analysis.FactKind;
import postmortem.analysis.Finding;
import postmortem.analysis.LeadStreams;
import postmortem.analysis.Letter;
import postmortem.analysis.Rates;
import postmortem.analysis.Sweep;

/**
 * The hours above the usual are known beforehand, from the totals. The first pass looks at the
 * facts in and about them, then they are judged, and a second pass collects the evidence.
 */
final class FailureReportSweep implements Sweep {

  private final Context context;
  private final Outgoing outgoing;
  private final Map<FactKind, LeadStreams> leads = new EnumMap<>(FactKind.class);
  private final List<Flood> floods = new ArrayList<>();
  private final List<Conviction> convicted = new ArrayList<>();
  private boolean judged;

  FailureReportSweep(Context context) {
    this.context = context;
    this.outgoing = new Outgoing(context);
    watch(FactKind.REMOTE_REFUSAL, Rates.Series.REMOTE_REFUSALS);
    watch(FactKind.DSN_SENT, Rates.Series.DSN_SENT);
    watch(FactKind.NULL_SENDER, Rates.Series.NULL_SENDER_IN);
    leads.put(FactKind.MESSAGE, new LeadStreams(context, Rates.Series.MESSAGES_IN));
  }

  private void watch(FactKind kind, Rates.Series series) {
    leads.put(kind, new LeadStreams(context, series));
    for (Surge surge :
        Surges.of(HourlyCounts.of(context, series), context, kind == FactKind.REMOTE_REFUSAL)) {
      floods.add(new Flood(kind, surge));
    }
  }

  @Override
  public void next(Fact fact) {
    LeadStreams lead = leads.get(fact.kind());
    if (floods.isEmpty() || lead == null || !lead.counts(fact)) {
      return;
    }
    if (judged) {
      collect(fact);
    } else if (fact.kind() == FactKind.MESSAGE) {
      outgoing.add(fact);
    } else if (Letter.isReport(fact, context)) {
      boolean own = !Letter.forged(fact, context);
      for (Flood flood : floods) {
        if (flood.kind == fact.kind() && flood.isNear(fact.time())) {
          flood.add(fact, own);
        }
      }
    }
  }

  private void collect(Fact fact) {
    if (Letter.isReport(fact, context)) {
      convicted.forEach(conviction -> conviction.add(fact));
    }
  }

  @Override
  public boolean again() {
    if (judged) {
      return false;
    }
    judged = true;
    outgoing.close();
    convicted.addAll(new Judgement(context, outgoing, floods).convicted());
    return !convicted.isEmpty();
  }

  @Override
  public List<Finding> end() {
    return convicted.stream().map(c -> c.finding(context, outgoing)).toList();
  }
}
