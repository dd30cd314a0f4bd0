package postmortem.analysis.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import postmortem.analysis.Detector;
import postmortem.analysis.DetectorLawTest;
import postmortem.analysis.Finding;
import postmortem.analysis.FindingType;
import postmortem.analysis.Telling;
import postmortem.event.Reason;

class PausesAndCrowdsTest extends DetectorLawTest {

  @Override
  protected Detector detector() {
    return new RelayDetector();
  }

  @Override
  protected Telling evidence() {
    BulkSenders senders = new BulkSenders(1).weather(2_000);
    senders.open(2, 60);
    senders.probes(4, 30);
    senders.bulk(5, "88.1.2.", 60, null, 300, 12, 1.5, 0, 25);
    return senders.log;
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 2, 1", // hours between, sources, findings
    "4, 2, 1",
    "7, 2, 2",
    "4, 0, 2", // others go on
  })
  void aRunThatPausesIsOne(double pause, int same, int findings) {
    BulkSenders senders = new BulkSenders(2).weather(2_000);
    String later = same > 0 ? "88.1.2." : "88.7.7.";
    double again = 2 + 1 / 24.0 + pause / 24;
    senders.bulk(2, "88.1.2.", 2, null, 120, 20, 2, 1, 25);
    senders.bulk(again, later, 2, null, 120, 20, 2, 1, 25);
    for (double day : new double[] {2.01, 2.03, again + 0.01, again + 0.03}) {
      senders.refused(BulkSenders.at(day), "92.1.1.1", senders.domain(), Reason.RELAY_DENIED);
    }

    List<Finding> found =
        senders.log.findings(new RelayDetector()).stream()
            .filter(f -> f.type() != FindingType.RELAY_PROBE)
            .toList();

    assertEquals(findings, found.size());
    for (Finding f : found) {
      assertEquals(FindingType.AUTHENTICATED_SPAM, f.type());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "60, 300, 12, 1.5, 1", // no address does much
    "3, 200, 20, 2, 1",
    "60, 60, 2, 0.5, 0", // people abroad
  })
  void aCrowdUnderNamesOfOursIsOneSpam(
      int sources, int messages, int recipients, double perMinute, int findings) {
    BulkSenders senders = new BulkSenders(3).weather(2_000);
    senders.bulk(2.3, "88.1.2.", sources, null, messages, recipients, perMinute, 0, 25);

    List<Finding> found = senders.log.findings(new RelayDetector());

    assertEquals(findings, found.size());
    for (Finding f : found) {
      assertEquals(FindingType.AUTHENTICATED_SPAM, f.type());
      assertEquals(sources, f.sources().size());
      assertEquals(messages, f.count());
    }
  }
}
