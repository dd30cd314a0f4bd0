package postmortem.analysis.ndr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import postmortem.analysis.Detector;
import postmortem.analysis.DetectorLawTest;
import postmortem.analysis.Finding;
import postmortem.analysis.FindingType;
import postmortem.analysis.Severity;
import postmortem.analysis.Telling;

class ReputationDetectorTest extends DetectorLawTest {

  @Override
  protected Detector detector() {
    return new ReputationDetector();
  }

  @Override
  protected Telling evidence() {
    Post post = new Post(1, 7).weather(7);
    post.listed(3.1, 4, 800, "bl.one.example", 40);
    post.listed(3.1, 5, 90, "bl.two.example", 20);
    return post.log;
  }

  @ParameterizedTest
  @CsvSource({
    "4, 2, LOW", // too few
    "5, 2, HIGH",
    "40, 1, LOW", // one server may be wrong about us
    "40, 9, HIGH",
  })
  void howBadItIs(int refusals, int servers, Severity severity) {
    Post post = new Post(2, 7).weather(7);
    post.listed(3.1, 2, refusals, "bl.one.example", servers);

    List<Finding> found = post.log.findings(detector());

    assertEquals(1, found.size());
    Finding f = found.get(0);
    assertEquals(FindingType.REPUTATION_BLOCKED, f.type());
    assertEquals(severity, f.severity());
    assertEquals(Post.at(3.1), f.start());
    assertEquals((long) refusals, f.metrics().get("refused"));
    assertEquals(Map.of("bl.one.example", (long) refusals), f.metrics().get("blocklists"));
    assertEquals(List.of(), f.sources());
  }

  @Test
  void shareIsOfAllDeliveriesOfItsHours() {
    Post post = new Post(3, 7);
    for (int i = 0; i < 300; i++) {
      post.delivered(Post.at(3) + i, "user@" + Post.OURS);
    }
    post.listed(3, 0.5, 100, "", 10);

    Finding f = post.log.findings(detector()).get(0);

    assertEquals(400L, f.metrics().get("deliveries"));
    assertEquals(0.25, f.metrics().get("share"));
    assertEquals(Map.of(), f.metrics().get("blocklists"));
  }

  @ParameterizedTest
  @CsvSource({"3.9, 1", "4.2, 2"})
  void aDayWithoutRefusalsEndsIt(double again, int findings) {
    Post post = new Post(4, 7);
    post.listed(3, 1, 10, "bl.one.example", 5);
    post.listed(again, 1, 10, "bl.one.example", 5);

    assertEquals(findings, post.log.findings(detector()).size());
  }

  @Test
  void otherRefusalsSayNothingOfOurReputation() {
    assertEquals(List.of(), new Post(5, 7).weather(7).log.findings(detector()));
  }
}
