package postmortem.analysis.auth;

import java.util.Set;
import postmortem.analysis.Context;
import postmortem.analysis.Detector;
import postmortem.analysis.FactKind;
import postmortem.analysis.FactOrder;
import postmortem.analysis.Sweep;

/**
 * Finds {@code auth.suspected}: in logs that do not record AUTH, sessions without mail, again and
 * again and unevenly, from sources outside that never deliver any.
 */
public final class SuspectedDetector implements Detector {

  @Override
  public String id() {
    return "suspected";
  }

  @Override
  public Set<FactKind> inputs() {
    return Sight.SESSIONS.kinds();
  }

  @Override
  public FactOrder order() {
    return FactOrder.SOURCE;
  }

  @Override
  public Sweep newSweep(Context context) {
    return new GuessingSweep(context, Sight.SESSIONS);
  }
}
