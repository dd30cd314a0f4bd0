package postmortem.incident;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import postmortem.analysis.Finding;

/**
 * Ids for findings that share one: two of a type on one day that name nobody. The earlier keeps it.
 */
final class DistinctIds {

  private DistinctIds() {}

  /** The findings in order of time, each with an id of its own. */
  static List<Finding> of(List<Finding> findings) {
    List<Finding> sorted = new ArrayList<>(findings);
    sorted.sort(
        Order.TIME
            .thenComparingLong(Finding::count)
            .thenComparing(Finding::title)
            .thenComparing(f -> String.valueOf(f.metrics()))
            .thenComparing(f -> String.valueOf(f.samples())));
    Map<String, Integer> given = new HashMap<>();
    List<Finding> out = new ArrayList<>();
    for (Finding finding : sorted) {
      int number = given.merge(finding.id(), 1, Integer::sum);
      out.add(
          number == 1 ? finding : Redraft.of(finding).id(finding.id() + "-" + number).finding());
    }
    return out;
  }
}
