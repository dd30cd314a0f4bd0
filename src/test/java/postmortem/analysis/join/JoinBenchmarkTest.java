package postmortem.analysis.join;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What the benchmark measures: each attempt gets the address of the one that was connected. */
final class JoinBenchmarkTest {

  @Test
  void allAreAttributedButThoseThatAreTooFew() throws IOException {
    JoinBenchmark benchmark = new JoinBenchmark();
    benchmark.connections = 20_000;
    benchmark.attempts = 8_000;
    benchmark.setUp();
    long attributed = benchmark.join();
    assertTrue(attributed > 6_000 && attributed < 8_000, () -> attributed + " attributed");
  }
}
