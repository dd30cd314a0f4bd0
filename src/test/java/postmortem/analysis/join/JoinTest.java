package postmortem.analysis.join;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import postmortem.analysis.Attribution;
import postmortem.analysis.Fact;
import postmortem.analysis.FactKind;
import postmortem.analysis.StreamInfo;
import postmortem.analysis.ToldFacts;
import postmortem.event.Outcome;
import postmortem.event.Permission;
import postmortem.event.Service;
import postmortem.event.Times;

final class JoinTest {

  private static final int MAIL = 0;
  private static final int SECURITY = 1;
  private static final int FIREWALL = 2;
  private static final int DC = 3;
  private static final int ATTACKER = 50;
  private static final int STRANGER = 60;
  private static final int ROOM = 1 << 24;
  private static final long NIGHT = ToldFacts.DAY + 2 * Times.HOUR;

  private static List<Fact> join(ToldFacts facts) throws IOException {
    List<Fact> joined =
        ToldFacts.list(Join.join(facts.store(0, ROOM), ToldFacts.streams(), Set.of(), 0));
    for (long seed = 1; seed < 4; seed++) {
      assertEquals(
          joined,
          ToldFacts.list(Join.join(facts.store(seed, 1 << 16), ToldFacts.streams(), Set.of(), 0)));
    }
    return joined;
  }

  private static List<Fact> of(List<Fact> facts, FactKind kind) {
    return facts.stream().filter(f -> f.kind() == kind).toList();
  }

  /** An attack of 200 sessions with one failure each, and the day's other clients. */
  private static ToldFacts attack() {
    ToldFacts facts = new ToldFacts();
    for (int i = 0; i < 200; i++) {
      long time = NIGHT + i * 7 * Times.SECOND;
      facts.session(MAIL, time, ATTACKER, 4000, true);
      facts.logon(SECURITY, time + 2 * Times.SECOND, 9, Outcome.REJECTED);
    }
    for (int hour = 0; hour < 24; hour++) {
      facts.session(
          MAIL,
          ToldFacts.DAY + hour * Times.HOUR + 50 * Times.MINUTE,
          STRANGER + hour,
          3000,
          false);
    }
    return facts;
  }

  @Test
  void failuresGetTheAddressOfTheSessionThatWasOpen() throws IOException {
    List<Fact> joined = join(attack());
    List<Fact> attempts = of(joined, FactKind.ATTEMPT);
    assertEquals(200, attempts.size());
    assertTrue(attempts.stream().allMatch(f -> f.source() == ATTACKER));
    assertTrue(attempts.stream().allMatch(f -> f.attribution() == Attribution.ATTRIBUTED));
    assertTrue(attempts.stream().allMatch(f -> f.stream() == SECURITY));
    assertEquals(List.of(), of(joined, FactKind.EMPTY_SESSION));
    assertEquals(List.of(), of(joined, FactKind.SESSION));
  }

  @Test
  void whoGuessesAsLongAsTheEvidenceLastsIsKnownByTheBeginningsOfHisSessions() throws IOException {
    ToldFacts facts = new ToldFacts();
    long time = NIGHT;
    for (int i = 0; i < 300; i++) {
      facts.session(MAIL, time, ATTACKER, 20_000, true);
      facts.logon(SECURITY, time + Times.SECOND, 9, Outcome.REJECTED);
      time += (9 + i % 7) * Times.SECOND;
    }
    assertEquals(300, of(join(facts), FactKind.ATTEMPT).size());
  }

  @Test
  void whoIsConnectedAllDayMeetsEverybodysAttempts() throws IOException {
    ToldFacts facts = new ToldFacts();
    for (int i = 0; i < 300; i++) {
      facts.session(MAIL, NIGHT + i * 13 * Times.SECOND, STRANGER, 20_000, true);
      facts.logon(SECURITY, NIGHT + i * 11 * Times.SECOND, 9, Outcome.REJECTED);
    }
    assertEquals(0, of(join(facts), FactKind.ATTEMPT).size());
  }

