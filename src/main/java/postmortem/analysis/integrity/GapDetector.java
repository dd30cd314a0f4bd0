package postmortem.analysis.integrity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import postmortem.analysis.Amount;
import postmortem.analysis.Context;
import postmortem.analysis.Detector;
import postmortem.analysis.Fact;
import postmortem.analysis.FactKind;
import postmortem.analysis.Finding;
import postmortem.analysis.FindingBuilder;
import postmortem.analysis.FindingType;
import postmortem.analysis.Severity;
import postmortem.analysis.Silence;
import postmortem.analysis.Sweep;
import postmortem.event.Outcome;
import postmortem.event.Times;

/**
 * Reports where records are missing, and counts the connections that a firewall saw meanwhile: with
 * any, the server was up, and its log was not kept or was cut.
 */
public final class GapDetector implements Detector {

  private record Gap(Silence silence, FindingBuilder builder) {}

  @Override
  public String id() {
    return "gap";
  }

  @Override
  public Set<FactKind> inputs() {
    return EnumSet.of(FactKind.CONNECTION);
  }

  @Override
  public Sweep newSweep(Context context) {
    List<Gap> gaps =
        ofMachines(context).stream()
            .map(silence -> new Gap(silence, begin(silence, context)))
            .toList();
    return new Sweep() {
      @Override
      public void next(Fact fact) {
        for (Gap gap : gaps) {
          if (tellsOfTraffic(fact, gap.silence)) {
            gap.builder.evidence(fact);
          }
        }
      }

      @Override
      public List<Finding> end() {
        return gaps.stream().map(GapDetector::finding).toList();
      }
    };
  }

  /** Of logs of one machine that are silent together, the busiest knows best when that was. */
  private static List<Silence> ofMachines(Context context) {
    List<Silence> shortest = new ArrayList<>(context.silences());
    shortest.sort(
        Comparator.<Silence>comparingLong(s -> s.to() - s.from())
            .thenComparingLong(Silence::from)
            .thenComparingInt(Silence::stream));
    List<Silence> kept = new ArrayList<>();
    for (Silence silence : shortest) {
      if (kept.stream().noneMatch(k -> isSame(k, silence, context))) {
        kept.add(silence);
      }
    }
    return kept;
  }

  private static boolean isSame(Silence a, Silence b, Context context) {
    String machine = context.streams().get(a.stream()).machine();
    return machine.equals(context.streams().get(b.stream()).machine())
        && a.from() < b.to()
        && b.from() < a.to();
  }

  private static boolean tellsOfTraffic(Fact fact, Silence silence) {
    return fact.outcome() == Outcome.ACCEPTED
        && fact.stream() != silence.stream()
        && fact.time() >= silence.from()
        && fact.time() < silence.to();
  }

  private static FindingBuilder begin(Silence silence, Context context) {
    return context
        .finding(FindingType.GAP)
        .period(silence.from(), silence.to())
        .about(silence.stream())
        .severity(Severity.MEDIUM)
        .metric("expectedRecords", silence.records())
        .metric("expectedMinutes", Math.round(silence.expected()))
        .metric("probability", silence.chance());
  }

  private static Finding finding(Gap gap) {
    long minutes = (gap.silence.to() - gap.silence.from()) / Times.MINUTE;
    long seen = gap.builder.count();
    return gap.builder
        .confidence(seen > 0 ? 0.95 : 0.7)
        .metric("connectionsMeanwhile", seen)
        .title(
            "Records are missing, over "
                + Amount.of(minutes, "minute")
                + (seen > 0 ? ", while a firewall saw " + Amount.of(seen, "connection") : ""))
        .build();
  }
}
