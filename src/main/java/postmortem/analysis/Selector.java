package postmortem.analysis;

import java.util.Set;
import java.util.SortedSet;
import postmortem.event.Names;
import postmortem.event.Outcome;
import postmortem.event.Reason;

/**
 * Which facts a finding rests on: those of these kinds, between two times, with one of the outcomes
 * and reasons, that are of the finding's sources and accounts where it goes by them, and of its
 * population.
 *
 * @param population which facts are looked at at all
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
    Population population,
    Set<FactKind> kinds,
    Set<Outcome> outcomes,
    Set<Reason> reasons,
    boolean bySource,
    boolean byAccount,
    long from,
    long to,
    SortedSet<Integer> streams) {

  /** Which facts a finding looks at, where kinds, names and times do not say it. */
  public enum Population {
    /** All of them. */
    ALL,
    /** Of sources outside that never logged on. */
    STRANGERS,
    /** Of sources that no log tells. */
    NAMELESS,
    /** Reports of failure, without what one machine of ours hands to another. */
    REPORTS;

    private boolean holds(Fact fact, Context context) {
      return switch (this) {
        case ALL -> true;
        case STRANGERS -> context.isStranger(fact.source());
        case NAMELESS -> fact.source() <= Names.OTHER;
        case REPORTS -> Letter.isReport(fact, context);
      };
    }
  }

  /**
   * Is the fact of the right kind, time, outcome, reason and stream? Its names are not looked at.
   */
  public boolean matches(Fact fact, Context context) {
    return kinds.contains(fact.kind())
        && fact.time() >= from
        && fact.time() <= to
        && (outcomes.isEmpty() || outcomes.contains(fact.outcome()))
        && (reasons.isEmpty() || reasons.contains(fact.reason()))
        && (streams.isEmpty() || streams.contains(fact.stream()))
        && population.holds(fact, context);
  }
}
