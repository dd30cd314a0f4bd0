package postmortem.analysis.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static postmortem.analysis.session.SessionFoldBenchmark.TOGETHER;

import java.util.Map;
import org.junit.jupiter.api.Test;
import postmortem.event.EventKind;

/** What the benchmark measures ends in the events that the sessions were written for. */
class SessionFoldBenchmarkTest {

  private static final int GROUPS = 30;
  private static final int SESSIONS = GROUPS * TOGETHER;

  private static Map<EventKind, Integer> fold(boolean sessionIds) {
    return SessionFoldBenchmark.fold(sessionIds, SessionFoldBenchmark.steps(sessionIds, GROUPS));
  }

  @Test
  void halfOfTheSessionsWithIdsAreAttempts() {
    int half = SESSIONS / 2;
    assertEquals(
        Map.of(
            EventKind.SESSION, SESSIONS,
            EventKind.AUTH_ATTEMPT, half,
            EventKind.MESSAGE, half,
            EventKind.RECIPIENT, 2 * half),
        fold(true));
  }

  @Test
  void allSessionsWithoutIdsAreMail() {
    assertEquals(
        Map.of(
            EventKind.SESSION, SESSIONS,
            EventKind.MESSAGE, SESSIONS,
            EventKind.RECIPIENT, 2 * SESSIONS),
        fold(false));
  }
}
