package postmortem.analysis.ndr;

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
import postmortem.event.Times;

class PartnerOutageDetectorTest extends DetectorLawTest {

  @Override
  protected Detector detector() {
    return new PartnerOutageDetector();
  }

  @Override
  protected Telling evidence() {
    Post post = new Post(1, 7).weather(7);
    post.outage(3.5, 6, 600);
    return post.log;
  }

  @ParameterizedTest
  @CsvSource({"9, 0", "10, 1", "40, 1"})
  void refusalsOfOneDestinationAlone(int refusals, int findings) {
    Post post = new Post(2, 7);
    post.outage(3.5, 3, refusals);

    List<Finding> found = post.log.findings(detector());

    assertEquals(findings, found.size());
    for (Finding f : found) {
      assertEquals(FindingType.PARTNER_OUTAGE, f.type());
      assertEquals(Severity.INFO, f.severity());
      assertEquals(Post.at(3.5), f.start());
      assertEquals(List.of("down.example"), f.metrics().get("domains"));
      assertEquals(refusals, f.count());
      assertEquals(1.0, f.metrics().get("share"));
    }
  }

  @Test
  void whereOthersRefuseTooNobodyIsDown() {
    Post post = new Post(3, 7);
    post.outage(3.5, 3, 40);
    for (int i = 0; i < 20; i++) {
      post.refused(Post.at(3.5) + i * 9 * Times.MINUTE, "user@" + Post.OURS);
    }
    assertEquals(List.of(), post.log.findings(detector()));
  }

  @Test
  void spamToOneDestinationIsNoOutage() {
    Post post = new Post(4, 7);
    post.outage(3.5, 3, 40);
    for (int i = 0; i < 10; i++) {
      post.log.message(
          Post.at(3.5) + i * Times.MINUTE, "88.1.1.1", "stolen", "x@a.example", "b.example", 20);
    }
    assertEquals(List.of(), post.log.findings(detector()));
  }
}
