package postmortem.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import postmortem.event.Names;

/** What the benchmark measures hands out the facts of each order, as a plain sort has them. */
class FactStoreBenchmarkTest {

  @ParameterizedTest
  @ValueSource(ints = {1 << 24, 1})
  void theOrdersAreTheTrueOnes(int maxBytes) throws IOException {
    FactStoreBenchmark benchmark = new FactStoreBenchmark();
    benchmark.maxBytes = maxBytes;
    benchmark.setUp(5_000);

    assertEquals(plain(benchmark.facts(), FactOrder.TIME), benchmark.merge());
    assertEquals(plain(benchmark.facts(), FactOrder.SOURCE), benchmark.bySource());
    assertEquals(plain(benchmark.facts(), FactOrder.ACCOUNT), benchmark.byAccount());
  }

  @ParameterizedTest
  @ValueSource(ints = {1 << 24, 1})
  void oneWorkersRunsHoldEachFact(int maxBytes) throws IOException {
    FactStoreBenchmark benchmark = new FactStoreBenchmark();
    benchmark.maxBytes = maxBytes;
    benchmark.setUp(5_000);
    FactStore store = new FactStore(MemorySpill.INSTANCE, maxBytes);
    Names.Union union = Names.union(List.of(RandomFacts.names()));

    store.add(benchmark.sort(), union.renamings().get(0), new Accounts(union.names()));

    long[] sum = {0};
    store.forEach(
        EnumSet.allOf(FactKind.class), fact -> sum[0] = FactStoreBenchmark.next(sum[0], fact));
    assertEquals(plain(benchmark.facts(), FactOrder.TIME), sum[0]);
  }

  private static long plain(List<Fact> facts, FactOrder order) {
    List<Fact> sorted = new ArrayList<>(facts);
    sorted.removeIf(fact -> !RandomFacts.isIn(order, fact));
    sorted.sort(RandomFacts.comparator(order));
    long sum = 0;
    for (Fact fact : sorted) {
      sum = FactStoreBenchmark.next(sum, fact);
    }
    return sum;
  }
}
