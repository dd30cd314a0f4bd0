package postmortem.analysis.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the benchmark measures is the detectors' true work. */
class RelayBenchmarkTest {

  @ParameterizedTest
  @CsvSource({
    "account-spam, relay.authenticated-spam",
    "harvest, harvest.directory",
    "inside-host, relay.inside-host",
    "relay, relay.probe relay.open",
  })
  void findsWhatTheWeekHolds(String detector, String types) throws IOException {
    RelayBenchmark benchmark = new RelayBenchmark();
    benchmark.detector = detector;
    benchmark.setUp();

    assertEquals(
        List.of(types.split(" ", -1)),
        benchmark.findings().stream().map(f -> f.type().id()).toList());
  }
}
