package postmortem.analysis.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static postmortem.analysis.auth.Server.at;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import postmortem.analysis.Detector;
import postmortem.analysis.DetectorLawTest;
import postmortem.analysis.Finding;
import postmortem.analysis.FindingType;
import postmortem.analysis.Telling;
import postmortem.event.Outcome;
import postmortem.event.Times;

class NamelessGuessingDetectorTest extends DetectorLawTest {

  private static final String NOBODY = "";

  @Override
  protected Detector detector() {
    return new NamelessGuessingDetector();
  }

  @Override
  protected Telling evidence() {
    return guessed(new Telling(), NOBODY)
        .logon(at(53), NOBODY, "sales", Outcome.ACCEPTED)
        .logon(at(54), NOBODY, "sales", Outcome.ACCEPTED);
  }

  /** Four hundred failures in five hours, up to five o'clock. */
  private static Telling guessed(Telling log, String source) {
    Random random = new Random(1);
    long time = at(53) - Times.MINUTE;
    for (int i = 0; i < 400; i++) {
      log.logon(time, source, "sales", Outcome.REJECTED);
      time -= (20 + random.nextInt(50)) * Times.SECOND;
    }
    return log;
  }

  @Test
  void anAccountThatNobodyKnowsWhoGuessedAtIsTold() {
    List<Finding> found = evidence().findings(detector());
    assertEquals(
        List.of(FindingType.BRUTE_FORCE, FindingType.COMPROMISE),
        found.stream().map(Finding::type).sorted().toList());
    assertEquals(400, found.get(0).count());
    assertEquals(List.of(), found.get(0).sources());
    assertEquals(List.of("sales"), found.get(0).accounts());
  }

  @Test
  void whoHasAlwaysLoggedOnIsNotEnteredByAGuesser() {
    Telling log = evidence().logon(at(33), NOBODY, "sales", Outcome.ACCEPTED);
    assertEquals(1, log.findings(detector()).size());
  }

  @Test
  void whoseAddressIsKnownIsToldOfByIt() {
    assertEquals(List.of(), guessed(new Telling(), "192.0.2.9").findings(detector()));
  }

  @Test
  void aDeviceWithAnOldPasswordIsNoGuesser() {
    Telling log = new Telling();
    for (int i = 0; i < 3000; i++) {
      log.logon(at(24) + i * 2 * Times.MINUTE, NOBODY, "scanner", Outcome.REJECTED);
    }
    assertEquals(List.of(), log.findings(detector()));
  }

  /** Eight failures a minute at eight accounts in turn, as they stand in a Security log. */
  private static Telling sprayed(Telling log, int failures) {
    for (int i = 0; i < failures; i++) {
      log.logon(at(53) + i * 7 * Times.SECOND, NOBODY, "user" + i % 8, Outcome.REJECTED);
    }
    return log;
  }

  @Test
  void manyAccountsThatNobodyKnowsWhoGuessedAtAreTold() {
    Telling log = sprayed(new Telling(), 64);
    log.logon(at(53) + 8 * Times.MINUTE, NOBODY, "user3", Outcome.ACCEPTED);
    List<Finding> found = log.findings(detector());
    assertEquals(
        List.of(FindingType.PASSWORD_SPRAY, FindingType.COMPROMISE),
        found.stream().map(Finding::type).sorted().toList());
    Finding spray = found.stream().min(Comparator.comparing(Finding::type)).orElseThrow();
    assertEquals(64, spray.count());
    assertEquals(8, spray.accounts().size());
  }

  @Test
  void aMorningOfMistypedPasswordsIsNoSpray() {
    assertEquals(List.of(), sprayed(new Telling(), 39).findings(detector()));
    Telling log = new Telling();
    for (int i = 0; i < 200; i++) {
      log.logon(at(53) + i * Times.MINUTE, NOBODY, "user" + i % 40, Outcome.REJECTED);
    }
    assertEquals(List.of(), log.findings(detector()));
  }

  @Test
  void aSprayOfWhichOneAccountIsToldAloneIsNotToldTwice() {
    Telling log = guessed(new Telling(), NOBODY);
    List<Finding> alone = log.findings(detector());
    assertEquals(1, alone.size());
    assertEquals(FindingType.BRUTE_FORCE, alone.get(0).type());
  }
}
