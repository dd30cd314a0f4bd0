package postmortem.incident;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import postmortem.analysis.Context;
import postmortem.analysis.Finding;

/**
 * Findings made from findings: benign explanations, attacks that are told twice, compromises, the
 * cause of an NDR spike.
 */
public final class Deductions {

  private Deductions() {}

  /**
   * Applies every rule.
   *
   * @param findings of all detectors, in any order
   * @param facts read once more only where an account's earlier use decides
   * @return in total order: severity descending, start, id; every id is distinct
   */
  public static List<Finding> deduce(List<Finding> findings, Context context, FactSource facts)
      throws IOException {
    List<Finding> now = DistinctIds.of(findings);
    now = apply(new BenignExplanation(), now);
    now = apply(new SameAttackTwice(), now);
    now = apply(new CauseOfLockout(), now);
    now = apply(new CompromiseBySpam(context, EarlierUse.of(now, context, facts)), now);
    now = apply(new OwnReports(), now);
    now = apply(new CauseOfFallout(), now);
    now = apply(new OwnBackscatter(), now);
    now.sort(Order.REPORT);
    return now;
  }

  private static List<Finding> apply(Deduction rule, List<Finding> findings) {
    List<Finding> out = new ArrayList<>(rule.apply(findings));
    out.sort(Order.TIME);
    return out;
  }
}
