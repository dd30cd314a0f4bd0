package postmortem.analysis.integrity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import postmortem.analysis.Detector;
import postmortem.analysis.DetectorLawTest;
import postmortem.analysis.Finding;
import postmortem.analysis.Severity;
import postmortem.analysis.Telling;
import postmortem.event.Event;
import postmortem.event.Outcome;
import postmortem.event.Service;
import postmortem.event.Times;

final class GapDetectorTest extends DetectorLawTest {

  private static final long FROM = 100 * Times.HOUR;
  private static final long TO = FROM + 90 * Times.MINUTE;

  @Override
  protected Detector detector() {
    return new GapDetector();
  }

  @Override
  protected Telling evidence() {
    return behindFirewall();
  }

  /** Connections every ten minutes for ten hours, and a mail log that is cut in the middle. */
  private static Telling behindFirewall() {
    Telling log = new Telling().silent(FROM, TO);
    log.rejected(FROM - Times.HOUR, "203.0.113.5", "sales");
    log.stream("isa-firewall-w3c", "ISA01", false);
    for (int i = 0; i < 60; i++) {
      connection(log, FROM - 4 * Times.HOUR + i * 10 * Times.MINUTE, Outcome.ACCEPTED);
    }
    connection(log, FROM + Times.MINUTE, Outcome.REJECTED);
    return log;
  }

  private static void connection(Telling log, long time, Outcome outcome) {
    log.add(
        time,
        (names, origin) ->
            new Event.Connection(
                origin,
                Telling.peer(names, "203.0.113.9", "", Service.SMTP),
                false,
                outcome,
                -1,
                -1,
                -1,
                null));
  }

  private static Finding only(List<Finding> found) {
    assertEquals(1, found.size(), found.toString());
    return found.get(0);
  }

  @Test
  void theFirewallIsItsWitness() {
    Finding gap = only(behindFirewall().findings(detector()));
    assertEquals(FROM, gap.start());
    assertEquals(TO, gap.end());
    assertEquals(Severity.MEDIUM, gap.severity());
    assertEquals(List.of("MAIL01"), List.copyOf(gap.servers()));
    assertEquals(9L, gap.metrics().get("connectionsMeanwhile"));
    assertEquals(9, gap.count());
    assertEquals(0.95, gap.confidence());
  }

  @Test
  void withoutAWitnessItIsLessSure() {
    Telling log = new Telling().silent(FROM, TO);
    log.rejected(FROM - Times.HOUR, "203.0.113.5", "sales");
    Finding gap = only(log.findings(detector()));
    assertEquals(0.7, gap.confidence());
    assertEquals(0L, gap.metrics().get("connectionsMeanwhile"));
  }

  @Test
  void ofTwoLogsOfAMachineTheBusierTells() {
    Telling log = new Telling().silent(FROM - Times.HOUR, TO + Times.HOUR);
    log.rejected(FROM - 2 * Times.HOUR, "203.0.113.5", "sales");
    log.stream("exchange-smtp-send", "MAIL01", false).silent(FROM, TO);
    assertEquals(FROM, only(log.findings(detector())).start());
    log.rejected(FROM - Times.HOUR, "203.0.113.5", "sales");
    log.stream("exchange-smtp-send", "MAIL02", false).silent(FROM, TO);
    assertEquals(2, log.findings(detector()).size());
  }
}
