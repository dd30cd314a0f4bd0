package postmortem.analysis.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import postmortem.analysis.Detector;
import postmortem.analysis.DetectorLawTest;
import postmortem.analysis.Finding;
import postmortem.analysis.Severity;
import postmortem.analysis.Telling;
import postmortem.event.AccountAction;
import postmortem.event.Event;
import postmortem.event.Slice;
import postmortem.event.TextSpace;
import postmortem.event.Times;

final class LockoutDetectorTest extends DetectorLawTest {

  @Override
  protected Detector detector() {
    return new LockoutDetector();
  }

  @Override
  protected Telling evidence() {
    Telling log = new Telling();
    changed(log, Times.HOUR, "sales", AccountAction.LOCKED_OUT);
    changed(log, 2 * Times.HOUR, "info", AccountAction.LOCKED_OUT);
    changed(log, 3 * Times.HOUR, "sales", AccountAction.LOCKED_OUT);
    changed(log, 4 * Times.HOUR, "boss", AccountAction.UNLOCKED);
    changed(log, 4 * Times.DAY, "info", AccountAction.LOCKED_OUT);
    return log;
  }

  private static void changed(Telling log, long time, String account, AccountAction action) {
    log.add(
        time,
        (names, origin) ->
            new Event.AccountChange(
                origin, names.text(TextSpace.ACCOUNT, Slice.of(account)), action));
  }

  @Test
  void thoseOfOneDayAreToldTogether() {
    List<Finding> found = evidence().findings(detector());
    assertEquals(2, found.size());
    Finding first = found.get(0);
    assertEquals(List.of("info", "sales"), first.accounts());
    assertEquals(3L, first.metrics().get("lockouts"));
    assertEquals(Severity.MEDIUM, first.severity());
    assertEquals("2 accounts were locked out", first.title());
    assertEquals("An account was locked out", found.get(1).title());
  }
}
