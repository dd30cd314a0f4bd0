package postmortem.analysis.relay;

import java.util.EnumSet;
import java.util.Set;
import postmortem.analysis.Context;
import postmortem.analysis.Detector;
import postmortem.analysis.FactKind;
import postmortem.analysis.FactOrder;
import postmortem.analysis.Sweep;

/**
 * Strangers who relay through us, or ask whether they may: an open relay, clients that
 * authenticated where no log names the account, and probes (detection-methods.md, 2).
 *
 * <p>A relay is open when strangers who ask in passing are served too; where they are refused at
 * the same time, those who are served must have authenticated (iis-smtp.md, 9).
 */
public final class RelayDetector implements Detector {

  @Override
  public String id() {
    return "relay";
  }

  @Override
  public Set<FactKind> inputs() {
    return EnumSet.of(FactKind.MESSAGE, FactKind.REFUSED_RECIPIENT);
  }

  @Override
  public FactOrder order() {
    return FactOrder.SOURCE;
  }

  @Override
  public Sweep newSweep(Context context) {
    return new RelaySweep(context);
  }
}
