package postmortem.analysis.auth;

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

/**
 * Each detector over one bad week: some hundred thousand facts, sorted beforehand, since all
 * detectors of one order share the sorting.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class AuthBenchmark {

  @Param({"background", "guessing", "stale-credential", "suspected"})
  public String detector = "guessing";

  private List<Detector> detectors = List.of();
  private Telling.Read read = new Telling().covers(0, 1).read(Telling.Split.PLAIN);

  /** Tells and reads the week. */
  @Setup(Level.Trial)
  public void setUp() throws java.io.IOException {
    Detector chosen =
        switch (detector) {
          case "background" -> new BackgroundDetector();
          case "guessing" -> new GuessingDetector();
          case "stale-credential" -> new StaleCredentialDetector();
          case "suspected" -> new SuspectedDetector();
          default -> throw new IllegalArgumentException(detector);
        };
    detectors = List.of(chosen);
    Telling.Read told = week().read(Telling.Split.PLAIN);
    read =
        new Telling.Read(told.context(), told.facts().ordered(chosen.inputs(), FactOrder.SOURCE));
  }

  private Telling week() {
    Server server = new Server(1).weather();
    boolean blind = detector.equals("suspected");
    if (blind) {
      server.log.stream("iis-smtp", "MAIL02", false);
    }
    for (int i = 0; i < 100_000; i++) {
      long time = Server.at(2) + Server.minutes(i * 0.02 + server.uniform(0, 0.02));
      String source = "88.1.2." + (1 + server.random.nextInt(4));
      if (blind) {
        server.log.emptySession(time, source, "user");
      } else {
        server.fails(time, source, "administrator");
      }
    }
    if (!blind) {
      server.botnet(4, 30, 20_000, 5, "info");
    }
    return server.log;
  }

  /** One run over all facts. */
  @Benchmark
  public List<Finding> findings() {
    return read.findings(detectors);
  }
}
