package postmortem.analysis.join;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import postmortem.analysis.Attribution;
import postmortem.analysis.FactKind;
import postmortem.analysis.FactStore;
import postmortem.analysis.FileSpill;
import postmortem.analysis.JoinFacts;
import postmortem.analysis.StreamInfo;
import postmortem.analysis.clock.Clocks;

/**
 * Clocks and join over a year of a busy site, in the heap that the launcher gives; says how much
 * memory the process took at most.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 2)
@Fork(
    value = 1,
    jvmArgs = {"-Xmx360m", "-XX:+UseSerialGC"})
public class JoinBenchmark {

  private static final int MAX_BYTES = 80 << 20; // as RunSettings.STANDARD has it
  private static final Set<FactKind> LOGONS = EnumSet.of(FactKind.ATTEMPT, FactKind.LOGON);
  private static final List<StreamInfo> STREAMS =
      List.of(
          new StreamInfo(0, "iis-smtp-w3c", "MAIL01", "1", false),
          new StreamInfo(1, "evtx", "MAIL01", "Security", true),
          new StreamInfo(2, "isa-firewall-w3c", "ISA01", "", false));

  @Param("5000000")
  public int connections;

  @Param("2000000")
  public int attempts;

  private FactStore facts = new FactStore(new FileSpill(), MAX_BYTES);

  @Setup
  public void setUp() throws IOException {
    facts = JoinFacts.store(connections, attempts, new FileSpill(), MAX_BYTES);
  }

  /** How many attempts have an address afterwards. */
  @Benchmark
  public long join() throws IOException {
    Clocks clocks = Clocks.of(STREAMS, Set.of(), facts);
    FactStore joined = Join.join(facts, STREAMS, clocks.adrift(), clocks.spread());
    long[] attributed = {0};
    joined.forEach(
        LOGONS, fact -> attributed[0] += fact.attribution() == Attribution.ATTRIBUTED ? 1 : 0);
    return attributed[0];
  }

  /** Linux counts it; elsewhere nothing is said. */
  @TearDown
  public void peak() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (Files.exists(status)) {
      Files.readAllLines(status).stream()
          .filter(line -> line.startsWith("VmHWM"))
          .forEach(System.out::println);
    }
  }
}
