package postmortem.analysis.relay;

import java.util.EnumSet;
import java.util.Set;
import postmortem.analysis.Context;
import postmortem.analysis.Detector;
import postmortem.analysis.FactKind;
import postmortem.analysis.FactOrder;
import postmortem.analysis.Sweep;

/**
 * Accounts that send in bulk to strangers, as themselves or under forged senders, far above what
 * they and the others of the site usually send (detection-methods.md, M5 and 2).
 *
 * <p>Bulk from an inside address under the own name that the world does not refuse is a newsletter,
 * and so is bulk from an address that the account has long been known at.
 */
public final class AccountSpamDetector implements Detector {

  @Override
  public String id() {
    return "account-spam";
  }

  @Override
  public Set<FactKind> inputs() {
    return EnumSet.of(FactKind.MESSAGE, FactKind.REMOTE_REFUSAL);
  }

  @Override
  public FactOrder order() {
    return FactOrder.ACCOUNT;
  }

  @Override
  public Sweep newSweep(Context context) {
    return new AccountSpamSweep(context);
  }
}
