package postmortem.analysis;

import java.util.Set;
import java.util.SortedSet;
import postmortem.event.Outcome;
import postmortem.event.Reason;

/**
 * Which facts a finding rests on: those of these kinds, between two times, with one of the outcomes
 * and reasons, that are of the finding's sources and accounts where it goes by them.
 *
 * @param kinds not empty
 * @param outcomes empty: any
 * @param reasons empty: any
 * @param bySource only facts of the finding's sources
 * @param byAccount only facts of the finding's accounts
 * @param from first time, nanoseconds, inclusive
 * @param to last time, inclusive
 * @param streams ids; empty: all
 */
public record Selector(
    Set<FactKind> kinds,
    Set<Outcome> outcomes,
    Set<Reason> reasons,
    boolean bySource,
    boolean byAccount,
    long from,
    long to,
    SortedSet<Integer> streams) {

  /**
   * Is the fact of the right kind, time, outcome, reason and stream? Its names are not looked at.
   */
  public boolean matches(Fact fact) {
    return kinds.contains(fact.kind())
        && fact.time() >= from
        && fact.time() <= to
        && (outcomes.isEmpty() || outcomes.contains(fact.outcome()))
        && (reasons.isEmpty() || reasons.contains(fact.reason()))
        && (streams.isEmpty() || streams.contains(fact.stream()));
  }
}
