package postmortem.analysis.relay;

import java.util.ArrayList;
import java.util.List;
import postmortem.analysis.Context;
import postmortem.analysis.Fact;
import postmortem.analysis.FactKind;
import postmortem.analysis.Finding;
import postmortem.analysis.LeadStreams;
import postmortem.analysis.Letter;
import postmortem.analysis.Rates;
import postmortem.analysis.Sweep;
import postmortem.event.Names;
import postmortem.event.Permission;

/** One source after the other: what it relayed without an account, and what it was refused. */
final class RelaySweep implements Sweep {

  private static final int MOST_SMALL = 1 << 16;

  private final Context context;
  private final LeadStreams messages;
  private final LeadStreams refused;
  private final Episodes episodes;
  private final Denials denials = new Denials();
  private final Probes probes;
  private final Crowd crowd;
  private int source = Names.ABSENT;
  private boolean stranger;
  private boolean again;

  RelaySweep(Context context) {
    this.context = context;
    this.messages = new LeadStreams(context, Rates.Series.MESSAGES_IN);
    this.refused = new LeadStreams(context, Rates.Series.RECIPIENTS_REFUSED);
    this.episodes = new Episodes(context, MOST_SMALL);
    this.probes = new Probes(context);
    this.crowd = new Crowd(context);
  }

  @Override
  public void next(Fact fact) {
    if (fact.source() != source) {
      episodes.close();
      probes.close();
      source = fact.source();
      stranger = source > Names.OTHER && !context.inside(source);
    }
    if (!stranger) {
      return;
    }
    if (fact.kind() == FactKind.MESSAGE) {
      message(fact);
    } else if (!again && refused.counts(fact) && Letter.relayDenied(fact, context)) {
      if (fact.account() == Names.ABSENT) {
        denials.add(fact.time());
      }
      probes.add(fact);
    }
  }

  private void message(Fact fact) {
    if (fact.account() != Names.ABSENT
        || fact.permission() == Permission.ACCOUNT
        || !messages.counts(fact)) {
      return;
    }
    int foreign = Letter.foreignRecipients(fact, context);
    boolean own = foreign > 0 && !Letter.forged(fact, context);
    if (again) {
      if (own) {
        crowd.collect(fact, foreign);
      }
      return;
    }
    probes.accepted(fact.count() - foreign);
    if (foreign > 0) {
      episodes.add(fact, foreign);
    }
    if (own) {
      crowd.count(fact, foreign);
    }
  }

  @Override
  public boolean again() {
    if (again) {
      return false;
    }
    again = true;
    episodes.close();
    probes.close();
    return crowd.isThere();
  }

  @Override
  public List<Finding> end() {
    episodes.close();
    probes.close();
    List<Finding> out = new ArrayList<>(probes.findings());
    out.addAll(new RelayVerdict(context, denials, episodes, crowd).findings());
    return out;
  }
}