  @Test
  void aMonitorThatIsThereForASecondMeetsThemByChanceToo() throws IOException {
    ToldFacts facts = new ToldFacts();
    for (int i = 0; i < 9000; i++) {
      facts.session(MAIL, NIGHT + i * 20 * Times.SECOND, STRANGER, 3_000, true);
      if (i % 5 == 0) {
        facts.logon(SECURITY, NIGHT + i * 19 * Times.SECOND, 9, Outcome.REJECTED);
      }
    }
    assertEquals(0, of(join(facts), FactKind.ATTEMPT).size());
  }

  @Test
  void aSprayerIsKnownByAllAccountsTogether() throws IOException {
    ToldFacts facts = attack();
    for (int i = 0; i < 120; i++) {
      long time = NIGHT + 3 * Times.HOUR + i * 11 * Times.SECOND;
      facts.session(MAIL, time, STRANGER + 99, 3000, true);
      facts.logon(SECURITY, time + Times.SECOND, 100 + i % 60, Outcome.REJECTED);
    }
    List<Fact> sprayed =
        of(join(facts), FactKind.ATTEMPT).stream().filter(f -> f.account() >= 100).toList();
    assertEquals(120, sprayed.size());
    assertTrue(sprayed.stream().allMatch(f -> f.source() == STRANGER + 99));
  }

  @Test
  void theManyWhoTryOneAccountAreKnownByIt() throws IOException {
    ToldFacts facts = new ToldFacts();
    for (int i = 0; i < 120; i++) {
      long time = NIGHT + i * 500 * Times.SECOND;
      facts.session(MAIL, time, 200 + i % 60, 3000, true);
      facts.logon(SECURITY, time + Times.SECOND, 9, Outcome.REJECTED);
    }
    assertEquals(120, of(join(facts), FactKind.ATTEMPT).size());
  }

  @Test
  void aLogWhoseZoneNobodyKnowsNamesNobody() throws IOException {
    for (int adrift : new int[] {MAIL, SECURITY}) {
      List<Fact> joined =
          ToldFacts.list(
              Join.join(attack().store(0, ROOM), ToldFacts.streams(), Set.of(adrift), 0));
      assertEquals(List.of(), of(joined, FactKind.ATTEMPT));
      assertEquals(200, of(joined, FactKind.LOGON).size());
      assertEquals(200, of(joined, FactKind.EMPTY_SESSION).size());
    }
  }

  @Test
  void anEmptySessionWithoutAnAttemptStaysEmpty() throws IOException {
    ToldFacts facts = attack().session(MAIL, NIGHT + Times.HOUR * 3, STRANGER, 1000, true);
    List<Fact> empty = of(join(facts), FactKind.EMPTY_SESSION);
    assertEquals(1, empty.size());
    assertEquals(STRANGER, empty.get(0).source());
  }

  @Test
  void twoAddressesAtOnceAreAmbiguous() throws IOException {
    ToldFacts facts = attack();
    facts.session(MAIL, NIGHT, STRANGER, 3600_000, false);
    List<Fact> joined = join(facts);
    List<Fact> logons = of(joined, FactKind.LOGON);
    assertEquals(200, logons.size());
    assertTrue(
        logons.stream().allMatch(f -> f.attribution() == Attribution.AMBIGUOUS && f.source() == 0));
  }

  @Test
  void aCopiersFailuresAreNotThoseOfWhomeverTheyMeet() throws IOException {
    ToldFacts facts = attack();
    for (int i = 0; i < 96; i++) {
      facts.logon(SECURITY, ToldFacts.DAY + i * 15 * Times.MINUTE, 11, Outcome.REJECTED);
    }
    List<Fact> joined = join(facts);
    assertTrue(joined.stream().filter(f -> f.account() == 11).allMatch(f -> f.source() == 0));
    assertEquals(96, joined.stream().filter(f -> f.account() == 11).count());
  }

  @Test
  void whoeverIsThereInABurstThatCameAnotherWayIsNotItsSource() throws IOException {
    ToldFacts facts = new ToldFacts();
    for (int i = 0; i < 1000; i++) {
      facts.logon(SECURITY, NIGHT + i * 3 * Times.SECOND, 9, Outcome.REJECTED);
    }
    for (int i = 0; i < 20; i++) { // each meets ten of them
      facts.session(MAIL, NIGHT + i * 150 * Times.SECOND, STRANGER + i, 29_000, false);
    }
    facts.session(MAIL, ToldFacts.DAY + 5 * Times.DAY, STRANGER, 1000, false);
    assertTrue(join(facts).stream().filter(f -> f.account() == 9).allMatch(f -> f.source() == 0));
  }

