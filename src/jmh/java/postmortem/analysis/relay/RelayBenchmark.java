package postmortem.analysis.relay;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import postmortem.analysis.Detector;
import postmortem.analysis.Finding;
import postmortem.analysis.Telling;

/** Each detector over one bad week: some hundred thousand facts, sorted beforehand. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class RelayBenchmark {

  @Param({"account-spam", "harvest", "inside-host", "relay"})
  public String detector = "relay";

  private List<Detector> detectors = List.of();
  private Telling.Read read = new Telling().covers(0, 1).read(Telling.Split.PLAIN);

  /** Tells and reads the week. */
  @Setup(Level.Trial)
  public void setUp() throws java.io.IOException {
    Detector chosen =
        switch (detector) {
          case "account-spam" -> new AccountSpamDetector();
          case "harvest" -> new HarvestDetector();
          case "inside-host" -> new InsideHostDetector();
          case "relay" -> new RelayDetector();
          default -> throw new IllegalArgumentException(detector);
        };
    detectors = List.of(chosen);
    Telling.Read told = week().read(Telling.Split.PLAIN);
    read = new Telling.Read(told.context(), told.facts().ordered(chosen.inputs(), chosen.order()));
  }

  private static Telling week() {
    Senders senders = new Senders(1).weather(60_000);
    senders.probes(1.1, 2_000);
    senders.stolen(2.1, 20_000);
    senders.infected(3.1, 20_000);
    senders.open(4.1, 20_000);
    senders.harvests(5.1, 20_000);
    return senders.log;
  }

  /** One run over all facts. */
  @Benchmark
  public List<Finding> findings() {
    return read.findings(detectors);
  }
}
