package postmortem.analysis.integrity;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
import postmortem.event.AuditAction;
import postmortem.event.Names;

/**
 * Reports each record that says that an event log was cleared; those of one log beyond the first
 * some are told together, because whoever can write such records could write a million.
 */
public final class LogClearedDetector implements Detector {

  static final int EACH = 16;

  /** Of one log. */
  private static final class Clearings {
    private final String log;
    private final List<Finding> first = new ArrayList<>();
    private final FindingBuilder rest;

    Clearings(String log, Context context) {
      this.log = log.isEmpty() ? "An event log" : "The log " + log;
      this.rest = begin(log, context);
    }

    void add(Fact fact, Context context) {
      if (first.size() == EACH) {
        rest.evidence(fact);
        return;
      }
      FindingBuilder builder =
          begin(context.stream(fact).site(), context).add(fact).title(log + " was cleared");
      if (fact.account() > Names.OTHER) {
        builder.metric("clearedBy", context.account(fact.account()));
      }
      first.add(builder.build());
    }

    List<Finding> findings() {
      List<Finding> found = new ArrayList<>(first);
      if (rest.count() > 0) {
        found.add(
            rest.title(log + " was cleared again, " + Amount.of(rest.count(), "time")).build());
      }
      return found;
    }

    private static FindingBuilder begin(String log, Context context) {
      FindingBuilder builder =
          context.finding(FindingType.LOG_CLEARED).severity(Severity.HIGH).confidence(0.95);
      return log.isEmpty() ? builder : builder.metric("log", log);
    }
  }

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
    Map<Integer, Clearings> byStream = new TreeMap<>();
    return new Sweep() {
      @Override
      public void next(Fact fact) {
        if (fact.inDomain() == AuditAction.LOG_CLEARED.ordinal()) {
          byStream
              .computeIfAbsent(
                  fact.stream(), s -> new Clearings(context.stream(fact).site(), context))
              .add(fact, context);
        }
      }

      @Override
      public List<Finding> end() {
        return byStream.values().stream().flatMap(c -> c.findings().stream()).toList();
      }
    };
  }
}
