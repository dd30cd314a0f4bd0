package postmortem.analysis.ndr;

import java.util.EnumSet;
import java.util.Set;
import postmortem.analysis.Context;
import postmortem.analysis.Detector;
import postmortem.analysis.FactKind;
import postmortem.analysis.Sweep;

/** Remote servers refuse us, and name a blocklist or our reputation: at first sight. */
public final class ReputationDetector implements Detector {

  @Override
  public String id() {
    return "reputation";
  }

  @Override
  public Set<FactKind> inputs() {
    return EnumSet.of(FactKind.REMOTE_REFUSAL, FactKind.DSN_SENT);
  }

  @Override
  public Sweep newSweep(Context context) {
    return new ReputationSweep(context);
  }
}
