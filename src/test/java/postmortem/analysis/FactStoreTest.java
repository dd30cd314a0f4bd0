package postmortem.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import postmortem.event.Names;

/** Facts come out in any order that is asked for, whoever took them and wherever they were kept. */
class FactStoreTest {

  private static final Set<FactKind> SOME = EnumSet.of(FactKind.ATTEMPT, FactKind.MESSAGE);

  @ParameterizedTest
  @CsvSource({"1, 16777216, 3", "2, 16777216, 1000000", "1, 1, 3", "3, 1, 40", "4, 65536, 100000"})
  void anyOrderOfAnyKinds(int workers, int maxBytes, int spread) throws IOException {
    Random random = new Random(workers * 31L + spread);
    List<Fact> all = new ArrayList<>();
    for (int i = 0; i < 6_000; i++) {
      all.add(RandomFacts.fact(random, i, spread));
    }
    List<Fact> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, random);
    List<FactBuffer> buffers = new ArrayList<>();
    List<Names> names = new ArrayList<>();
    for (int w = 0; w < workers; w++) {
      buffers.add(new FactBuffer(FactOrder.TIME, MemorySpill.INSTANCE, maxBytes));
      names.add(RandomFacts.names());
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
      expected.removeIf(f -> !SOME.contains(f.kind()) || !RandomFacts.isIn(order, f));
      expected.sort(RandomFacts.comparator(order));
      assertEquals(expected, found, order.name());
    }
    assertEquals(facts(store), facts(readAgain(store, maxBytes)));
  }

  private static List<Fact> facts(FactStore store) throws IOException {
    List<Fact> found = new ArrayList<>();
    store.forEach(EnumSet.allOf(FactKind.class), found::add);
    return found;
  }

  private static FactStore readAgain(FactStore store, int maxBytes) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    store.write(new DataOutputStream(bytes));
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
    FactStore read = FactStore.read(in, MemorySpill.INSTANCE, maxBytes);
    assertEquals(-1, in.read());
    return read;
  }
}
