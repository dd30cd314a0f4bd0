package postmortem.analysis.integrity;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import postmortem.analysis.Context;
import postmortem.analysis.Detector;
import postmortem.analysis.Fact;
import postmortem.analysis.FactKind;
import postmortem.analysis.Finding;
import postmortem.analysis.FindingBuilder;
import postmortem.analysis.FindingType;
import postmortem.analysis.Severity;
import postmortem.analysis.Sweep;
import postmortem.event.AuditAction;
import postmortem.event.Names;

/** Reports each record that says that an event log was cleared. */
public final class LogClearedDetector implements Detector {

  @Override
  public String id() {
    return "log-cleared";
  }

  @Override
  public Set<FactKind> inputs() {
    return EnumSet.of(FactKind.AUDIT);
  }

  @Override
  public Sweep newSweep(Context context) {
    List<Finding> found = new ArrayList<>();
    return new Sweep() {
      @Override
      public void next(Fact fact) {
        if (fact.inDomain() == AuditAction.LOG_CLEARED.ordinal()) {
          found.add(finding(fact, context));
        }
      }

      @Override
      public List<Finding> end() {
        return found;
      }
    };
  }

  private static Finding finding(Fact fact, Context context) {
    String log = context.stream(fact).site();
    FindingBuilder builder =
        context
            .finding(FindingType.LOG_CLEARED)
            .add(fact)
            .severity(Severity.HIGH)
            .confidence(0.95)
            .title(log.isEmpty() ? "An event log was cleared" : "The log " + log + " was cleared");
    if (!log.isEmpty()) {
      builder.metric("log", log);
    }
    if (fact.account() > Names.OTHER) {
      builder.metric("clearedBy", context.account(fact.account()));
    }
    return builder.build();
  }
}