  @Test
  void whereNoMailLogWasKeptTheFirewallKnows() throws IOException {
    ToldFacts facts = new ToldFacts();
    for (int i = 0; i < 100; i++) {
      long time = NIGHT + i * 9 * Times.SECOND;
      facts.connection(FIREWALL, time, ATTACKER, 4000);
      facts.logon(SECURITY, time + 2 * Times.SECOND, 9, Outcome.REJECTED);
    }
    facts.connection(FIREWALL, ToldFacts.DAY, STRANGER, 1000);
    facts.connection(FIREWALL, ToldFacts.DAY + Times.DAY, STRANGER, 1000);
    List<Fact> attempts = of(join(facts), FactKind.ATTEMPT);
    assertEquals(100, attempts.size());
    assertTrue(attempts.stream().allMatch(f -> f.source() == ATTACKER));
  }

  @Test
  void oneAttemptInThreeLogsIsOne() throws IOException {
    ToldFacts facts = new ToldFacts();
    for (int i = 0; i < 30; i++) {
      long time = NIGHT + i * 3 * Times.SECOND;
      facts.add(FactKind.ATTEMPT, MAIL, time, ATTACKER, 9, Outcome.REJECTED, 1, Service.SMTP);
      facts.logon(SECURITY, time + Times.SECOND, 9, Outcome.REJECTED);
      facts.add(
          FactKind.VALIDATION, DC, time + Times.SECOND, 0, 9, Outcome.REJECTED, 1, Service.OTHER);
    }
    List<Fact> joined = join(facts);
    assertEquals(30, joined.size());
    assertTrue(joined.stream().allMatch(f -> f.source() == ATTACKER && f.stream() == MAIL));
  }

  /** A local account: 529 and 680, in either order, stand in the log of the mail server itself. */
  @Test
  void aLogonAndTheCheckOfItsPasswordInOneLogAreOne() throws IOException {
    ToldFacts facts = new ToldFacts();
    for (int i = 0; i < 30; i++) {
      long time = NIGHT + i * 3 * Times.SECOND;
      long check = time + (i % 3 - 1) * 20 * Times.MILLI;
      Outcome outcome = i == 20 ? Outcome.ACCEPTED : Outcome.REJECTED;
      facts.logon(SECURITY, time, 9, outcome);
      facts.add(FactKind.VALIDATION, SECURITY, check, 0, 9, outcome, 1, Service.OTHER);
    }
    List<Fact> joined = join(facts);
    assertEquals(30, joined.size());
    assertTrue(joined.stream().allMatch(f -> f.service() == Service.SMTP));
  }

  @Test
  void howManyStreamsThereAreDoesNotMatter() throws IOException {
    List<StreamInfo> streams = new ArrayList<>(ToldFacts.streams());
    for (int id = streams.size(); id <= SECURITY + 64; id++) {
      streams.add(new StreamInfo(id, "exchange-smtp-receive", "MAIL01", "site" + id, true));
    }
    ToldFacts facts = new ToldFacts();
    int mail = SECURITY + 64;
    facts.add(FactKind.ATTEMPT, mail, NIGHT, ATTACKER, 9, Outcome.REJECTED, 1, Service.SMTP);
    facts.logon(SECURITY, NIGHT + Times.SECOND, 9, Outcome.REJECTED);
    List<Fact> joined = ToldFacts.list(Join.join(facts.store(0, ROOM), streams, Set.of(), 0));
    assertEquals(1, joined.size());
  }

