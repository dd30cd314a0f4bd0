package postmortem.analysis.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static postmortem.analysis.auth.Server.at;
import static postmortem.analysis.auth.Server.minutes;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import postmortem.analysis.Detector;
import postmortem.analysis.DetectorLawTest;
import postmortem.analysis.Finding;
import postmortem.analysis.FindingType;
import postmortem.analysis.Severity;
import postmortem.analysis.Telling;
import postmortem.event.Outcome;
import postmortem.event.Reason;
import postmortem.event.Service;
import postmortem.event.Times;

class GuessingDetectorTest extends DetectorLawTest {

  @Override
  protected Detector detector() {
    return new GuessingDetector();
  }

  @Override
  protected Telling evidence() {
    Server server = new Server(3).weather();
    server.bruteForce(2, 900, 12, "sales", 2);
    server.botnet(3, 20, 80, 3, "info");
    server.spray(4, 4, 40, 40, 3, 2);
    return server.log;
  }

  private static List<Finding> find(Server server) {
    return server.log.findings(new GuessingDetector());
  }

  private static Finding only(Server server) {
    List<Finding> found = find(server);
    assertEquals(1, found.size(), () -> describe(found));
    return found.get(0);
  }

  private static String describe(List<Finding> found) {
    StringBuilder out = new StringBuilder();
    for (Finding f : found) {
      out.append(f.type().id())
          .append(' ')
          .append(f.severity())
          .append(' ')
          .append(Times.instant(f.start()))
          .append(' ')
          .append(f.title())
          .append('\n');
    }
    return out.toString();
  }

  private static void assertSources(List<String> expected, Finding finding) {
    assertEquals(
        new TreeSet<>(expected),
        new TreeSet<>(finding.sources().stream().map(Object::toString).toList()));
  }

