package postmortem.analysis.auth;

import java.util.Set;
import postmortem.analysis.Context;
import postmortem.analysis.Detector;
import postmortem.analysis.FactKind;
import postmortem.analysis.FactOrder;
import postmortem.analysis.Sweep;

/**
 * Finds guessing at passwords, in logs that record it: {@code auth.brute-force}, {@code
 * auth.password-spray}, {@code auth.distributed-guessing}, {@code auth.slow-guessing}; and what
 * came of it: {@code auth.compromise}, {@code auth.password-known}, {@code auth.lockout}.
 *
 * <p>One detector for all of them, because one attack is one finding and gets one name.
 */
public final class GuessingDetector implements Detector {

  @Override
  public String id() {
    return "guessing";
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
    return new GuessingSweep(context, Sight.ATTEMPTS);
  }
}
