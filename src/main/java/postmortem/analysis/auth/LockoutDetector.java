package postmortem.analysis.auth;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import postmortem.analysis.Amount;
import postmortem.analysis.Context;
import postmortem.analysis.Detector;
import postmortem.analysis.Fact;
import postmortem.analysis.FactKind;
import postmortem.analysis.Finding;
import postmortem.analysis.FindingBuilder;
import postmortem.analysis.FindingType;
import postmortem.analysis.Severity;
import postmortem.analysis.Sweep;
import postmortem.event.AccountAction;
import postmortem.event.Times;

/** Finds {@code auth.lockout}: accounts that were locked out, those of one day together. */
public final class LockoutDetector implements Detector {

  private static final long APART = Times.DAY;

  @Override
  public String id() {
    return "lockout";
  }

  @Override
  public Set<FactKind> inputs() {
    return EnumSet.of(FactKind.ACCOUNT_CHANGE);
  }

  @Override
  public Sweep newSweep(Context context) {
    return new LockoutSweep(context);
  }

  private static final class LockoutSweep implements Sweep {
    private final Context context;
    private final List<Finding> found = new ArrayList<>();
    private @Nullable FindingBuilder open;

    LockoutSweep(Context context) {
      this.context = context;
    }

    @Override
    public void next(Fact fact) {
      if (fact.inDomain() != AccountAction.LOCKED_OUT.ordinal()) {
        return;
      }
      FindingBuilder now = open;
      if (now == null || fact.time() - now.end() > APART) {
        close();
        now = context.finding(FindingType.LOCKOUT);
        open = now;
      }
      now.add(fact);
    }

    private void close() {
      FindingBuilder done = open;
      if (done != null) {
        found.add(
            done.severity(Severity.MEDIUM)
                .confidence(0.9)
                .title(
                    done.accounts() == 1
                        ? "An account was locked out"
                        : Amount.of(done.accounts(), "account") + " were locked out")
                .build());
      }
    }

    @Override
    public List<Finding> end() {
      close();
      return found;
    }
  }
}
