package postmortem.analysis.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import postmortem.analysis.Detector;
import postmortem.analysis.DetectorLawTest;
import postmortem.analysis.Finding;
import postmortem.analysis.FindingType;
import postmortem.analysis.Severity;
import postmortem.analysis.Telling;

class ListsAndFloodsTest extends DetectorLawTest {

  private static final String LISTS = "10.1.9.9";

  @Override
  protected Detector detector() {
    return new InsideHostDetector();
  }

  @Override
  protected Telling evidence() {
    BulkSenders senders = new BulkSenders(1).weather(2_000);
    senders.infected(2, 60);
    senders.post(3, LISTS, "list@" + BulkSenders.OURS, 300, 20);
    return senders.log;
  }

  private static List<Finding> bad(BulkSenders senders) {
    return senders.log.findings(new InsideHostDetector()).stream()
        .filter(f -> f.severity() != Severity.INFO)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "240, 18, 2.5, 1", // under strangers' names
    "240, 18, 2.5, 0", // under one of ours
    "300, 4, 0.1, 1", // slow
    "900, 1, 5, 1", // one recipient each
    "30, 8, 1, 1", // little
  })
  void aMachineThatFloodsTheWorldIsInfected(
      int messages, int recipients, double perMinute, int forged) {
    BulkSenders senders = new BulkSenders(2).weather(2_000);
    senders.bulk(2.3, "10.9.9.", 1, null, messages, recipients, perMinute, forged, 30);

    List<Finding> found = bad(senders);

    assertEquals(1, found.size());
    assertEquals(FindingType.INSIDE_HOST, found.get(0).type());
    assertEquals(BulkSenders.at(2.3), found.get(0).start());
  }

  @ParameterizedTest
  @CsvSource({
    "60, 4",
    "100, 40", // a neglected list: still one bad act
    "2000, 300",
  })
  void postsToListsAreNoSpam(int members, int dead) {
    BulkSenders senders = new BulkSenders(3).weather(2_000);
    for (double day : new double[] {1.4, 2.5, 2.6, 5.4}) {
      senders.post(day, LISTS, "list-bounces@" + BulkSenders.OURS, members, dead);
    }
    assertEquals(List.of(), bad(senders));
  }

  @Test
  void postsThatKeepTheirSendersAreNoSpam() {
    BulkSenders senders = new BulkSenders(4).weather(2_000);
    for (double day : new double[] {1.4, 2.5, 2.6, 2.7}) {
      senders.post(day, LISTS, "member@" + senders.domain(), 120, 6);
    }
    assertEquals(List.of(), bad(senders));
  }

  @Test
  void aPostWhileSomebodySpamsIsNoSpam() {
    BulkSenders senders = new BulkSenders(5).weather(2_000);
    senders.post(2.35, LISTS, "list-bounces@" + BulkSenders.OURS, 60, 4);
    for (int i = 0; i < 100; i++) {
      senders.delivery(BulkSenders.at(2.34 + i * 0.0005), "user7@" + BulkSenders.OURS, false, true);
    }
    assertEquals(List.of(), bad(senders));
  }

  @Test
  void aMachineThatForwardsIsNotInfected() {
    BulkSenders senders = new BulkSenders(6);
    senders.bulk(0.1, "10.1.9.", 1, null, 200, 1, 0.2, 1, 5);
    assertEquals(List.of(), bad(senders));
  }
}
