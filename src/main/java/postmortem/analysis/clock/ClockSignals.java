package postmortem.analysis.clock;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import postmortem.analysis.Fact;
import postmortem.analysis.FactKind;
import postmortem.analysis.FactStore;
import postmortem.event.Names;
import postmortem.event.Outcome;
import postmortem.event.Service;
import postmortem.event.Times;

/** What each clock has to be compared by. */
final class ClockSignals {

  private static final Set<FactKind> KINDS =
      EnumSet.of(
          FactKind.ATTEMPT,
          FactKind.LOGON,
          FactKind.VALIDATION,
          FactKind.CONNECTION,
          FactKind.SESSION);

  /** Of one clock. */
  static final class Signals {
    final KeyedTimes connections = new KeyedTimes();
    final KeyedTimes sessions = new KeyedTimes();
    final KeyedTimes attempts = new KeyedTimes(); // by account
    final KeyedTimes sources = new KeyedTimes(); // of attempts
    final KeyedTimes logons = new KeyedTimes();
    final Failures failures = new Failures();
    final Openings openSessions = new Openings(); // near failures
    final Openings allSessions = new Openings();
    final Openings openConnections = new Openings();
    long sessionsSeen;
    long logonsSeen;

    private void next(Fact fact, boolean anyLocal) {
      switch (fact.kind()) {
        case CONNECTION -> {
          if (fact.outcome() == Outcome.ACCEPTED && fact.source() > Names.OTHER) {
            connections.addOnce(fact.source(), fact.time());
          }
        }
        case SESSION -> {
          sessionsSeen++;
          if (fact.source() > Names.OTHER) {
            sessions.add(fact.source(), fact.time());
          }
        }
        case ATTEMPT -> {
          addTo(attempts, fact);
          if (anyLocal && fact.source() > Names.OTHER) {
            sources.add(fact.source(), fact.time());
          }
        }
        default -> {
          logonsSeen++;
          addTo(logons, fact);
          if (isRefusedMail(fact)) {
            failures.count(fact.time());
          }
        }
      }
    }

    private static void addTo(KeyedTimes times, Fact fact) {
      if (fact.account() > Names.OTHER) {
        times.add(fact.account(), fact.time());
      }
    }
  }

  private final List<Signals> byClock = new ArrayList<>();
  private final int[] clockOf; // by stream
  private final boolean anyLocal; // only their zones are found by sessions and by sources

  private ClockSignals(List<Clock> clocks, int streams) {
    clockOf = new int[streams];
    anyLocal = clocks.stream().anyMatch(Clock::local);
    for (Clock clock : clocks) {
      byClock.add(new Signals());
      clock.streams().forEach(stream -> clockOf[stream.id()] = clock.id());
    }
  }

  static ClockSignals of(List<Clock> clocks, int streams, FactStore facts) throws IOException {
    ClockSignals all = new ClockSignals(clocks, streams);
    facts.forEach(KINDS, fact -> all.of(fact).next(fact, all.anyLocal));
    all.byClock.forEach(signals -> signals.failures.choose());
    if (all.byClock.stream().anyMatch(signals -> !signals.failures.isEmpty())) {
      facts.forEach(KINDS, all::nextNearFailures);
    }
    return all;
  }

  private Signals of(Fact fact) {
    return byClock.get(clockOf[fact.stream()]);
  }

  Signals of(Clock clock) {
    return byClock.get(clock.id());
  }

  private static boolean isRefusedMail(Fact fact) {
    return fact.kind() == FactKind.LOGON
        && fact.service() == Service.SMTP
        && fact.outcome() == Outcome.REJECTED;
  }

  private void nextNearFailures(Fact fact) {
    Signals own = of(fact);
    if (isRefusedMail(fact)) {
      own.failures.add(fact.time());
    } else if (fact.kind() == FactKind.SESSION && anyLocal) {
      own.allSessions.add(fact.time(), end(fact));
      if (isNearFailures(fact.time())) {
        own.openSessions.add(fact.time(), end(fact));
      }
    } else if (fact.kind() == FactKind.CONNECTION
        && fact.outcome() == Outcome.ACCEPTED
        && isNearFailures(fact.time())) {
      own.openConnections.add(fact.time(), end(fact));
    }
  }

  private boolean isNearFailures(long time) {
    int hours = Differences.RANGE / 3600 + 1;
    return byClock.stream().anyMatch(signals -> signals.failures.isNear(time, hours));
  }

  /** A second is open to its end. */
  private static long end(Fact fact) {
    long millis = fact.count() < 0 ? -1 - fact.count() : fact.count(); // what is told of it
    return fact.time() + millis * Times.MILLI + Times.SECOND - 1;
  }
}