  /** Event 1035 has the address and no account, the protocol log has both. */
  @Test
  void whatTwoLogsOfAServerTellOfOneAddressIsOneAttempt() throws IOException {
    ToldFacts facts = new ToldFacts();
    for (int i = 0; i < 30; i++) {
      long time = NIGHT + i * Times.MINUTE;
      int account = 9 + i % 3;
      facts.add(FactKind.ATTEMPT, MAIL, time, ATTACKER, account, Outcome.REJECTED, 1, Service.SMTP);
      long later = time + (i % 2 == 0 ? 1 : -1) * Times.SECOND; // whichever is written first
      facts.add(FactKind.ATTEMPT, SECURITY, later, ATTACKER, 0, Outcome.REJECTED, 1, Service.SMTP);
    }
    facts.add(FactKind.ATTEMPT, SECURITY, NIGHT, STRANGER, 0, Outcome.REJECTED, 1, Service.SMTP);
    List<Fact> joined = join(facts);
    assertEquals(31, joined.size());
    assertEquals(30, joined.stream().filter(f -> f.stream() == MAIL && f.account() >= 9).count());
  }

  @Test
  void anAttemptWhoseLogNamesNoAccountGetsIt() throws IOException {
    ToldFacts facts = new ToldFacts();
    facts.add(FactKind.ATTEMPT, MAIL, NIGHT, ATTACKER, 0, Outcome.REJECTED, 1, Service.SMTP);
    facts.logon(SECURITY, NIGHT + Times.SECOND, 9, Outcome.REJECTED);
    List<Fact> joined = join(facts);
    assertEquals(1, joined.size());
    assertEquals(9, joined.get(0).account());
    assertEquals(ATTACKER, joined.get(0).source());
  }

  /** Both logs of Windows are in one format: the one has the addresses, the other the accounts. */
  @Test
  void anAttemptInTheApplicationAndInTheSecurityLogIsOne() throws IOException {
    ToldFacts facts = new ToldFacts();
    for (int i = 0; i < 30; i++) {
      long time = NIGHT + i * Times.MINUTE;
      facts.add(FactKind.ATTEMPT, 0, time, ATTACKER, 0, Outcome.REJECTED, 1, Service.SMTP);
      facts.logon(1, time + (i % 2 == 0 ? 1 : -1) * Times.SECOND, 9 + i % 3, Outcome.REJECTED);
    }
    facts.logon(1, NIGHT + Times.HOUR, 9, Outcome.REJECTED); // one that is nowhere else
    facts.logon(2, NIGHT, 9, Outcome.REJECTED); // of another machine
    List<StreamInfo> streams =
        List.of(
            new StreamInfo(0, "evtx", "MAIL01", "Application", true),
            new StreamInfo(1, "evtx", "MAIL01", "Security", true),
            new StreamInfo(2, "evtx", "MAIL02", "Security", true));
    List<Fact> joined = ToldFacts.list(Join.join(facts.store(1, ROOM), streams, Set.of(), 0));

    assertEquals(32, joined.size());
    List<Fact> attempts = of(joined, FactKind.ATTEMPT);
    assertEquals(30, attempts.size());
    assertTrue(attempts.stream().allMatch(f -> f.source() == ATTACKER && f.account() >= 9));
  }

  /** As event 1708 and a logon: both name the account, and neither the address. */
  @Test
  void whatTwoLogsWithoutAddressesTellGetsThatOfTheSession() throws IOException {
    ToldFacts facts = new ToldFacts();
    for (int i = 0; i < 60; i++) {
      long time = NIGHT + i * Times.MINUTE;
      facts.session(0, time, ATTACKER, 4000, true);
      facts.add(FactKind.ATTEMPT, 1, time + Times.SECOND, 0, 9, Outcome.ACCEPTED, 1, Service.SMTP);
      if (i % 2 == 0) {
        facts.logon(2, time + Times.SECOND, 9, Outcome.ACCEPTED);
      }
    }
    List<StreamInfo> streams =
        List.of(
            new StreamInfo(0, "iis-smtp-w3c", "MAIL01", "SMTPSVC1", false),
            new StreamInfo(1, "event-csv", "MAIL01", "Application", true),
            new StreamInfo(2, "event-csv", "MAIL01", "Security", true));
    List<Fact> joined = ToldFacts.list(Join.join(facts.store(1, ROOM), streams, Set.of(), 0));
    assertEquals(60, of(joined, FactKind.ATTEMPT).size());
    assertEquals(0, of(joined, FactKind.LOGON).size());
    assertTrue(
        of(joined, FactKind.ATTEMPT).stream()
            .allMatch(f -> f.source() == ATTACKER && f.attribution() == Attribution.ATTRIBUTED));
  }

