package postmortem.analysis.auth;

import java.util.Set;
import postmortem.analysis.Context;
import postmortem.analysis.Detector;
import postmortem.analysis.FactKind;
import postmortem.analysis.FactOrder;
import postmortem.analysis.Sweep;

/**
 * Finds {@code auth.stale-credential}: a device or user with an old password, of which somebody has
 * to know, and which is no attack.
 */
public final class StaleCredentialDetector implements Detector {

  @Override
  public String id() {
    return "stale-credential";
  }

  @Override
  public Set<FactKind> inputs() {
    return Sight.ATTEMPTS.kinds();
  }

  @Override
  public FactOrder order() {
    return FactOrder.SOURCE;
  }

  @Override
  public Sweep newSweep(Context context) {
    return new StaleCredentialSweep(context);
  }
}
