package postmortem.analysis.ndr;

import java.util.EnumSet;
import java.util.Set;
import postmortem.analysis.Context;
import postmortem.analysis.Detector;
import postmortem.analysis.FactKind;
import postmortem.analysis.Sweep;

/** One destination refuses our ordinary mail for some hours, and nobody else does: it is down. */
public final class PartnerOutageDetector implements Detector {

  @Override
  public String id() {
    return "partner-outage";
  }

  @Override
  public Set<FactKind> inputs() {
    return EnumSet.of(FactKind.MESSAGE, FactKind.REMOTE_REFUSAL);
  }

  @Override
  public Sweep newSweep(Context context) {
    return new PartnerOutageSweep(context);
  }
}