  /** What was decided before takes in nothing more: it is written already. */
  @Test
  void anAttemptThatComesTooLateIsNotLost() throws IOException {
    ToldFacts facts = new ToldFacts();
    facts.add(FactKind.ATTEMPT, 0, NIGHT, ATTACKER, 0, Outcome.REJECTED, 1, Service.SMTP);
    facts.add(
        FactKind.LOGON,
        2,
        NIGHT + 9 * Times.SECOND,
        STRANGER,
        9,
        Outcome.REJECTED,
        1,
        Service.SMTP);
    facts.logon(2, NIGHT + 9 * Times.SECOND + Times.SECOND / 2, 9, Outcome.REJECTED);
    facts.add(
        FactKind.ATTEMPT,
        3,
        NIGHT + 15 * Times.SECOND,
        ATTACKER,
        9,
        Outcome.REJECTED,
        1,
        Service.SMTP);
    List<StreamInfo> streams =
        List.of(
            new StreamInfo(0, "a", "MAIL01", "", true),
            new StreamInfo(1, "b", "MAIL01", "", true),
            new StreamInfo(2, "c", "MAIL01", "", true),
            new StreamInfo(3, "d", "MAIL01", "", true));
    List<Fact> joined = ToldFacts.list(Join.join(facts.store(1, ROOM), streams, Set.of(), 0));
    assertTrue(
        joined.stream().anyMatch(f -> f.time() == NIGHT + 15 * Times.SECOND), joined.toString());
  }

  /** Whichever is written first: what has the address, the logon, and the check of the password. */
  @ParameterizedTest
  @CsvSource({"1, 2", "2, 1", "-1, 1", "1, -1", "-1, -2", "-2, -1"})
  void anAttemptAndItsCheckElsewhereAreOne(int logon, int check) throws IOException {
    for (int checkedIn : new int[] {1, 2}) {
      ToldFacts facts = new ToldFacts();
      for (int i = 0; i < 30; i++) {
        long time = NIGHT + i * Times.MINUTE;
        int account = 9 + i % 3;
        facts.add(FactKind.ATTEMPT, 0, time, ATTACKER, 0, Outcome.REJECTED, 1, Service.SMTP);
        facts.logon(1, time + logon * Times.SECOND, account, Outcome.REJECTED);
        long checked = time + check * Times.SECOND;
        facts.add(
            FactKind.VALIDATION,
            checkedIn,
            checked,
            0,
            account,
            Outcome.REJECTED,
            1,
            Service.OTHER);
      }
      List<StreamInfo> streams =
          List.of(
              new StreamInfo(0, "evtx", "MAIL01", "Application", true),
              new StreamInfo(1, "evtx", "MAIL01", "Security", true),
              new StreamInfo(2, "evtx", "DC01", "Security", true));
      List<Fact> joined = ToldFacts.list(Join.join(facts.store(1, ROOM), streams, Set.of(), 0));

      assertEquals(30, joined.size());
      assertTrue(joined.stream().allMatch(f -> f.source() == ATTACKER && f.account() >= 9));
    }
  }

  /** As those of two connectors: what they tell at once are two attempts. */
  @Test
  void attemptsInTwoLogsOfOneFormatAreTwo() throws IOException {
    ToldFacts facts = new ToldFacts();
    facts.add(FactKind.ATTEMPT, 0, NIGHT, ATTACKER, 9, Outcome.REJECTED, 1, Service.SMTP);
    facts.add(FactKind.ATTEMPT, 1, NIGHT, ATTACKER, 9, Outcome.REJECTED, 1, Service.SMTP);
    List<StreamInfo> streams =
        List.of(
            new StreamInfo(0, "exchange-smtp-receive", "MAIL01", "Frontend", true),
            new StreamInfo(1, "exchange-smtp-receive", "MAIL01", "Hub", true));
    assertEquals(2, ToldFacts.list(Join.join(facts.store(1, ROOM), streams, Set.of(), 0)).size());
  }

