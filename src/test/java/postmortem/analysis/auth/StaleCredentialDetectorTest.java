package postmortem.analysis.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static postmortem.analysis.auth.Server.at;
import static postmortem.analysis.auth.Server.minutes;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import postmortem.analysis.Detector;
import postmortem.analysis.DetectorLawTest;
import postmortem.analysis.Finding;
import postmortem.analysis.Severity;
import postmortem.analysis.Telling;
import postmortem.event.Times;

class StaleCredentialDetectorTest extends DetectorLawTest {

  @Override
  protected Detector detector() {
    return new StaleCredentialDetector();
  }

  @Override
  protected Telling evidence() {
    return new Server(8).weather().log;
  }

  @Test
  void theCopierIsToldWithItsRhythm() {
    Server server = new Server(9);
    server.copier();

    List<Finding> found = server.log.findings(detector());

    assertEquals(1, found.size());
    Finding f = found.get(0);
    assertEquals(Severity.INFO, f.severity());
    assertEquals(List.of("scanner"), f.accounts());
    assertEquals(true, f.metrics().get("regular"));
    assertTrue(Math.abs((Long) f.metrics().get("intervalSeconds") - 900) < 5);
    assertEquals(f.metrics().get("failures"), f.count());
  }

  @Test
  void attemptsThatNobodyKnowsOfDoNotBreakTheRhythm() {
    long[] times = new long[100];
    int known = 0;
    for (int i = 0; i < 120; i++) {
      if (i % 6 != 3) { // one in six met several addresses
        times[known++] = i * 15 * Times.MINUTE + i % 5 * Times.SECOND;
      }
    }
    assertTrue(Rhythm.of(times, known).isEven(0.1));
    times[50] += 5 * Times.MINUTE;
    assertTrue(Rhythm.of(times, known).isEven(0.1));
    Random random = new Random(3);
    for (int i = 1; i < known; i++) {
      times[i] = times[i - 1] + 60 * Times.SECOND + random.nextInt(1800) * Times.SECOND;
    }
    assertFalse(Rhythm.of(times, known).isEven(0.3));
  }

  @Test
  void theTelephoneEndsWithASuccess() {
    Server server = new Server(10);
    server.changedPassword();

    List<Finding> found = server.log.findings(detector());

    assertEquals(1, found.size());
    assertEquals(true, found.get(0).metrics().get("endedBySuccess"));
  }

  @Test
  void guessingIsNoOldPassword() {
    Server server = new Server(11);
    server.bruteForce(2, 900, 12, "sales", 1);
    server.noise(12);
    assertEquals(List.of(), server.log.findings(detector()));
  }

  @Test
  void whatAGuesserDoesBetweenTwoSuccessesIsNoOldPassword() {
    Server server = new Server(12, false);
    String guesser = "61.136.61.199";
    for (int i = 0; i < 60; i++) {
      server.fails(at(2) + minutes(server.uniform(0, 210)), guesser, "anybody");
    }
    long hit = at(2) + minutes(215);
    server.succeeds(hit, guesser, "vera");
    for (int i = 1; i < 7; i++) {
      server.fails(hit + minutes(0.15 * i), guesser, "anybody");
    }
    server.succeeds(hit + minutes(1.2), guesser, "nils");

    assertEquals(List.of(), server.log.findings(detector()));
  }
}
