package postmortem.analysis.integrity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import postmortem.analysis.Detector;
import postmortem.analysis.DetectorLawTest;
import postmortem.analysis.Finding;
import postmortem.analysis.Telling;
import postmortem.event.AuditAction;
import postmortem.event.Event;
import postmortem.event.Slice;
import postmortem.event.TextSpace;
import postmortem.event.Times;

final class LogClearedDetectorTest extends DetectorLawTest {

  @Override
  protected Detector detector() {
    return new LogClearedDetector();
  }

  @Override
  protected Telling evidence() {
    return cleared(20);
  }

  private static Telling cleared(int times) {
    Telling log = new Telling().stream("evtx", "MAIL01", false);
    for (int i = 0; i < times; i++) {
      String account = "user" + i;
      log.add(
          i * Times.HOUR,
          (names, origin) ->
              new Event.Audit(
                  origin,
                  names.text(TextSpace.ACCOUNT, Slice.of(account)),
                  AuditAction.LOG_CLEARED,
                  0,
                  0));
    }
    return log;
  }

  @Test
  void eachIsAFindingWithItsAccount() {
    List<Finding> found = cleared(2).findings(detector());
    assertEquals(
        List.of(Map.of("clearedBy", "user0"), Map.of("clearedBy", "user1")),
        found.stream().map(Finding::metrics).toList());
    assertEquals(Times.HOUR, found.get(1).start());
  }

  @Test
  void aMillionAreNoMillionFindings() {
    List<Finding> found = cleared(500).findings(detector());
    assertEquals(LogClearedDetector.EACH + 1, found.size());
    Finding rest = found.get(LogClearedDetector.EACH);
    assertEquals("An event log was cleared again, 484 times", rest.title());
    assertEquals(484, rest.count());
    assertEquals(List.of(), rest.accounts());
  }
}