  @Test
  void mailOfASessionInWhichSomebodyLoggedOnIsThatAccounts() throws IOException {
    ToldFacts facts = attack();
    for (int i = 0; i < 20; i++) {
      long time = NIGHT + 5 * Times.HOUR + i * 60 * Times.SECOND;
      facts.session(MAIL, time, ATTACKER, 9000, false);
      facts.logon(SECURITY, time + 2 * Times.SECOND, 9, Outcome.ACCEPTED);
      message(facts, time + 3 * Times.SECOND, ATTACKER);
    }
    List<Fact> messages = of(join(facts), FactKind.MESSAGE);
    assertEquals(20, messages.size());
    assertTrue(
        messages.stream().allMatch(f -> f.account() == 9 && f.permission() == Permission.ACCOUNT));
  }

  @Test
  void mailOfItsOtherSessionsIsItsToo() throws IOException {
    ToldFacts facts = attack();
    long evening = NIGHT + 5 * Times.HOUR;
    for (int i = 0; i < 20; i++) {
      long time = evening + i * 60 * Times.SECOND;
      facts.session(MAIL, time, ATTACKER, 9000, false);
      if (i % 2 == 1) { // another client, so that nobody knows whose logon it was
        facts.session(MAIL, time, STRANGER, 9000, false);
      }
      facts.logon(SECURITY, time + 2 * Times.SECOND, 9, Outcome.ACCEPTED);
      message(facts, time + 3 * Times.SECOND, ATTACKER);
    }
    message(facts, evening + 12 * Times.HOUR, ATTACKER);
    message(facts, evening, STRANGER);
    List<Fact> messages = of(join(facts), FactKind.MESSAGE);
    assertEquals(22, messages.size());
    assertEquals(20, messages.stream().filter(f -> f.account() == 9).count());
  }

  @Test
  void mailOfAnAddressThatTwoAccountsUseIsOnlyThatOfItsSessions() throws IOException {
    ToldFacts facts = attack();
    for (int i = 0; i < 40; i++) {
      long time = NIGHT + 5 * Times.HOUR + i * 60 * Times.SECOND;
      facts.session(MAIL, time, ATTACKER, 9000, false);
      facts.logon(SECURITY, time + 2 * Times.SECOND, i % 2 == 0 ? 9 : 8, Outcome.ACCEPTED);
      message(facts, time + 30 * Times.SECOND, ATTACKER);
    }
    List<Fact> messages = of(join(facts), FactKind.MESSAGE);
    assertEquals(40, messages.size());
    assertTrue(messages.stream().filter(f -> f.account() != 0).count() <= 1);
  }

  private static void message(ToldFacts facts, long time, int source) {
    facts.add(FactKind.MESSAGE, MAIL, time, source, 0, Outcome.ACCEPTED, 5, Service.SMTP);
  }

  @Test
  void aRecordThatTwoExportsHoldIsOne() throws IOException {
    ToldFacts facts = new ToldFacts();
    for (int export = 4; export < 7; export++) {
      for (int i = 0; i < export - 3; i++) { // one says it thrice, in one second
        facts.logon(export, NIGHT, 9, Outcome.REJECTED);
      }
    }
    List<StreamInfo> streams = new ArrayList<>(ToldFacts.streams());
    for (int export = 4; export < 7; export++) {
      streams.add(new StreamInfo(export, "export" + export, "MAIL02", "Security", true));
    }
    List<Fact> joined = ToldFacts.list(Join.join(facts.store(0, ROOM), streams, Set.of(), 0));
    assertEquals(3, joined.size());
  }

  @Test
  void nothingThatIsNoAttemptIsLostOrChanged() throws IOException {
    ToldFacts facts = new ToldFacts();
    Random random = new Random(1);
    FactKind[] kinds = {
      FactKind.MESSAGE, FactKind.NULL_SENDER, FactKind.AUDIT, FactKind.REFUSED_RECIPIENT,
      FactKind.EMPTY_SESSION, FactKind.CONNECTION, FactKind.LOGON, FactKind.ATTEMPT
    };
    for (int i = 0; i < 2000; i++) {
      facts.add(
          kinds[random.nextInt(kinds.length)],
          MAIL,
          NIGHT + random.nextInt(100_000) * Times.SECOND,
          2 + random.nextInt(9),
          0,
          Outcome.ACCEPTED,
          1,
          Service.SMTP);
    }
    assertEquals(ToldFacts.list(facts.store(0, ROOM)), join(facts));
  }
}
