package postmortem.analysis.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static postmortem.analysis.relay.Senders.OURS;
import static postmortem.analysis.relay.Senders.at;
import static postmortem.analysis.relay.Senders.line;
import static postmortem.event.Times.HOUR;
import static postmortem.event.Times.MINUTE;
import static postmortem.event.Times.SECOND;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import postmortem.analysis.Detector;
import postmortem.analysis.DetectorLawTest;
import postmortem.analysis.DetectorSettings;
import postmortem.analysis.Finding;
import postmortem.analysis.Telling;
import postmortem.event.Outcome;
import postmortem.event.Reason;

class RelayDetectorTest extends DetectorLawTest {

  private static final String FOREIGN = "fabrikam.example";

  private final Senders senders = new Senders(21);

  @Override
  protected Detector detector() {
    return new RelayDetector();
  }

  @Override
  protected Telling evidence() {
    Senders week = new Senders(20).weather(1_500);
    week.probes(1.1, 200);
    week.open(4.1, 400);
    week.bulk(at(6), SECOND, 1, "89.3.3.3", null, null, 1);
    return week.log;
  }

  private void assertFinds(String... lines) {
    assertEquals(List.of(lines), senders.find(detector()));
  }

  private List<Finding> findings() {
    return senders.log.findings(detector());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void weatherIsNoRelaying(long seed) {
    assertEquals(List.of(), new Senders(seed).weather(3_000).find(detector()));
  }

  @Test
  void singleTestsAreWeather() {
    for (int day = 0; day < 7; day++) {
      senders.denied(at(day), SECOND, 2, "91.1.1.1");
    }
    assertFinds();
  }

  @ParameterizedTest
  @CsvSource({"3, LOW", "20, LOW", "21, MEDIUM", "500, MEDIUM"})
  void whoAsksAgainAndAgainProbes(int tries, String severity) {
    senders.weather(500);
    senders.denied(at(2), 5 * SECOND, tries, "91.1.1.1");

    assertFinds(
        line(
            "relay.probe " + severity,
            "91.1.1.1 -",
            at(2),
            at(2) + (tries - 1) * 5 * SECOND,
            tries));
  }

  @Test
  void eachProberIsOfItsOwnAndALongPauseMakesTwo() {
    senders.denied(at(2), MINUTE, 5, "91.1.1.1");
    senders.denied(at(2) + SECOND, MINUTE, 4, "91.1.1.2");
    senders.denied(at(3), MINUTE, 3, "91.1.1.1");

    assertFinds(
        line("relay.probe LOW", "91.1.1.1 -", at(2), at(2) + 4 * MINUTE, 5),
        line("relay.probe LOW", "91.1.1.2 -", at(2) + SECOND, at(2) + SECOND + 3 * MINUTE, 4),
        line("relay.probe LOW", "91.1.1.1 -", at(3), at(3) + 2 * MINUTE, 3));
  }

  @ParameterizedTest
  @CsvSource({"480, 20, 0", "21, 20, 0", "20, 20, 0", "19, 20, 1"})
  void aBusyServerThatIsRefusedSomeDoesNotProbe(int taken, int refused, int findings) {
    String mx = "80.1.1.1";
    for (int i = 0; i < taken; i++) {
      senders.log.message(at(2) + i * SECOND, mx, null, "a@" + FOREIGN, OURS, 1);
    }
    senders.denied(at(2), 10 * SECOND, refused, mx);

    assertEquals(findings, findings().size());
  }

  @Test
  void aBackupServerMayHandOverWhatItTookForUs() {
    for (int i = 0; i < 600; i++) {
      String from = "a@" + senders.domain();
      senders.log.message(at(2) + i * SECOND, "80.1.1.1", null, from, OURS, 5);
    }
    assertFinds();
  }

  @Test
  void wePassOnWhatTheWorldSendsToADomainThatWeAreABackupServerOf() {
    senders.log.settings(DetectorSettings.STANDARD);
    for (int i = 0; i < 600; i++) {
      String domain = i % 3 == 0 ? FOREIGN : OURS;
      String from = (11 + i % 100) + ".2.3.4"; // of a hundred networks
      long time = at(2) + i * MINUTE;
      senders.log.recipient(time, from, domain, Outcome.ACCEPTED, Reason.NONE);
      senders.log.message(time, from, null, "a@" + senders.domain(), domain, 1);
      if (domain.equals(FOREIGN)) {
        String sender = "a@" + senders.domain();
        senders.log.delivery(
            time, "60.1.1.1", sender, FOREIGN, Outcome.ACCEPTED, Reason.NONE, null);
      }
    }
    assertFinds();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, relay.probe MEDIUM",
    "1, 19, relay.probe MEDIUM",
    "2, 9, relay.probe MEDIUM",
    "1, 20, relay.open CRITICAL",
    "2, 10, relay.open CRITICAL",
    "3, 1, relay.open CRITICAL",
    "300, 25, relay.open CRITICAL",
  })
  void oneAcceptedTestIsToBeTestedAndMoreIsAnOpenRelay(int messages, int recipients, String what) {
    senders.weather(500);
    senders.bulk(at(2), SECOND, messages, "89.1.1.1", null, null, recipients);

    assertFinds(line(what, "89.1.1.1 -", at(2), at(2) + (messages - 1) * SECOND, messages));
    Finding f = findings().get(0);
    assertEquals((long) messages, f.metrics().get("messages"));
    assertEquals((long) messages * recipients, f.metrics().get("foreignRecipients"));
    assertEquals(what.contains("probe") ? (Object) (long) messages : null, accepted(f));
  }

