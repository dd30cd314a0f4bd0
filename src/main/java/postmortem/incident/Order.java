package postmortem.incident;

import java.util.Comparator;
import postmortem.analysis.Finding;

/** The total orders of findings; ids are distinct, see {@link DistinctIds}. */
final class Order {

  private Order() {}

  /** In order of time. */
  static final Comparator<Finding> TIME =
      Comparator.comparingLong(Finding::start)
          .thenComparingLong(Finding::end)
          .thenComparing(Finding::type)
          .thenComparing(Finding::id);

  /** The worst first. */
  static final Comparator<Finding> REPORT =
      Comparator.comparing(Finding::severity)
          .reversed()
          .thenComparingLong(Finding::start)
          .thenComparing(Finding::id);
}
