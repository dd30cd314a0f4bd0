package postmortem.analysis.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import postmortem.analysis.Detector;
import postmortem.analysis.DetectorLawTest;
import postmortem.analysis.Finding;
import postmortem.analysis.FindingType;
import postmortem.analysis.Severity;
import postmortem.analysis.Telling;
import postmortem.event.Times;

class AccountInBulkTest extends DetectorLawTest {

  @Override
  protected Detector detector() {
    return new AccountSpamDetector();
  }

  @Override
  protected Telling evidence() {
    BulkSenders senders = new BulkSenders(1).weather(2_000);
    senders.bulk(2, "88.1.2.", 40, "user7", 120, 10, 0.5, 0, 30);
    senders.stolen(4, 50);
    return senders.log;
  }

  private static List<Finding> bad(BulkSenders senders) {
    return senders.log.findings(new AccountSpamDetector()).stream()
        .filter(f -> f.severity() != Severity.INFO)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 200, 20, 2, 1", // as strangers
    "1, 200, 20, 2, 0", // as itself
    "1, 42, 8, 5, 2", // half of it as strangers: each half is below the limit
    "80, 240, 10, 0.5, 0", // no address does much
    "5, 300, 10, 0.15, 0", // slow, for a day and a half
  })
  void anAccountIsJudgedByAllThatItSends(
      int sources, int messages, int recipients, double perMinute, int forged) {
    BulkSenders senders = new BulkSenders(2).weather(2_000);
    senders.bulk(2.3, "88.1.2.", sources, "user7", messages, recipients, perMinute, forged, 25);

    List<Finding> found = bad(senders);

    assertEquals(1, found.size());
    Finding spam = found.get(0);
    assertEquals(FindingType.AUTHENTICATED_SPAM, spam.type());
    assertTrue(spam.sources().size() >= sources * 0.9); // the first few do too little
    assertEquals(List.of("user7"), spam.accounts());
    assertTrue(spam.start() - BulkSenders.at(2.3) < 20 * Times.MINUTE);
  }

  @ParameterizedTest
  @CsvSource({
    "10.9.9., 60, 50, 5", // a newsletter from the house
    "88.1.2., 30, 8, 1", // an evening of invitations
    "88.1.2., 300, 1, 0.5", // half a day's work
  })
  void ordinaryBulkIsNoSpam(String source, int messages, int recipients, double perMinute) {
    BulkSenders senders = new BulkSenders(3).weather(2_000);
    senders.bulk(2.3, source, 1, "user7", messages, recipients, perMinute, 0, 5);

    assertEquals(List.of(), bad(senders));
  }
}
