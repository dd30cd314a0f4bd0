package postmortem.text;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import postmortem.parser.iis.W3cLog;

/** What the benchmark measures is the cutting of every line, at every blank. */
final class CuttingBenchmarkTest {

  private final byte[] log = W3cLog.of(500); // of several blocks
  private final List<String> lines = new String(log, US_ASCII).lines().toList();

  @Test
  void everyLineIsCut() throws IOException {
    long lengths = lines.stream().mapToLong(String::length).sum();
    long numbers = lines.size() * (lines.size() + 1L) / 2;
    assertEquals(lengths + numbers, CuttingBenchmark.lines(log));
  }

  @Test
  void everyTokenIsCut() throws IOException {
    long sum = 0;
    for (String line : lines) {
      String[] tokens = line.split(" ", -1);
      for (int i = 0; i < tokens.length; i++) {
        sum += (long) tokens[i].length() * (i + 1);
      }
    }
    assertEquals(sum, CuttingBenchmark.tokens(log));
  }
}
