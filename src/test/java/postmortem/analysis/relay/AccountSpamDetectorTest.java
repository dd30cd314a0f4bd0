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
import postmortem.analysis.Finding;
import postmortem.analysis.Telling;
import postmortem.event.Reason;

class AccountSpamDetectorTest extends DetectorLawTest {

  private static final String SPAM = "relay.authenticated-spam CRITICAL";
  private static final String NEWSLETTER = "benign.newsletter INFO";
  private static final String OUTSIDE = "88.1.2.3";
  private static final String INSIDE = "10.1.1.7";

  private final Senders senders = new Senders(31);

  @Override
  protected Detector detector() {
    return new AccountSpamDetector();
  }

  @Override
  protected Telling evidence() {
    Senders week = new Senders(30).weather(1_500);
    week.stolen(2, 400);
    week.bulk(at(4), SECOND, 300, INSIDE, "news", OURS, 2);
    return week.log;
  }

  private void assertFinds(String... lines) {
    assertEquals(List.of(lines), senders.find(detector()));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void weatherIsNoSpam(long seed) {
    assertEquals(List.of(), new Senders(seed).weather(3_000).find(detector()));
  }

  @Test
  void forgedSendersInBulkAreSpam() {
    senders.weather(500);
    senders.stolen(2, 200);

    assertFinds(line(SPAM, OUTSIDE + " user7", at(2), at(2) + 199 * SECOND, 200));
    Finding f = senders.log.findings(detector()).get(0);
    assertEquals(200L, f.metrics().get("messages"));
    assertEquals(5_000L, f.metrics().get("foreignRecipients"));
    assertEquals(5_000L, f.metrics().get("peakPerHour"));
  }

  @ParameterizedTest
  @CsvSource({
    "own name from outside: up to the limit, 10, example.org, 25, 0",
    "own name from outside: above it, 11, example.org, 25, 1",
    "one other name of his: up to the limit, 10, fabrikam.example, 25, 0",
    "one other name of his: above it, 11, fabrikam.example, 25, 1",
    "many names: less than a relay test, 19, , 1, 0",
    "many names: more than that, 20, , 1, 1",
  })
  void bulkIsMeasuredByRecipients(
      String what, int messages, String sender, int recipients, int findings) {
    senders.bulk(at(2), MINUTE, messages, OUTSIDE, "user7", sender, recipients);
    assertEquals(findings, senders.find(detector()).size(), what);
  }

  @Test
  void sourcesOfOneAccountAreOneCampaign() {
    senders.bulk(at(2), MINUTE, 20, OUTSIDE, "user7", null, 25);
    senders.bulk(at(2) + HOUR, MINUTE, 30, "88.9.9.9", "user7", null, 25);

    assertFinds(line(SPAM, OUTSIDE + ",88.9.9.9 user7", at(2), at(2) + HOUR + 29 * MINUTE, 50));
  }

  @Test
  void accountsOfOneSourceAreOneCampaign() {
    senders.bulk(at(2), MINUTE, 20, OUTSIDE, "user7", null, 25);
    senders.bulk(at(2) + HOUR, MINUTE, 30, OUTSIDE, "user8", null, 25);

    assertFinds(line(SPAM, OUTSIDE + " user7,user8", at(2), at(2) + HOUR + 29 * MINUTE, 50));
  }

  @Test
  void twoCampaignsAtOnceStayTwo() {
    senders.bulk(at(2), MINUTE, 50, OUTSIDE, "user7", null, 25);
    senders.bulk(at(2) + SECOND, MINUTE, 40, "88.9.9.9", "user8", null, 25);

    assertFinds(
        line(SPAM, OUTSIDE + " user7", at(2), at(2) + 49 * MINUTE, 50),
        line(SPAM, "88.9.9.9 user8", at(2) + SECOND, at(2) + SECOND + 39 * MINUTE, 40));
  }

  @Test
  void theSameAgainAfterALongPauseIsAnotherCampaign() {
    senders.stolen(2, 20);
    senders.stolen(3, 30);

    assertFinds(
        line(SPAM, OUTSIDE + " user7", at(2), at(2) + 19 * SECOND, 20),
        line(SPAM, OUTSIDE + " user7", at(3), at(3) + 29 * SECOND, 30));
  }

  @Test
  void aNewsletterFromInsideIsExplained() {
    senders.weather(500);
    senders.bulk(at(2), SECOND, 400, INSIDE, "news", OURS, 1);

    assertFinds(line(NEWSLETTER, INSIDE + " news", at(2), at(2) + 399 * SECOND, 400));
  }

  @Test
  void soIsOneFromOutsideWhereTheAccountHasLongBeen() {
    senders.bulk(at(1), SECOND, 1, OUTSIDE, "news", OURS, 1);
    senders.bulk(at(4), SECOND, 400, OUTSIDE, "news", OURS, 1);

    assertFinds(line(NEWSLETTER, OUTSIDE + " news", at(4), at(4) + 399 * SECOND, 400));
  }

  @ParameterizedTest
  @CsvSource({
    "19, UNKNOWN_RECIPIENT, benign.newsletter INFO", // of 400
    "100, UNKNOWN_RECIPIENT, relay.authenticated-spam CRITICAL",
    "4, REPUTATION, benign.newsletter INFO",
    "5, REPUTATION, relay.authenticated-spam CRITICAL",
  })
  void aNewsletterThatTheWorldRefusesIsSpam(int refused, Reason reason, String what) {
    senders.bulk(at(2), SECOND, 400, INSIDE, "news", OURS, 1);
    senders.bounced(at(2), refused, OURS, reason);

    assertFinds(line(what, INSIDE + " news", at(2), at(2) + 399 * SECOND, 400));
  }

  @Test
  void mondaysMailMergeIsUsual() {
    senders.weather(500);
    senders.bulk(at(0.4), SECOND, 200, INSIDE, "sales", OURS, 1);
    assertFinds();
  }

  @Test
  void manyRecipientsOverADayAreUsualWhereThePaceIs() {
    for (int user = 0; user < 20; user++) { // each sends 12 an hour
      senders.bulk(at(1), 5 * MINUTE, 288, "10.1.2." + user, "clerk" + user, OURS, 1);
    }
    senders.bulk(at(2), 30 * SECOND, 1_000, OUTSIDE, "sales", OURS, 1); // 120 an hour
    assertFinds();
  }

  @Test
  void mailWithoutAnAccountIsOfOtherDetectors() {
    senders.open(2, 100);
    senders.infected(3, 100);
    assertFinds();
  }
}