  private static Object accepted(Finding f) {
    return f.metrics().getOrDefault("accepted", null);
  }

  @Test
  void theTestsBeforeAnOpenRelayAreAPartOfIt() {
    senders.open(4, 40);

    assertFinds(
        line(
            "relay.open CRITICAL",
            "89.1.1.1,89.1.2.1,89.1.2.2,89.1.2.3,89.1.2.4 -",
            at(4) - HOUR / 2,
            at(4) + 39 * SECOND,
            41));
  }

  @Test
  void aRefusalBetweenTestAndRelayingTellsWhenTheRelayWasOpened() {
    senders.bulk(at(2), SECOND, 1, "89.3.3.3", null, null, 1);
    senders.denied(at(3), SECOND, 1, "92.1.1.1");
    senders.bulk(at(4), SECOND, 40, "89.1.1.1", null, null, 25);

    assertFinds(line("relay.open CRITICAL", "89.1.1.1 -", at(4), at(4) + 39 * SECOND, 40));
  }

  @Test
  void whoIsServedWhileStrangersAreRefusedHasAuthenticated() {
    senders.bulk(at(4), MINUTE, 60, "89.1.1.1", null, null, 25);
    senders.denied(at(4) + 10 * MINUTE, 20 * MINUTE, 2, "92.1.1.1");

    assertFinds(
        line("relay.authenticated-spam CRITICAL", "89.1.1.1 -", at(4), at(4) + 59 * MINUTE, 60));
  }

  @Test
  void aLogThatShowsNoAuthWhereItWouldProvesAnOpenRelay() {
    senders.anonymous(at(4), 40, "89.1.1.1", FOREIGN, 25);
    senders.denied(at(4) - 10 * MINUTE, SECOND, 1, "92.1.1.1");
    senders.denied(at(4) + 10 * MINUTE, SECOND, 1, "92.1.1.1");

    assertFinds(line("relay.open CRITICAL", "89.1.1.1 -", at(4), at(4) + 39 * SECOND, 40));
  }

  @Test
  void twoCampaignsAtOnceStayTwo() {
    senders.bulk(at(4), MINUTE, 60, "89.1.1.1", null, null, 25);
    senders.bulk(at(4) + SECOND, MINUTE, 60, "89.2.2.2", null, null, 1);
    senders.denied(at(4) + 10 * MINUTE, 20 * MINUTE, 2, "92.1.1.1");
    String spam = "relay.authenticated-spam CRITICAL";

    assertFinds(
        line(spam, "89.1.1.1 -", at(4), at(4) + 59 * MINUTE, 60),
        line(spam, "89.2.2.2 -", at(4) + SECOND, at(4) + SECOND + 59 * MINUTE, 60));
  }

  @ParameterizedTest
  @CsvSource({"10, 0", "11, 1"})
  void ourOwnSendersMayBeOutsideButNotInBulk(int messages, int findings) {
    senders.weather(500);
    senders.bulk(at(4), SECOND, messages, "89.1.1.1", null, OURS, 25);

    List<Finding> found = findings();

    assertEquals(findings, found.size());
    found.forEach(f -> assertEquals("relay.authenticated-spam", f.type().id()));
  }

  @Test
  void ourOwnSendersWithoutAuthWhereItWouldShowAreForged() {
    senders.anonymous(at(4), 20, "89.1.1.1", OURS, 25);

    assertFinds(line("relay.open CRITICAL", "89.1.1.1 -", at(4), at(4) + 19 * SECOND, 20));
  }

  @Test
  void ourMachinesAndAccountsAreOfOtherDetectors() {
    senders.stolen(2, 100);
    senders.infected(3, 100);
    assertFinds();
  }
}
