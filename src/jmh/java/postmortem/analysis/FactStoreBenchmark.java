package postmortem.analysis;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
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
import org.openjdk.jmh.annotations.Warmup;
import postmortem.event.Names;

/** How long it takes to sort facts by time, to merge the workers' runs, and to regroup them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class FactStoreBenchmark {

  private static final int WORKERS = 4;
  private static final Set<FactKind> ALL = EnumSet.allOf(FactKind.class);

  /** That facts may take before they are spilled: enough for all of them, or for a tenth. */
  @Param({"67108864", "2000000"})
  public int maxBytes = 1 << 26;

  private List<Fact> facts = List.of();
  private FactStore store = new FactStore(MemorySpill.INSTANCE, maxBytes);

  @Setup
  public void setUp() throws IOException {
    setUp(200_000);
  }

  void setUp(int count) throws IOException {
    Random random = new Random(1);
    List<Fact> told = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      told.add(RandomFacts.fact(random, i, 100_000));
    }
    facts = told;
    store = new FactStore(MemorySpill.INSTANCE, maxBytes);
    List<Names> names = new ArrayList<>();
    for (int w = 0; w < WORKERS; w++) {
      names.add(RandomFacts.names());
    }
    Names.Union union = Names.union(names);
    for (int w = 0; w < WORKERS; w++) {
      List<Fact> own = facts.subList(count * w / WORKERS, count * (w + 1) / WORKERS);
      store.add(sorted(own), union.renamings().get(w), new Accounts(union.names()));
    }
  }

  List<Fact> facts() {
    return facts;
  }

  private FactRuns sorted(List<Fact> some) throws IOException {
    FactBuffer buffer = new FactBuffer(FactOrder.TIME, MemorySpill.INSTANCE, maxBytes);
    for (Fact fact : some) {
      buffer.add(fact);
    }
    return buffer.finish();
  }

  /** One worker takes all facts and sorts them. */
  @Benchmark
  public FactRuns sort() throws IOException {
    return sorted(facts);
  }

  /** The workers' facts as one, by time. */
  @Benchmark
  public long merge() throws IOException {
    return checksum(FactOrder.TIME);
  }

  /** All of them in another order. */
  @Benchmark
  public long bySource() throws IOException {
    return checksum(FactOrder.SOURCE);
  }

  @Benchmark
  public long byAccount() throws IOException {
    return checksum(FactOrder.ACCOUNT);
  }

  /** A number that tells whether the same facts came in the same order. */
  private long checksum(FactOrder order) throws IOException {
    long[] sum = {0};
    store.ordered(ALL, order).forEach(ALL, fact -> sum[0] = next(sum[0], fact));
    return sum[0];
  }

  static long next(long sum, Fact fact) {
    return sum * 31 + fact.record();
  }
}
