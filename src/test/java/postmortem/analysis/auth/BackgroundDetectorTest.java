package postmortem.analysis.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import postmortem.analysis.Detector;
import postmortem.analysis.DetectorLawTest;
import postmortem.analysis.Finding;
import postmortem.analysis.Severity;
import postmortem.analysis.Telling;

class BackgroundDetectorTest extends DetectorLawTest {

  @Override
  protected Detector detector() {
    return new BackgroundDetector();
  }

  @Override
  protected Telling evidence() {
    Server server = new Server(8).weather();
    server.noise(100);
    return server.log;
  }

  private static int selected(Server server, Finding finding) {
    Telling.Read read = server.log.read(Telling.Split.PLAIN);
    AtomicInteger count = new AtomicInteger();
    try {
      read.facts()
          .forEach(
              finding.selector().kinds(),
              fact -> {
                if (finding.selector().matches(fact, read.context())) {
                  count.incrementAndGet();
                }
              });
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return count.get();
  }

  @Test
  void countsStrangersByDay() {
    Server server = new Server(9);
    server.fails(Server.at(1.1), "80.1.1.1", "info");
    server.fails(Server.at(1.2), "80.1.1.1", "info");
    server.fails(Server.at(1.3), "80.1.1.2", "info");
    server.fails(Server.at(2.3), "80.1.1.2", "test");
    server.fails(Server.at(2.4), "10.1.1.2", "test"); // ours
    server.fails(Server.at(2.5), "80.1.1.3", "user1"); // a user
    server.succeeds(Server.at(2.6), "80.1.1.3", "user1");

    List<Finding> found = server.log.findings(detector());

    assertEquals(1, found.size());
    Finding f = found.get(0);
    assertEquals(Severity.INFO, f.severity());
    assertEquals(List.of(), f.sources());
    assertEquals(4L, f.metrics().get("attempts"));
    assertEquals(4, selected(server, f), "as many records as attempts");
    assertEquals(2L, f.metrics().get("sourcesTotal"));
    assertEquals(Map.of("2024-03-05", 3L, "2024-03-06", 1L), f.metrics().get("attemptsPerDay"));
    assertEquals(Map.of("2024-03-05", 2L, "2024-03-06", 1L), f.metrics().get("sourcesPerDay"));
    assertEquals(Map.of("2024-03-05", 1L, "2024-03-06", 1L), f.metrics().get("accountsPerDay"));
  }
}
