package postmortem.analysis.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static postmortem.analysis.relay.Senders.OURS;
import static postmortem.analysis.relay.Senders.START;
import static postmortem.analysis.relay.Senders.at;
import static postmortem.analysis.relay.Senders.line;
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

class InsideHostDetectorTest extends DetectorLawTest {

  private static final String SPAM = "relay.inside-host CRITICAL";
  private static final String HOST = "10.9.9.9";

  private final Senders senders = new Senders(41);

  @Override
  protected Detector detector() {
    return new InsideHostDetector();
  }

  @Override
  protected Telling evidence() {
    Senders week = new Senders(40).weather(1_500);
    week.infected(3, 400);
    week.bulk(at(4), SECOND, 300, "10.2.2.2", null, OURS, 2);
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
    senders.infected(3, 200);

    assertFinds(line(SPAM, HOST + " -", at(3), at(3) + 199 * SECOND, 200));
    Finding f = senders.log.findings(detector()).get(0);
    assertEquals(200L, f.metrics().get("messages"));
    assertEquals(5_000L, f.metrics().get("foreignRecipients"));
  }

  @ParameterizedTest
  @CsvSource({
    "many names: too few messages, 19, , 2, 0",
    "many names: more than that, 20, , 2, 1",
    "many names: forwarded to one each, 40, , 1, 0",
    "one other name: up to the limit, 10, fabrikam.example, 25, 0",
    "one other name: posts to a list, 11, fabrikam.example, 25, 0",
    "one other name: a flood, 20, fabrikam.example, 25, 1",
    "one other name: more than a list has, 3, fabrikam.example, 400, 1",
  })
  void bulkIsMeasuredByMessagesAndRecipients(
      String what, int messages, String sender, int recipients, int findings) {
    senders.bulk(at(2), MINUTE, messages, HOST, null, sender, recipients);
    assertEquals(findings, senders.find(detector()).size(), what);
  }

  @Test
  void twoHostsAtOnceStayTwo() {
    senders.bulk(at(2), MINUTE, 50, HOST, null, null, 25);
    senders.bulk(at(2) + SECOND, MINUTE, 40, "10.9.9.10", null, null, 25);

    assertFinds(
        line(SPAM, HOST + " -", at(2), at(2) + 49 * MINUTE, 50),
        line(SPAM, "10.9.9.10 -", at(2) + SECOND, at(2) + SECOND + 39 * MINUTE, 40));
  }

  @ParameterizedTest
  @CsvSource({
    "0, NONE, benign.newsletter INFO",
    "19, UNKNOWN_RECIPIENT, benign.newsletter INFO", // of 400
    "100, UNKNOWN_RECIPIENT, relay.inside-host CRITICAL",
    "4, REPUTATION, benign.newsletter INFO",
    "5, REPUTATION, relay.inside-host CRITICAL",
  })
  void aNewsletterIsExplainedUnlessTheWorldRefusesIt(int refused, Reason reason, String what) {
    senders.bulk(at(2), SECOND, 400, HOST, null, OURS, 1);
    senders.bounced(at(2), refused, OURS, reason);

    assertFinds(line(what, HOST + " -", at(2), at(2) + 399 * SECOND, 400));
  }

  @Test
  void aListServerHasForeignSendersEveryDay() {
    for (int day = 0; day < 7; day++) {
      senders.bulk(at(day + 0.4), MINUTE, 40, HOST, null, null, 25);
    }
    assertFinds();
  }

  @Test
  void aListServerThatIsBlockedForAFloodIsNone() {
    for (int day = 0; day < 7; day++) {
      senders.bulk(at(day + 0.4), MINUTE, 40, HOST, null, null, 25);
    }
    senders.bounced(at(3.4), 5, "fabrikam.example", Reason.REPUTATION);

    assertFinds(line(SPAM, HOST + " -", at(3.4), at(3.4) + 39 * MINUTE, 40));
  }

  @Test
  void aMonitorSendsATestMessageAgainAndAgain() {
    senders.bulk(START, 5 * MINUTE, 7 * 288, HOST, null, OURS, 1);
    assertFinds();
  }

  @Test
  void mondaysMailMergeIsUsual() {
    senders.bulk(at(0.4), MINUTE, 49, HOST, null, OURS, 1);
    assertFinds();
  }

  @ParameterizedTest
  @CsvSource({
    "a new server, 2, 60, mail.example.org, 1",
    "from the first day on, 0.5, 60, mail.example.org, 0",
    "too few messages, 2, 49, mail.example.org, 0",
    "a name that is not ours, 2, 60, mail.fabrikam.example, 0",
  })
  void aNewMailServerIsTold(String what, double start, int messages, String helo, int findings) {
    senders.weather(500);
    senders.log.named(helo);
    senders.bulk(at(start), 10 * MINUTE, messages, HOST, null, OURS, 1);
    String told = line("benign.migration INFO", HOST + " -", at(start), end(start, messages), 60);

    assertEquals(findings == 0 ? List.of() : List.of(told), senders.find(detector()), what);
  }

  private static long end(double start, int messages) {
    return at(start) + (messages - 1) * 10 * MINUTE;
  }

  @Test
  void strangersAndAccountsAreOfOtherDetectors() {
    senders.open(2, 100);
    senders.stolen(3, 100);
    senders.bulk(at(4), SECOND, 100, HOST, "user7", null, 25);
    assertFinds();
  }
}
