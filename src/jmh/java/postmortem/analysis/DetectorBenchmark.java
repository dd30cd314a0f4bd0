package postmortem.analysis;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import postmortem.run.BuiltIns;

/**
 * One detector over one bad week: some hundred thousand facts, sorted beforehand, since all
 * detectors of one order share the sorting.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public abstract class DetectorBenchmark {

  private List<Detector> detectors = List.of();
  private Telling.Read read = new Telling().covers(0, 1).read(Telling.Split.PLAIN);

  /** Reads the week for the detector with this id. */
  protected final void prepare(String id, Telling week) throws IOException {
    Detector chosen =
        BuiltIns.detectors().stream().filter(d -> d.id().equals(id)).findFirst().orElseThrow();
    detectors = List.of(chosen);
    Telling.Read told = week.read(Telling.Split.PLAIN);
    read = new Telling.Read(told.context(), told.facts().ordered(chosen.inputs(), chosen.order()));
  }

  /** One run over all facts. */
  @Benchmark
  public List<Finding> findings() {
    return read.findings(detectors);
  }
}
