package postmortem.incident;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import postmortem.analysis.Finding;
import postmortem.analysis.FindingType;
import postmortem.event.Times;

/**
 * Holes in the evidence belong to the incident that they lie in: somebody may have cut them. A log
 * that was cleared on a quiet day is an incident of its own; missing lines alone are not.
 */
final class Holes {

  /** Who covers his tracks does it during the deed, or in the day after. */
  private static final long AFTER = Times.DAY;

  private Holes() {}

  /**
   * @param groups in the order of their first findings; each is replaced, none changed
   * @param holes in order of time
   */
  static List<List<Finding>> attach(List<List<Finding>> groups, List<Finding> holes) {
    List<List<Finding>> out = new ArrayList<>();
    groups.forEach(group -> out.add(new ArrayList<>(group)));
    for (Finding hole : holes) {
      List<Finding> home = home(hole, out.subList(0, groups.size()));
      if (home != null) {
        home.add(hole);
      } else if (hole.type() == FindingType.LOG_CLEARED) {
        out.add(new ArrayList<>(List.of(hole)));
      }
    }
    out.forEach(group -> group.sort(Order.TIME));
    return out;
  }

  /** The incident that reaches farthest towards the hole; the earlier of two. */
  private static @Nullable List<Finding> home(Finding hole, List<List<Finding>> groups) {
    List<Finding> best = null;
    int bestSeverity = -1;
    for (List<Finding> group : groups) {
      long start = group.stream().mapToLong(Finding::start).min().orElse(0);
      long end = group.stream().mapToLong(Finding::end).max().orElse(0);
      int severity = group.stream().mapToInt(f -> f.severity().ordinal()).max().orElse(0);
      boolean near =
          hole.end() >= start
              && hole.start() <= (hole.type() == FindingType.GAP ? end : end + AFTER);
      if (near && severity > bestSeverity) {
        best = group;
        bestSeverity = severity;
      }
    }
    return best;
  }
}
