package postmortem.analysis.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static postmortem.analysis.auth.Server.START;
import static postmortem.analysis.auth.Server.at;
import static postmortem.analysis.auth.Server.minutes;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import postmortem.analysis.Detector;
import postmortem.analysis.DetectorLawTest;
import postmortem.analysis.Finding;
import postmortem.analysis.FindingType;
import postmortem.analysis.Severity;
import postmortem.analysis.Telling;
import postmortem.event.Times;

class SuspectedDetectorTest extends DetectorLawTest {

  private final Server server = new Server(5);

  SuspectedDetectorTest() {
    server.log.stream("iis-smtp", "MAIL01", false);
  }

  @Override
  protected Detector detector() {
    return new SuspectedDetector();
  }

  @Override
  protected Telling evidence() {
    Server fresh = new Server(6);
    fresh.log.stream("iis-smtp", "MAIL01", false);
    sessions(fresh, "88.1.2.3", 3, 700, 0.1);
    return fresh.log;
  }

  private static void sessions(Server on, String from, double start, int n, double everyMinutes) {
    double t = 0;
    for (int i = 0; i < n; i++) {
      on.log.emptySession(at(start) + minutes(t), from, "user");
      t += everyMinutes * on.uniform(0.5, 1.5);
    }
  }

  private void weather() {
    for (int i = 0; i < 7 * 720; i++) {
      server.log.emptySession(
          START + minutes(2 * i + server.uniform(0, 0.03)), "10.1.1.1", "monitor");
    }
    for (int i = 0; i < 7 * 144; i++) {
      server.log.emptySession(START + minutes(10 * i + server.uniform(0, 0.05)), "77.8.9.1", "lb");
    }
    for (int i = 0; i < 70; i++) {
      server.log.emptySession(at(server.uniform(0, 7)), server.address(), "scan");
    }
    // a telephone with an old password, which delivers before and after
    server.log.message(at(2), "90.1.2.3", null, "a@fabrikam.example", "adatum.example", 1);
    for (int i = 0; i < 20; i++) {
      server.log.emptySession(at(2.5) + minutes(3 * i + server.uniform(0, 0.5)), "90.1.2.3", "pc");
    }
    server.log.message(at(3), "90.1.2.3", null, "a@fabrikam.example", "adatum.example", 1);
  }

  private List<Finding> find() {
    return server.log.findings(new SuspectedDetector());
  }

  @Test
  void monitorsHealthChecksAndTelephonesAreNotSuspected() {
    weather();
    assertEquals(List.of(), find());
  }

  @ParameterizedTest
  @ValueSource(ints = {150, 600})
  void sessionsWithoutMailAgainAndAgainAreSuspected(int sessions) {
    weather();
    sessions(server, "88.1.2.3", 3, sessions, 0.1);

    List<Finding> found = find();

    assertEquals(1, found.size());
    Finding f = found.get(0);
    assertEquals(FindingType.SUSPECTED, f.type());
    assertEquals(sessions >= 200 ? Severity.HIGH : Severity.MEDIUM, f.severity());
    assertEquals(at(3), f.start());
    assertEquals(sessions, f.count());
    assertEquals((long) sessions, f.metrics().get("sessions"));
  }

  @Test
  void sourcesThatActTogetherAreOneSuspicion() {
    weather();
    for (int r = 0; r < 6; r++) {
      for (int s = 1; s <= 3; s++) {
        sessions(server, "88.1.2." + s, 3 + r / 30.0, 30, 0.13);
      }
    }

    List<Finding> found = find();

    assertEquals(1, found.size());
    assertEquals(3, found.get(0).sources().size());
  }

  @Test
  void manySourcesWithAFewSessionsEachAreSuspected() {
    weather();
    for (int b = 0; b < 300; b++) {
      String bot = server.address();
      for (int i = 0; i < 4; i++) {
        server.log.emptySession(at(3 + server.uniform(0, 1.2)), bot, "user");
      }
    }

    List<Finding> found = find();

    assertEquals(1, found.size());
    assertTrue(found.get(0).sources().size() >= 295);
    assertTrue(Math.abs(found.get(0).start() - at(3)) < Times.HOUR);
  }

  @Test
  void aLogThatRecordsAuthIsNoGroundForSuspicion() {
    server.log.stream("exchange-smtp-receive", "MAIL02", true);
    sessions(server, "88.1.2.3", 3, 600, 0.1);
    assertEquals(List.of(), find());
  }
}
