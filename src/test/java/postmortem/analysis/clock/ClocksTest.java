package postmortem.analysis.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import postmortem.analysis.FactKind;
import postmortem.analysis.ToldFacts;
import postmortem.event.Outcome;
import postmortem.event.Service;
import postmortem.event.Times;

final class ClocksTest {

  private static final int MAIL = 0;
  private static final int SECURITY = 1;
  private static final int FIREWALL = 2;
  private static final long SHORT = 3 * Times.SECOND / 2;
  private static final int ROOM = 1 << 24;

  private static Clocks compare(ToldFacts facts, Set<Integer> local) throws IOException {
    return Clocks.of(ToldFacts.streams(), local, facts.store(7, ROOM));
  }

  /** Clients come to the mail server through a firewall whose clock is ahead. */
  private static void traffic(ToldFacts facts, long from, long to, int clients, long ahead) {
    Random random = new Random(from + clients);
    for (int i = 0; i < clients; i++) {
      long time = from + (long) (random.nextDouble() * (to - from)) / Times.SECOND * Times.SECOND;
      int source = 2 + random.nextInt(clients / 2 + 1);
      facts.connection(FIREWALL, time + ahead, source, 3000);
      facts.session(MAIL, time + random.nextInt(2) * Times.SECOND, source, 2000, false);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {660, -37, 3600, 7, -28_800, 45_296})
  void aClockThatIsWrongIsFoundByTheAddressesOfBothLogs(long seconds) throws IOException {
    ToldFacts facts = new ToldFacts();
    traffic(facts, ToldFacts.DAY, ToldFacts.DAY + 2 * Times.DAY, 600, seconds * Times.SECOND);
    Clocks clocks = compare(facts, Set.of());
    Correction c = of(clocks, "ISA01");
    near(seconds * Times.SECOND, c.offset(), SHORT);
    assertEquals("MAIL01", c.reference());
    assertEquals(seconds % 900 == 0 ? Correction.Kind.ZONE : Correction.Kind.CLOCK, c.kind());
    near(ToldFacts.DAY, clocks.correct(FIREWALL, ToldFacts.DAY + seconds * Times.SECOND), SHORT);
    assertEquals(ToldFacts.DAY, clocks.correct(MAIL, ToldFacts.DAY));
  }

  @Test
  void clocksThatAgreeAreLeftAlone() throws IOException {
    ToldFacts facts = new ToldFacts();
    traffic(facts, ToldFacts.DAY, ToldFacts.DAY + Times.DAY, 400, 0);
    Clocks clocks = compare(facts, Set.of());
    assertTrue(clocks.agree());
    assertEquals(Correction.Kind.AGREES, of(clocks, "ISA01").kind());
  }

  @Test
  void tooFewMatchesAreRefused() throws IOException {
    ToldFacts facts = new ToldFacts();
    traffic(facts, ToldFacts.DAY, ToldFacts.DAY + Times.DAY, 12, 660 * Times.SECOND);
    Clocks clocks = compare(facts, Set.of());
    assertTrue(clocks.agree());
    assertEquals(Correction.Kind.REFUSED, of(clocks, "ISA01").kind());
  }

  @Test
  void strangersOnBothSidesAreNoMatches() throws IOException {
    ToldFacts facts = new ToldFacts();
    Random random = new Random(3);
    for (int i = 0; i < 3000; i++) {
      long a = ToldFacts.DAY + random.nextInt(200_000) * Times.SECOND;
      long b = ToldFacts.DAY + random.nextInt(200_000) * Times.SECOND;
      facts.connection(FIREWALL, a, 2 + random.nextInt(300), 2000);
      facts.session(MAIL, b, 2 + random.nextInt(300), 2000, false);
    }
    Clocks clocks = compare(facts, Set.of());
    assertEquals(Correction.Kind.REFUSED, of(clocks, "ISA01").kind());
  }

  @Test
  void aClockThatWasPutRightIsSetRightBefore() throws IOException {
    ToldFacts facts = new ToldFacts();
    long noon = ToldFacts.DAY + 36 * Times.HOUR;
    traffic(facts, ToldFacts.DAY, noon, 500, 660 * Times.SECOND);
    traffic(facts, noon, ToldFacts.DAY + 3 * Times.DAY, 500, 0);
    Clocks clocks = compare(facts, Set.of());
    long early = ToldFacts.DAY + 10 * Times.HOUR;
    long late = ToldFacts.DAY + 60 * Times.HOUR;
    near(early, clocks.correct(FIREWALL, early + 660 * Times.SECOND), SHORT);
    near(late, clocks.correct(FIREWALL, late), SHORT);
    List<Correction> steps =
        clocks.corrections().stream().filter(c -> c.clock().equals("ISA01")).toList();
    assertEquals(2, steps.size());
    near(noon, steps.get(1).from(), 30 * Times.MINUTE);
  }

  @Test
  void aMailServerIsBelievedBeforeAFirewallThoughOnlyItsSecurityLogIsLeft() throws IOException {
    ToldFacts facts = new ToldFacts();
    Random random = new Random(11);
    long time = ToldFacts.DAY;
    for (int i = 0; i < 200; i++) {
      time += (60 + random.nextInt(600)) * Times.SECOND;
      facts.connection(FIREWALL, time + 660 * Times.SECOND, 500 + i, 5000);
      facts.logon(SECURITY, time, 9, Outcome.REJECTED);
    }
    Clocks clocks = compare(facts, Set.of());
    assertEquals("MAIL01", of(clocks, "ISA01").reference());
    assertEquals(time, clocks.correct(SECURITY, time));
  }

  @ParameterizedTest
  @ValueSource(longs = {-8, 0, 1, 9})
  void theZoneOfALogWithoutAddressesIsFoundByTheSessionsThatItsFailuresFallInto(long hours)
      throws IOException {
    ToldFacts facts = new ToldFacts();
    long zone = hours * Times.HOUR;
    traffic(facts, ToldFacts.DAY, ToldFacts.DAY + 2 * Times.DAY, 400, 0);
    Random random = new Random(5);
    long time = ToldFacts.DAY + 20 * Times.HOUR;
    for (int i = 0; i < 600; i++) {
      time += (6 + random.nextInt(4)) * Times.SECOND;
      facts.session(MAIL, time, 500, 5000, true);
      facts.logon(SECURITY, time + 2 * Times.SECOND + zone, 9, Outcome.REJECTED);
    }
    Clocks clocks = compare(facts, Set.of(SECURITY));
    Correction c =
        clocks.corrections().stream()
            .filter(k -> k.streams().contains(SECURITY))
            .findFirst()
            .orElseThrow();
    assertEquals(zone, c.offset());
    assertEquals(Correction.Kind.ZONE, c.kind());
    assertEquals(time, clocks.correct(SECURITY, time + zone));
  }

  @Test
  void summerTimeThatBeginsInTheLogIsFound() throws IOException {
    ToldFacts facts = new ToldFacts();
    long change = ToldFacts.DAY + 4 * Times.DAY + Times.HOUR;
    traffic(facts, ToldFacts.DAY, ToldFacts.DAY + 7 * Times.DAY, 1500, 0);
    Random random = new Random(5);
    for (long time = ToldFacts.DAY; time < ToldFacts.DAY + 7 * Times.DAY; ) {
      boolean attack = Times.hour(time) == Times.hour(ToldFacts.DAY) + 30;
      facts.session(MAIL, time, 500, 5000, true);
      long zone = time < change ? Times.HOUR : 2 * Times.HOUR;
      facts.logon(SECURITY, time + 2 * Times.SECOND + zone, 9, Outcome.REJECTED);
      time +=
          attack
              ? (6 + random.nextInt(4)) * Times.SECOND
              : (880 + random.nextInt(40)) * Times.SECOND;
    }
    Clocks clocks = compare(facts, Set.of(SECURITY));
    List<Correction> steps =
        clocks.corrections().stream().filter(c -> c.streams().contains(SECURITY)).toList();
    assertEquals(2, steps.size(), steps.toString());
    assertEquals(Times.HOUR, steps.get(0).offset());
    assertEquals(2 * Times.HOUR, steps.get(1).offset());
    near(change, steps.get(1).from(), 20 * Times.MINUTE);
    long late = change + Times.DAY;
    assertEquals(late, clocks.correct(SECURITY, late + 2 * Times.HOUR));
  }

  /** Attempts whose log knows the address and no account, in local time. */
  @Test
  void theZoneIsFoundByTheAddressesOfAttempts() throws IOException {
    ToldFacts facts = new ToldFacts();
    Random random = new Random(6);
    long zone = 2 * Times.HOUR;
    long last = ToldFacts.DAY;
    for (int i = 0; i < 300; i++) {
      last += (30 + random.nextInt(900)) * Times.SECOND;
      int source = 500 + random.nextInt(100);
      facts.add(FactKind.ATTEMPT, MAIL, last, source, 9, Outcome.REJECTED, 1, Service.SMTP);
      facts.add(
          FactKind.ATTEMPT, SECURITY, last + zone, source, 0, Outcome.REJECTED, 1, Service.SMTP);
    }
    Clocks clocks = compare(facts, Set.of(SECURITY));
    assertEquals(last, clocks.correct(SECURITY, last + zone));
  }

  @Test
  void theZoneIsFoundOnAServerWhereSomebodyIsAlwaysConnected() throws IOException {
    ToldFacts facts = new ToldFacts();
    Random random = new Random(5);
    long zone = -8 * Times.HOUR;
    long last = ToldFacts.DAY;
    for (int i = 0; i < 20_000; i++) {
      last += random.nextInt(9) * Times.SECOND;
      facts.session(MAIL, last, 2 + random.nextInt(300), 60_000, false);
      if (i % 20 == 0) {
        facts.logon(SECURITY, last + random.nextInt(2) * Times.SECOND + zone, 9, Outcome.REJECTED);
      }
    }
    Clocks clocks = compare(facts, Set.of(SECURITY));
    for (long time = ToldFacts.DAY; time < last; time += Times.HOUR) {
      assertEquals(time, clocks.correct(SECURITY, time + zone));
    }
  }

  @Test
  void aZoneAndAClockThatIsWrongAreNoOtherZone() throws IOException {
    ToldFacts facts = new ToldFacts();
    long ahead = Times.HOUR - 800 * Times.SECOND;
    long time = ToldFacts.DAY;
    for (int i = 0; i < 900; i++) {
      facts.connection(FIREWALL, time, 50, 40_000);
      facts.logon(SECURITY, time + ahead + Times.SECOND, 9, Outcome.REJECTED);
      facts.logon(SECURITY, time + ahead + 8 * Times.SECOND, 9, Outcome.REJECTED);
      time += (3 + i * i % 7) * Times.SECOND;
    }
    Clocks clocks = compare(facts, Set.of(SECURITY));
    if (!clocks.adrift().contains(SECURITY)) {
      near(time, clocks.correct(SECURITY, time + ahead), 2 * Times.SECOND);
    }
  }

  @Test
  void hoursWhoseSessionsTheLogShowsTooShortAreNoSummerTime() throws IOException {
    ToldFacts facts = new ToldFacts();
    Random random = new Random(3);
    long time = ToldFacts.DAY;
    for (int i = 0; i < 4000; i++) {
      boolean cut = i < 144 || i > 3856; // whose ends the log does not tell
      facts.session(MAIL, time, 50, cut ? 0 : 24_000, true);
      facts.logon(SECURITY, time + 4 * Times.SECOND, 9, Outcome.REJECTED);
      time += (20 + random.nextInt(11)) * Times.SECOND;
    }
    Clocks clocks = compare(facts, Set.of(SECURITY));
    assertTrue(clocks.agree(), () -> clocks.corrections().toString());
  }

  @Test
  void aZoneThatNothingTellsIsRefused() throws IOException {
    ToldFacts facts = new ToldFacts();
    traffic(facts, ToldFacts.DAY, ToldFacts.DAY + Times.DAY, 400, 0);
    facts.logon(SECURITY, ToldFacts.DAY, 9, Outcome.REJECTED);
    Clocks clocks = compare(facts, Set.of(SECURITY));
    assertTrue(clocks.agree());
    assertEquals(Set.of(SECURITY), clocks.adrift());
    assertTrue(
        clocks.corrections().stream()
            .anyMatch(c -> c.streams().contains(SECURITY) && c.kind() == Correction.Kind.REFUSED));
  }

  private static void near(long expected, long time, long tolerance) {
    assertTrue(Math.abs(expected - time) <= tolerance, () -> time + " is not near " + expected);
  }

  private static Correction of(Clocks clocks, String name) {
    return clocks.corrections().stream()
        .filter(c -> c.clock().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
