package postmortem.analysis.relay;

import java.util.EnumSet;
import java.util.Set;
import postmortem.analysis.Context;
import postmortem.analysis.Detector;
import postmortem.analysis.FactKind;
import postmortem.analysis.FactOrder;
import postmortem.analysis.Sweep;

/** Guessing of recipients: one source asks for many names that nobody has. */
public final class HarvestDetector implements Detector {

  @Override
  public String id() {
    return "harvest";
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
    return new HarvestSweep(context);
  }
}
