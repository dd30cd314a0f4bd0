package postmortem.analysis;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;

/** Shows the facts to detectors: all that want them in one order share one reading. */
public final class Sweeps {

  /** The order of findings in a report. */
  static final Comparator<Finding> ORDER =
      Comparator.comparingLong(Finding::start)
          .thenComparing(Finding::type)
          .thenComparing(Finding::id)
          .thenComparingLong(Finding::end);

  private record Running(long kinds, Sweep sweep) {}

  private Sweeps() {}

  /**
   * Runs detectors over all facts.
   *
   * @return what they found, in a total order; of whatever time, because what lies outside of the
   *     period that is asked for may explain what lies in it
   * @throws IOException where spilled facts can't be written or read
   */
  public static List<Finding> run(List<Detector> detectors, Context context, FactStore facts)
      throws IOException {
    List<Finding> found = new ArrayList<>();
    for (FactOrder order : FactOrder.values()) {
      List<Running> running = new ArrayList<>();
      EnumSet<FactKind> kinds = EnumSet.noneOf(FactKind.class);
      for (Detector detector : detectors) {
        if (detector.order() == order) {
          kinds.addAll(detector.inputs());
          running.add(new Running(FactRow.mask(detector.inputs()), detector.newSweep(context)));
        }
      }
      if (!running.isEmpty()) {
        found.addAll(run(running, facts.ordered(kinds, order)));
      }
    }
    found.sort(ORDER);
    return found;
  }

  private static List<Finding> run(List<Running> all, FactStore facts) throws IOException {
    List<Running> running = all;
    while (!running.isEmpty()) {
      List<Running> shown = running;
      facts.forEach(
          shown.stream().mapToLong(Running::kinds).reduce(0, (a, b) -> a | b),
          fact -> {
            for (Running r : shown) {
              if ((r.kinds >>> fact.kind().ordinal() & 1) != 0) {
                r.sweep.next(fact);
              }
            }
          });
      running = shown.stream().filter(r -> r.sweep.again()).toList();
    }
    return all.stream().flatMap(r -> r.sweep.end().stream()).toList();
  }
}
