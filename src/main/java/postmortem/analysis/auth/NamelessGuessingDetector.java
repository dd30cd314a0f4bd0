package postmortem.analysis.auth;

import java.util.Set;
import postmortem.analysis.Context;
import postmortem.analysis.Detector;
import postmortem.analysis.FactKind;
import postmortem.analysis.Sweep;

/**
 * Finds guessing whose addresses no log tells, by the accounts alone: a Security log knows none for
 * SMTP AUTH, and where no other log was kept, or many clients were connected at once, nobody does.
 */
public final class NamelessGuessingDetector implements Detector {

  @Override
  public String id() {
    return "nameless-guessing";
  }

  @Override
  public Set<FactKind> inputs() {
    return Sight.ATTEMPTS.kinds();
  }

  @Override
  public Sweep newSweep(Context context) {
    return new NamelessSweep(context);
  }
}
