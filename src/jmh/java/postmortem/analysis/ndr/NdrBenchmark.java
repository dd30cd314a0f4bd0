package postmortem.analysis.ndr;

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
import postmortem.analysis.FactOrder;
import postmortem.analysis.Finding;
import postmortem.analysis.Telling;

/** Each detector over one bad week: some hundred thousand facts, sorted beforehand. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class NdrBenchmark {

  @Param({"failure-reports", "partner-outage", "reputation"})
  public String detector = "failure-reports";

  private List<Detector> detectors = List.of();
  private Telling.Read read = new Telling().covers(0, 1).read(Telling.Split.PLAIN);

  /** Tells and reads the week. */
  @Setup(Level.Trial)
  public void setUp() throws java.io.IOException {
    Detector chosen =
        switch (detector) {
          case "failure-reports" -> new FailureReportDetector();
          case "partner-outage" -> new PartnerOutageDetector();
          case "reputation" -> new ReputationDetector();
          default -> throw new IllegalArgumentException(detector);
        };
    detectors = List.of(chosen);
    Telling.Read told = week().read(Telling.Split.PLAIN);
    read = new Telling.Read(told.context(), told.facts().ordered(chosen.inputs(), FactOrder.TIME));
  }

  private static Telling week() {
    Post post = new Post(1, 7).weather(7);
    post.outage(0.5, 3, 200);
    post.spam(2.1, 3, 60_000, "a@forged.example", 35);
    post.listed(2.2, 2, 5_000, "bl.one.example", 40);
    post.joeJob(4.2, 10, 60_000);
    post.reflects(5.3, 10, 60_000);
    return post.log;
  }

  /** One run over all facts. */
  @Benchmark
  public List<Finding> findings() {
    return read.findings(detectors);
  }
}
