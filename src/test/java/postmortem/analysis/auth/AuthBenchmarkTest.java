package postmortem.analysis.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import postmortem.analysis.Finding;

/** What the benchmark measures is the detectors' true work. */
class AuthBenchmarkTest {

  @ParameterizedTest
  @CsvSource({
    "background, 1, auth.background",
    "guessing, 2, auth.brute-force auth.distributed-guessing",
    "stale-credential, 5, auth.stale-credential",
    "suspected, 1, auth.suspected",
  })
  void findsWhatTheWeekHolds(String detector, int count, String types) throws IOException {
    AuthBenchmark benchmark = new AuthBenchmark();
    benchmark.detector = detector;
    benchmark.setUp();

    List<Finding> found = benchmark.findings();

    assertEquals(count, found.size());
    assertEquals(
        new TreeSet<>(List.of(types.split(" ", -1))),
        new TreeSet<>(found.stream().map(f -> f.type().id()).toList()));
  }
}
