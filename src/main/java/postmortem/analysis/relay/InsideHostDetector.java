package postmortem.analysis.relay;

import java.util.EnumSet;
import java.util.Set;
import postmortem.analysis.Context;
import postmortem.analysis.Detector;
import postmortem.analysis.FactKind;
import postmortem.analysis.FactOrder;
import postmortem.analysis.Sweep;

/**
 * Machines of ours that send in bulk to strangers without an account: an infected PC, a web form
 * that mails for anybody. Newsletters, list servers and new mail servers do so too; their senders
 * are ours, and the world does not refuse what they send.
 */
public final class InsideHostDetector implements Detector {

  @Override
  public String id() {
    return "inside-host";
  }

  @Override
  public Set<FactKind> inputs() {
    return EnumSet.of(FactKind.MESSAGE, FactKind.REMOTE_REFUSAL);
  }

  @Override
  public FactOrder order() {
    return FactOrder.SOURCE;
  }

  @Override
  public Sweep newSweep(Context context) {
    return new InsideHostSweep(context);
  }
}
