package postmortem.analysis.ndr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import postmortem.analysis.Detector;
import postmortem.analysis.DetectorLawTest;
import postmortem.analysis.Finding;
import postmortem.analysis.FindingType;
import postmortem.analysis.Severity;
import postmortem.analysis.Telling;
import postmortem.event.Times;

class FailureReportDetectorTest extends DetectorLawTest {

  @Override
  protected Detector detector() {
    return new FailureReportDetector();
  }

  @Override
  protected Telling evidence() {
    Post post = new Post(1, 7).weather(7);
    post.spam(3.1, 2, 900, "a@forged.example", 35);
    post.joeJob(4.2, 8, 600);
    post.reflects(5.3, 6, 500);
    return post.log;
  }

  private Finding only(Post post) {
    List<Finding> found = post.log.findings(detector());
    assertEquals(1, found.size(), () -> found.stream().map(Finding::title).toList().toString());
    return found.get(0);
  }

  private static void assertNear(double days, long time, long slack) {
    assertTrue(
        Math.abs(Post.at(days) - time) <= slack,
        () -> Times.instant(time) + " is not near " + Times.instant(Post.at(days)));
  }

  private static void assertNear(double days, long time) {
    assertNear(days, time, 10 * Times.MINUTE);
  }

  private static long metric(Finding f, String name) {
    return (long) f.metrics().get(name);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void weatherIsNoAttack(long seed) {
    for (int days : new int[] {1, 3, 7}) {
      assertEquals(List.of(), new Post(seed, days).weather(days).log.findings(detector()));
    }
  }

  @ParameterizedTest
  @CsvSource({"2500, 6", "1000, 12", "5000, 15"})
  void aNewsletterIsWeather(int recipients, int gone) {
    Post post = new Post(2, 7).weather(7);
    post.newsletter(3.42, recipients, gone);
    assertEquals(List.of(), post.log.findings(detector()));
  }

  @ParameterizedTest
  @CsvSource({
    "2, 900, a@forged.example, 35",
    "2, 900, user@example.org, 35",
    "1, 300, a@forged.example, 20",
    "14, 6000, a@forged.example, 25",
  })
  void spamOfOursIsOneSpike(double hours, int recipients, String sender, int dead) {
    Post post = new Post(3, 7).weather(7);
    post.spam(3.1, hours, recipients, sender, dead);

    Finding f = only(post);

    assertEquals(FindingType.NDR_SPIKE, f.type());
    assertEquals(Severity.HIGH, f.severity());
    assertEquals(List.of(), f.sources());
    assertNear(3.1, f.start());
    assertNear(3.1 + hours / 24, f.end());
    assertEquals(1, metric(f, "remoteRefusals") / (recipients * dead / 100.0), 0.25);
    String other = sender.endsWith(Post.OURS) ? "nullSenderReceived" : "dsnSent";
    assertTrue(metric(f, other) > metric(f, "remoteRefusals") * 0.9);
    assertEquals(
        f.count(),
        metric(f, "remoteRefusals") + metric(f, "dsnSent") + metric(f, "nullSenderReceived"));
  }

  @ParameterizedTest
  @CsvSource({"2, 100", "8, 600", "30, 900", "60, 600"})
  void reportsWithoutMailOfOursAreBackscatter(double hours, int reports) {
    Post post = new Post(4, 9).weather(9);
    post.joeJob(3.1, hours, reports);

    Finding f = only(post);

    assertEquals(FindingType.BACKSCATTER, f.type());
    assertEquals(Severity.MEDIUM, f.severity());
    assertEquals(0.9, f.confidence());
    assertNear(3.1, f.start());
    assertNear(3.1 + hours / 24, f.end(), 2 * Times.HOUR);
    assertTrue(metric(f, "nullSenderReceived") >= reports * 0.9);
    assertEquals(f.count(), metric(f, "nullSenderReceived"));
  }

  @ParameterizedTest
  @CsvSource({"6, 500", "20, 2500", "2, 100"})
  void reportsToForgedSendersAreReflected(double hours, int reports) {
    Post post = new Post(5, 7).weather(7);
    post.reflects(3.1, hours, reports);

    Finding f = only(post);

    assertEquals(FindingType.NDR_REFLECTED, f.type());
    assertEquals(Severity.HIGH, f.severity());
    assertNear(3.1, f.start());
    assertNear(3.1 + hours / 24, f.end());
    assertTrue(metric(f, "dsnSent") >= reports * 0.95);
    assertEquals(0.4, (double) f.metrics().get("share"), 0.15);
  }

  @Test
  void threeAtOnceStayThree() {
    List<FindingType> types = evidence().findings(detector()).stream().map(Finding::type).toList();
    assertEquals(
        List.of(FindingType.NDR_SPIKE, FindingType.BACKSCATTER, FindingType.NDR_REFLECTED), types);
  }

  @Test
  void oneServerThatReportsAgainAndAgainIsNoJoeJob() {
    Post post = new Post(6, 7).weather(7);
    for (int i = 0; i < 500; i++) {
      post.report(Post.at(3) + i * Times.MINUTE / 2, "70.9.9.9", Post.OURS, true);
    }
    // the weather's servers are there too, but few of them in these hours
    List<Finding> found = post.log.findings(detector());
    assertTrue(found.size() <= 1);
  }

  @Test
  void relayTestsWithTheNullSenderAreNoReports() {
    Post post = new Post(7, 7).weather(7);
    for (int i = 0; i < 300; i++) {
      post.report(
          Post.at(3) + i * Times.MINUTE / 2, "70.9." + i % 99 + ".9", "else.example", false);
    }
    assertEquals(List.of(), post.log.findings(detector()));
  }

  @Test
  void anOutageOfOneDestinationIsNoSpike() {
    Post post = new Post(8, 7).weather(7);
    post.outage(3.5, 3, 90);
    assertEquals(List.of(), post.log.findings(detector()));
  }

  @Test
  void spamToOneDestinationIsASpike() {
    Post post = new Post(8, 7).weather(7);
    post.outage(3.5, 3, 90);
    for (int i = 0; i < 20; i++) {
      post.log.message(
          Post.at(3.5) + i * 5 * Times.MINUTE,
          "88.1.1.1",
          "stolen",
          "x@a.example",
          "b.example",
          20);
    }
    assertEquals(FindingType.NDR_SPIKE, only(post).type());
  }

  @Test
  void withoutACleanBaselineTheFloorDecidesAndItIsSaid() {
    Post post = new Post(9, 0.4);
    post.joeJob(0, 9, 2500);

    Finding f = only(post);

    assertEquals(FindingType.BACKSCATTER, f.type());
    assertEquals(0.7, f.confidence());
    assertEquals(true, f.metrics().get("absoluteFloors"));
    assertEquals(Map.of("ndr.per-hour", 50.0), f.threshold());
    assertTrue(f.startOpen());
  }
}
