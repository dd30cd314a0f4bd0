package postmortem.analysis.ndr;

import java.util.EnumSet;
import java.util.Set;
import postmortem.analysis.Context;
import postmortem.analysis.Detector;
import postmortem.analysis.FactKind;
import postmortem.analysis.Sweep;

/**
 * More failure reports than usual, and whose they are: about mail that left this server, made here
 * for forged senders, or about mail that was forged elsewhere (detection-methods.md, 2, "NDR causes
 * differ").
 *
 * <p>One detector, because the three exclude each other.
 */
public final class FailureReportDetector implements Detector {

  @Override
  public String id() {
    return "failure-reports";
  }

  @Override
  public Set<FactKind> inputs() {
    return EnumSet.of(
        FactKind.MESSAGE, FactKind.REMOTE_REFUSAL, FactKind.DSN_SENT, FactKind.NULL_SENDER);
  }

  @Override
  public Sweep newSweep(Context context) {
    return new FailureReportSweep(context);
  }
}
