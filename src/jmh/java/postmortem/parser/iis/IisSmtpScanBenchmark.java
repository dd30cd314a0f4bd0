package postmortem.parser.iis;

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
import postmortem.parser.StepCount;

/** How long it takes to make steps of a W3C log of the SMTP service. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class IisSmtpScanBenchmark {

  private final IisSmtpParser parser = new IisSmtpParser();
  private byte[] log = {};

  @Setup
  public void write() {
    log = W3cLog.of(15_000);
  }

  /** Reads the log and adds up what it says. */
  @Benchmark
  public long scan() throws IOException {
    return read(log).sum();
  }

  StepCount read(byte[] bytes) throws IOException {
    return StepCount.of(parser, bytes);
  }
}