  private static void assertNear(long expected, long actual) {
    assertTrue(
        Math.abs(expected - actual) < minutes(20),
        () -> Times.instant(expected) + " is not near " + Times.instant(actual));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void weatherIsNoAttack(long seed) {
    for (boolean named : new boolean[] {true, false}) {
      List<Finding> found = find(new Server(seed, named).weather());
      assertEquals(List.of(), found, () -> describe(found));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {60, 200})
  void moreNoiseIsStillWeather(double perDay) {
    Server server = new Server(7);
    server.noise(perDay);
    List<Finding> found = find(server);
    assertEquals(List.of(), found, () -> describe(found));
  }

  @ParameterizedTest
  @CsvSource({"300, 5, 1", "900, 12, 1", "2400, 25, 1", "1000, 20, 4", "300, 0.9, 2"})
  void fewSourcesAtOneAccountAreBruteForce(int attempts, double perMinute, int sources) {
    Server server = new Server(11).weather();
    List<String> from = server.bruteForce(2.1, attempts, perMinute, "administrator", sources);

    Finding f = only(server);

    assertEquals(FindingType.BRUTE_FORCE, f.type());
    assertEquals(Severity.HIGH, f.severity());
    assertSources(from, f);
    assertEquals(List.of("administrator"), f.accounts());
    assertEquals((long) attempts, f.metrics().get("failures"));
    assertEquals(attempts, f.count());
    assertNear(at(2.1), f.start());
    assertNear(at(2.1) + minutes(attempts / perMinute), f.end());
  }

  @ParameterizedTest
  @CsvSource({"6, 45, 90, 3", "3, 90, 30, 2", "8, 30, 60, 1", "4, 720, 40, 3", "5, 15, 50, 5"})
  void roundsOverManyAccountsAreOneSpray(int rounds, double pause, int accounts, int sources) {
    Server server = new Server(12).weather();
    while (server.users.size() < accounts) {
      server.users.add("more" + server.users.size());
    }
    List<String> from = server.spray(2.2, rounds, pause, accounts, sources, 0);

    Finding f = only(server);

    assertEquals(FindingType.PASSWORD_SPRAY, f.type());
    assertSources(from, f);
    assertEquals(accounts, f.accounts().size());
    assertNear(at(2.2), f.start());
    assertNear(at(2.2) + minutes(pause * (rounds - 1)), f.end());
  }

  @Test
  void accountsThatTheSprayHitsAreTakenOver() {
    Server server = new Server(13).weather();
    List<String> from = server.spray(2.2, 6, 45, 50, 3, 2);

    List<Finding> found = find(server);

    List<Finding> taken = found.stream().filter(f -> f.type() == FindingType.COMPROMISE).toList();
    assertEquals(3, found.size(), () -> describe(found));
    assertEquals(2, taken.size());
    for (Finding f : taken) {
      assertEquals(Severity.CRITICAL, f.severity());
      assertEquals(1, f.accounts().size());
      assertEquals(1, f.sources().size());
      assertTrue(from.contains(f.sources().get(0).toString()));
      assertTrue(f.end() - f.start() < minutes(2));
    }
  }

  @Test
  void withoutNamesRoundsAndSuccessesTellASpray() {
    Server server = new Server(14, false).weather();
    List<String> from = server.spray(2.2, 6, 45, 60, 3, 2);

    List<Finding> found = find(server);

    Finding spray = found.get(0);
    assertEquals(FindingType.PASSWORD_SPRAY, spray.type(), () -> describe(found));
    assertSources(from, spray);
    assertEquals(false, spray.metrics().get("accountsNamed"));
    assertEquals(3, found.size(), () -> describe(found));
  }

  @Test
  void withoutNamesSteadyGuessingIsBruteForce() {
    Server server = new Server(15, false).weather();
    server.bruteForce(3, 900, 12, "sales", 1);
    assertEquals(FindingType.BRUTE_FORCE, only(server).type());
  }

  @ParameterizedTest
  @CsvSource({
    "30, 400, 4, true",
    "20, 60, 3, true",
    "10, 40, 6, true",
    "26, 300, 4, false",
    "40, 150, 5, false"
  })
  void manySourcesAtOneAccountAreDistributed(int hours, int bots, int each, boolean named) {
    Server server = new Server(16, named).weather();
    List<String> from = server.botnet(2.3, hours, bots, each, "sales2");

    Finding f = only(server);

    assertEquals(FindingType.DISTRIBUTED_GUESSING, f.type());
    assertTrue(f.severity().compareTo(Severity.MEDIUM) >= 0);
    TreeSet<String> named2 = new TreeSet<>(f.sources().stream().map(Object::toString).toList());
    assertTrue(named2.containsAll(from));
    assertTrue(named2.size() <= from.size() * 1.2);
    assertNear(at(2.3), f.start());
    assertTrue(Math.abs(f.end() - at(2.3 + hours / 24.0)) < 2 * Times.HOUR);
  }

  @Test
  void addressesOfOneNetworkAreOneSource() {
    Server server = new Server(17).weather();
    for (int i = 0; i < 300; i++) {
      server.fails(
          at(3) + minutes(i * 0.7 * server.uniform(0.9, 1.1)),
          "2001:db8:5:6:" + Integer.toHexString(1 + server.random.nextInt(65000)) + "::1",
          "administrator");
    }

    Finding f = only(server);

    assertEquals(FindingType.BRUTE_FORCE, f.type());
    assertEquals(1L, f.metrics().get("sites64"));
    assertTrue(f.sources().size() > 250);
  }

  @ParameterizedTest
  @CsvSource({"4, 5", "3, 3", "2.5, 8", "5, 1"})
  void belowEveryRateForDaysIsSlow(double days, double perHour) {
    Server server = new Server(18).weather();
    List<String> from =
        server.slow(1.1, days, perHour, List.of("postmaster", "info", "user3", "user9"));

    Finding f = only(server);

    assertEquals(FindingType.SLOW_GUESSING, f.type());
    assertSources(from, f);
    assertEquals(4, f.accounts().size());
    assertTrue(f.severity().compareTo(Severity.MEDIUM) >= 0);
    assertNear(at(1.1), f.start());
  }

  @Test
  void twoAttacksAtOnceStayTwo() {
    Server server = new Server(19).weather();
    List<String> one = server.bruteForce(2.1, 600, 10, "administrator", 2);
    List<String> two = server.botnet(2, 20, 100, 3, "user7");
    List<String> three = server.slow(1, 4, 5, List.of("info", "user9"));

    List<Finding> found = find(server);

    assertEquals(3, found.size(), () -> describe(found));
    assertSources(three, found.get(0));
    assertTrue(found.get(1).sources().size() >= two.size());
    assertSources(one, found.get(2));
  }

  @Test
  void twoBotnetsAtOnceStayTwo() {
    Server server = new Server(20).weather();
    server.botnet(2, 20, 100, 3, "user7");
    server.botnet(2.1, 20, 100, 3, "user8");

    assertEquals(2, find(server).size());
  }

  @Test
  void theGuesserWhoGetsInTookTheAccountOver() {
    Server server = new Server(21).weather();
    List<String> from = server.bruteForce(2, 900, 12, "sales2", 1);
    long won = at(2) + minutes(80);
    server.succeeds(won, from.get(0), "sales2");
    for (int i = 0; i < 20; i++) {
      server.succeeds(won + minutes(300 + 60 * i), from.get(0), "sales2");
    }

    List<Finding> found = find(server);

    assertEquals(2, found.size(), () -> describe(found));
    Finding f = found.get(1);
    assertEquals(FindingType.COMPROMISE, f.type());
    assertEquals(won, f.start());
    assertEquals(won, f.end());
    assertSources(from, f);
    assertEquals(List.of("sales2"), f.accounts());
  }

  @Test
  void aSuccessOfAnotherAccountFromTheGuesserCounts() {
    Server server = new Server(22).weather();
    List<String> from = server.bruteForce(2, 400, 12, "administrator", 1);
    server.succeeds(at(2) + minutes(40), from.get(0), "user59");

    List<Finding> found = find(server);

    assertEquals(FindingType.COMPROMISE, found.get(1).type());
    assertEquals(List.of("user59"), found.get(1).accounts());
  }

  @Test
  void whoWasKnownBeforeIsNotTakenOver() {
    Server server = new Server(23).weather();
    String office = "81.2.3.4";
    for (int i = 0; i < 5; i++) {
      server.succeeds(at(0.2 * i), office, "user31");
    }
    for (int i = 0; i < 400; i++) {
      server.fails(at(2) + minutes(i * 0.1 * server.uniform(0.9, 1.1)), office, "administrator");
    }
    server.succeeds(at(2) + minutes(20), office, "user31");
    server.succeeds(at(3), office, "user31");

    assertEquals(FindingType.BRUTE_FORCE, only(server).type());
  }

  @Test
  void aRightPasswordThatIsRefusedIsKnown() {
    Server server = new Server(24).weather();
    List<String> from = server.bruteForce(2, 200, 10, "user20", 1);
    long time = at(2) + minutes(22);
    for (int i = 0; i < 4; i++) {
      server.log.attempt(
          time + minutes(12 * i),
          from.get(0),
          "user20",
          Outcome.REJECTED,
          Reason.RIGHT_PASSWORD_REFUSED,
          "pc");
    }

    List<Finding> found = find(server);

    assertEquals(2, found.size(), () -> describe(found));
    Finding f = found.get(1);
    assertEquals(FindingType.PASSWORD_KNOWN, f.type());
    assertEquals(Severity.HIGH, f.severity());
    assertEquals(time, f.start());
    assertEquals(time + minutes(36), f.end());
    assertEquals(4, f.count());
  }

  @Test
  void lockedAccountsAreTold() {
    Server server = new Server(25).weather();
    List<String> from = server.bruteForce(2, 200, 10, "user20", 1);
    for (int i = 0; i < 30; i++) {
      server.log.attempt(
          at(2) + minutes(1 + 0.5 * i),
          from.get(0),
          "user20",
          Outcome.REJECTED,
          Reason.LOCKED,
          "pc");
    }

    List<Finding> found = find(server);

    assertEquals(2, found.size(), () -> describe(found));
    Finding f = found.get(1);
    assertEquals(FindingType.LOCKOUT, f.type());
    assertEquals(List.of("user20"), f.accounts());
    assertEquals(30L, f.metrics().get("lockouts"));
  }

  @Test
  void guessingAtSharesIsNotGuessingAtMail() {
    Server server = new Server(26).weather();
    String from = "88.1.2.3";
    server.log.at(Service.SMB);
    for (int i = 0; i < 420; i++) {
      String account = server.one(List.of("administrator", "backup", "guest"));
      server.log.logon(
          at(3) + minutes(i * 0.12 * server.uniform(0.9, 1.1)), from, account, Outcome.REJECTED);
    }
    server.log.at(Service.SMTP);
    for (int i = 0; i < 400; i++) {
      server.fails(at(3) + minutes(i * 0.13 * server.uniform(0.9, 1.1)), from, "user1");
    }

    List<Finding> found = find(server);

    assertEquals(2, found.size(), () -> describe(found));
    for (Finding f : found) {
      assertEquals(FindingType.BRUTE_FORCE, f.type());
      assertEquals(1, f.services().size());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "9, 1, false", // nine in ten minutes
    "10, 1, true", // the limit
    "19, 31, false", // below both rates
    "20, 31, true", // the daily limit
  })
  void limitsAreReachedAtTheirValue(int attempts, double everyMinutes, boolean found) {
    Server server = new Server(27);
    for (int i = 0; i < attempts; i++) {
      double uneven = i % 2 == 0 ? 0 : 0.45 * everyMinutes;
      server.fails(at(3) + minutes(i * everyMinutes + uneven), "88.1.2.3", "administrator");
    }
    assertEquals(found ? 1 : 0, find(server).size());
  }

  @Test
  void aWindowHoldsBothItsEnds() {
    for (long late : new long[] {0, 1}) {
      Server server = new Server(28);
      for (int i = 0; i < 9; i++) {
        server.fails(at(3) + i * i * Times.SECOND, "88.1.2.3", "administrator");
      }
      server.fails(at(3) + 10 * Times.MINUTE + late, "88.1.2.3", "administrator");
      assertEquals(late == 0 ? 1 : 0, find(server).size(), "late by " + late + " ns");
    }
  }

  @Test
  void aPauseOfADayEndsAnAttackAndAShorterOneDoesNot() {
    for (boolean longer : new boolean[] {false, true}) {
      Server server = new Server(29);
      long second = at(2) + minutes(48 * 0.5) + Times.DAY - (longer ? 0 : minutes(30));
      for (int i = 0; i < 50; i++) {
        long uneven = minutes(0.2 * (i % 3));
        server.fails(at(2) + minutes(i * 0.5) + uneven, "88.1.2.3", "administrator");
        server.fails(second + minutes(i * 0.5 + 2) + uneven, "88.1.2.3", "administrator");
      }
      assertEquals(longer ? 2 : 1, find(server).size());
    }
  }

  @Test
  void anAttackThatFillsTheEvidenceHasNoStart() {
    Server server = new Server(30);
    server.slow(0, 7, 6, new ArrayList<>(List.of("info", "user2")));

    Finding f = only(server);

    assertTrue(f.startOpen());
    assertTrue(f.confidence() <= 0.7);
    assertEquals(true, f.metrics().get("absoluteFloors"));
    assertFalse(f.metrics().containsKey("baselinePerDay"));
  }

  /** An address that guesses one account after the other until each lets it in. */
  @Test
  void whoGetsInEverywhereAfterSomeGuessesIsNoCrowdOfForgetfulUsers() {
    Server server = new Server(31);
    for (int account = 0; account < 30; account++) {
      for (int i = 0; i < 5; i++) {
        server.fails(at(3) + minutes(account * 3 + i * 0.3), "88.1.2.3", "victim" + account);
      }
      server.succeeds(at(3) + minutes(account * 3 + 2), "88.1.2.3", "victim" + account);
    }

    Finding f =
        find(server).stream().filter(x -> x.sources().size() == 1).findFirst().orElseThrow();

    assertEquals(30, f.accounts().size());
  }

  /**
   * The telephones of a branch office, on the first day of the log after passwords were changed.
   */
  @Test
  void anOfficeWhereMostKnowTheirPasswordsIsNoGuesser() {
    Server server = new Server(32);
    for (int account = 0; account < 30; account++) {
      for (int i = 0; account < 20 && i < 5; i++) {
        server.fails(at(3) + minutes(account * 3 + i * 0.3), "88.1.2.3", "victim" + account);
      }
      server.succeeds(at(3) + minutes(account * 3 + 2), "88.1.2.3", "victim" + account);
    }

    assertEquals(List.of(), find(server));
  }
}
