package postmortem.incident;

import java.util.List;
import postmortem.analysis.Finding;

/** One rule that makes findings from findings. Pure; keeps the order of time. */
interface Deduction {

  /** All findings as they stand after the rule: kept, changed, dropped and new ones. */
  List<Finding> apply(List<Finding> findings);
}
