package postmortem.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import postmortem.event.Names;
import postmortem.event.Outcome;
import postmortem.event.Permission;
import postmortem.event.Reason;
import postmortem.event.Service;
import postmortem.event.Slice;
import postmortem.event.TextSpace;

/** Facts come out in any order that is asked for, whoever took them and wherever they were kept. */
class FactStoreTest {

  private static final Set<FactKind> SOME = EnumSet.of(FactKind.ATTEMPT, FactKind.MESSAGE);

  private static Fact fact(Random random, int number, int spread) {
    FactKind[] kinds = FactKind.values();
    return new Fact(
        random.nextInt(spread) * (random.nextInt(20) == 0 ? 1L << 40 : 1_000_000_000L),
        kinds[random.nextInt(4)],
        2 + random.nextInt(5),
        random.nextInt(3) * 2,
        0,
        0,
        0,
        0,
        0,
        1 + random.nextInt(9),
        1,
        Outcome.REJECTED,
        Reason.DENIED,
        Permission.UNKNOWN,
        Service.SMTP,
        random.nextInt(2),
        1 + random.nextInt(3),
        number + 1L,
        number * 80L,
        80);
  }

  private static final Comparator<Fact> IN_TIME =
      Comparator.comparingLong(Fact::time)
          .thenComparingInt(Fact::ledger)
          .thenComparingLong(Fact::offset)
          .thenComparing(Fact::kind);

  private static Comparator<Fact> comparator(FactOrder order) {
    return switch (order) {
      case TIME -> IN_TIME;
      case SOURCE -> Comparator.comparingInt(Fact::source).thenComparing(IN_TIME);
      case ACCOUNT -> Comparator.comparingInt(Fact::account).thenComparing(IN_TIME);
    };
  }

  /** Names in which each id that a fact may have is its own. */
  private static Names names() {
    Names names = new Names();
    for (int i = 2; i < 10; i++) {
      names.text(TextSpace.ACCOUNT, Slice.of("account" + i));
      names.address(postmortem.event.Address.parse("192.0.2." + i));
    }
    return names;
  }

  @ParameterizedTest
  @CsvSource({"1, 16777216, 3", "2, 16777216, 1000000", "1, 1, 3", "3, 1, 40", "4, 65536, 100000"})
  void anyOrderOfAnyKinds(int workers, int maxBytes, int spread) throws IOException {
    Random random = new Random(workers * 31L + spread);
    List<Fact> all = new ArrayList<>();
    for (int i = 0; i < 6_000; i++) {
      all.add(fact(random, i, spread));
    }
    List<Fact> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, random);
    List<FactBuffer> buffers = new ArrayList<>();
    List<Names> names = new ArrayList<>();
    for (int w = 0; w < workers; w++) {
      buffers.add(new FactBuffer(FactOrder.TIME, MemorySpill.INSTANCE, maxBytes));
      names.add(names());
    }
    for (Fact fact : shuffled) {
      buffers.get(random.nextInt(workers)).add(fact);
    }
    Names.Union union = Names.union(names);
    Accounts accounts = new Accounts(union.names());
    FactStore store = new FactStore(MemorySpill.INSTANCE, maxBytes);
    for (int w = 0; w < workers; w++) {
      store.add(buffers.get(w).finish(), union.renamings().get(w), accounts);
    }
    for (FactOrder order : FactOrder.values()) {
      List<Fact> found = new ArrayList<>();
      store.ordered(SOME, order).forEach(SOME, found::add);
      List<Fact> expected = new ArrayList<>(all);
      expected.removeIf(f -> !SOME.contains(f.kind()));
      expected.sort(comparator(order));
      assertEquals(expected, found, order.name());
    }
  }
}
