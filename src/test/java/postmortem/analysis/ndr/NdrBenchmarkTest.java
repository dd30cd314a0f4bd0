package postmortem.analysis.ndr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the benchmark measures is the detectors' true work. */
class NdrBenchmarkTest {

  @ParameterizedTest
  @CsvSource({
    "failure-reports, ndr.spike ndr.backscatter ndr.reflected",
    "partner-outage, benign.partner-outage",
    "reputation, reputation.blocked",
  })
  void findsWhatTheWeekHolds(String detector, String types) throws IOException {
    NdrBenchmark benchmark = new NdrBenchmark();
    benchmark.detector = detector;
    benchmark.setUp();

    assertEquals(
        List.of(types.split(" ", -1)),
        benchmark.findings().stream().map(f -> f.type().id()).toList());
  }
}
