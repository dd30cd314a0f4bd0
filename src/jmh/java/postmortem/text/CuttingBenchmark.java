package postmortem.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import postmortem.parser.iis.W3cLog;

/** How long it takes to cut a log into lines, and its lines into tokens. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class CuttingBenchmark {

  private byte[] log = {};

  @Setup
  public void write() {
    log = W3cLog.of(15_000);
  }

  /** Lines alone. */
  @Benchmark
  public long lines() throws IOException {
    return lines(log);
  }

  /** Lines, and the tokens of each. */
  @Benchmark
  public long tokens() throws IOException {
    return tokens(log);
  }

  /** The sum of all lines' lengths and numbers. */
  static long lines(byte[] bytes) throws IOException {
    long sum = 0;
    try (Lines lines = open(bytes)) {
      while (lines.next()) {
        sum += lines.length() + lines.record();
      }
    }
    return sum;
  }

  /** The sum of all tokens' lengths, each times its number in its line. */
  static long tokens(byte[] bytes) throws IOException {
    int[] starts = new int[64];
    long sum = 0;
    try (Lines lines = open(bytes)) {
      while (lines.next()) {
        int count = Tokens.cut(lines.block(), lines.start(), lines.end(), (byte) ' ', starts);
        for (int i = 0; i < count; i++) {
          sum += (long) (starts[i + 1] - 1 - starts[i]) * (i + 1);
        }
      }
    }
    return sum;
  }

  private static Lines open(byte[] bytes) {
    return new Lines(new ByteArrayInputStream(bytes), 0, 1, 1 << 20);
  }
}
