package postmortem.analysis.clock;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import postmortem.analysis.clock.ClockSignals.Signals;

/** Compares clocks two by two, in the best way that their logs allow. */
final class Pairing {

  /** More clocks than this are each compared with so many of the fullest alone. */
  private static final int MANY = 32;

  /**
   * Two clocks that could be compared.
   *
   * @param estimate how far the second is ahead of the first
   */
  record Pair(Clock one, Clock two, Estimate estimate) {}

  private final ClockSignals signals;

  private Pairing(ClockSignals signals) {
    this.signals = signals;
  }

  /** All pairs that could be compared, those with the best basis and the most matches first. */
  static List<Pair> of(List<Clock> clocks, ClockSignals signals) {
    Pairing pairing = new Pairing(signals);
    List<Clock> fullest =
        clocks.stream()
            .sorted(
                Comparator.<Clock>comparingLong(c -> -signals.of(c).sessionsSeen)
                    .thenComparingInt(Clock::id))
            .limit(MANY)
            .toList();
    List<Pair> pairs = new ArrayList<>();
    for (Clock one : clocks) {
      for (Clock two : clocks) {
        boolean once = one.id() < two.id() || !fullest.contains(two);
        Estimate estimate =
            fullest.contains(one) && one.id() != two.id() && once
                ? pairing.compare(one, two)
                : null;
        if (estimate != null) {
          pairs.add(new Pair(one, two, estimate));
        }
      }
    }
    pairs.sort(
        Comparator.<Pair, Estimate.Basis>comparing(p -> p.estimate().basis())
            .thenComparingLong(p -> -p.estimate().matches())
            .thenComparingInt(p -> p.one().id())
            .thenComparingInt(p -> p.two().id()));
    return pairs;
  }

  private @Nullable Estimate compare(Clock one, Clock two) {
    Estimate estimate = oneWay(one, two);
    if (estimate != null) {
      return estimate;
    }
    Estimate other = oneWay(two, one);
    return other == null ? null : other.reversed();
  }

  /** How far the second is ahead, by what the first one's logs of the first kinds tell. */
  private @Nullable Estimate oneWay(Clock one, Clock two) {
    Signals a = signals.of(one);
    Signals b = signals.of(two);
    boolean sameMachine = one.machine().equals(two.machine());
    if (sameMachine) {
      return one.local() || !two.local() ? null : zone(a, b);
    }
    Estimate best = keyed(a.sessions, b.connections, Estimate.Basis.ADDRESSES);
    if (best == null && one.id() < two.id()) {
      best = keyed(a.connections, b.connections, Estimate.Basis.ADDRESSES);
    }
    if (best == null) {
      best = keyed(a.attempts, b.logons, Estimate.Basis.ACCOUNTS);
    }
    if (best == null && one.id() < two.id()) {
      best = keyed(a.logons, b.logons, Estimate.Basis.ACCOUNTS);
    }
    if (best == null && two.local() && !b.failures.isEmpty() && !a.openConnections.isEmpty()) {
      best =
          ZoneMatcher.estimate(
              b.failures, a.openConnections, a.openConnections, Estimate.Basis.CONNECTIONS);
    }
    if (best == null && !a.failures.isEmpty() && !b.openConnections.isEmpty()) {
      best = RhythmMatcher.estimate(a.failures.times(), b.openConnections.starts());
    }
    return best;
  }

  private static @Nullable Estimate keyed(KeyedTimes a, KeyedTimes b, Estimate.Basis basis) {
    return a.isEmpty() || b.isEmpty() ? null : new KeyMatcher(a, b).estimate(basis);
  }

  /** The zone of the second, local one. */
  private static @Nullable Estimate zone(Signals known, Signals local) {
    Estimate byAccount = keyed(known.attempts, local.logons, Estimate.Basis.ACCOUNTS);
    Estimate best =
        byAccount != null
            ? byAccount
            : keyed(known.sources, local.sources, Estimate.Basis.ADDRESSES);
    if (best != null) {
      return inZones(best);
    }
    return local.failures.isEmpty() || known.openSessions.isEmpty()
        ? null
        : ZoneMatcher.estimate(
            local.failures, known.openSessions, known.allSessions, Estimate.Basis.SESSIONS);
  }

  /** One clock made both logs: what is not a whole step of zones is not the clock's. */
  private static Estimate inZones(Estimate estimate) {
    return new Estimate(
        estimate.steps().stream()
            .map(s -> new Estimate.Step(s.from(), Zones.nearest(s.offset())))
            .toList(),
        estimate.matches(),
        estimate.spread(),
        estimate.basis());
  }
}
