package postmortem.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names keep the same keys, with the same ids, however the work was shared. */
class NamesTest {

  private static final int LIMIT = 64;

  private static List<Integer> keys(int count, long seed) {
    List<Integer> keys = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      keys.add(i);
      keys.add(i / 2);
    }
    Collections.shuffle(keys, new Random(seed));
    return keys;
  }

  private static Slice text(int key) {
    return Slice.of("name" + key);
  }

  private static Address address(int key) {
    return Address.v4(0x0a000000 + key);
  }

  private static void add(Names names, int key) {
    names.text(TextSpace.HELO, text(key));
    names.address(address(key));
  }

  /** All that is kept, in the order of ids. */
  private static String kept(Names names) {
    StringBuilder all = new StringBuilder();
    for (int id = Names.OTHER + 1; id < names.textIds(TextSpace.HELO); id++) {
      all.append(names.text(TextSpace.HELO, id)).append(' ');
    }
    for (int id = Names.OTHER + 1; id < names.addressIds(); id++) {
      all.append(names.address(id)).append(' ');
    }
    return all.toString();
  }

  private static Names union(int keys, int workers, int clearAfter, long seed) {
    Random random = new Random(seed);
    List<Names> all = new ArrayList<>();
    List<Names> targets = new ArrayList<>();
    for (int i = 0; i < workers; i++) {
      all.add(new Names(LIMIT, LIMIT));
      targets.add(new Names(LIMIT, LIMIT));
    }
    for (int key : keys(keys, seed)) {
      int worker = random.nextInt(workers);
      add(all.get(worker), key);
      if (all.get(worker).largest() > clearAfter) {
        targets.get(worker).absorb(all.get(worker));
        all.get(worker).clear();
      }
    }
    for (int i = 0; i < workers; i++) {
      targets.get(i).absorb(all.get(i));
    }
    return Names.union(targets).names();
  }

  @ParameterizedTest
  @CsvSource({"20, 1", "20, 3", "64, 2", "65, 2", "200, 1", "200, 4", "5000, 3"})
  void theSameAreKept(int keys, int workers) {
    String plain = kept(union(keys, 1, Integer.MAX_VALUE, 1));
    for (long seed = 2; seed < 8; seed++) {
      assertEquals(plain, kept(union(keys, workers, Integer.MAX_VALUE, seed)), "seed " + seed);
      assertEquals(plain, kept(union(keys, workers, 10, seed)), "cleared, seed " + seed);
    }
    int count = plain.split(" ").length;
    assertEquals(keys <= LIMIT, count == 2 * keys, "all are kept as long as there is room");
    assertTrue(count <= 2 * LIMIT);
  }

  @Test
  void idsAreInTheOrderOfWhatTheyName() {
    Names union = union(50, 3, Integer.MAX_VALUE, 9);
    for (int id = Names.OTHER + 2; id < union.addressIds(); id++) {
      Address before = union.address(id - 1);
      Address at = union.address(id);
      assertTrue(before != null && at != null && before.compareTo(at) < 0);
    }
  }

  @Test
  void aRenamingLeadsToTheSameName() {
    Names worker = new Names(1000, 1000);
    keys(300, 3).forEach(key -> add(worker, key));
    Names all = new Names(LIMIT, LIMIT);
    keys(90, 4).forEach(key -> add(all, key));
    Names.Renaming ids = all.absorb(worker);
    int dropped = 0;
    for (int id = Names.OTHER + 1; id < worker.textIds(TextSpace.HELO); id++) {
      int here = ids.text(TextSpace.HELO, id);
      Slice name = all.text(TextSpace.HELO, here);
      if (here == Names.OTHER || "(other)".equals(String.valueOf(name))) {
        dropped++;
      } else {
        assertEquals(worker.text(TextSpace.HELO, id), name);
      }
    }
    assertTrue(dropped >= 300 - LIMIT, "dropped " + dropped);
    assertTrue(all.textsDropped(TextSpace.HELO));
    assertEquals(Names.ABSENT, ids.text(TextSpace.HELO, Names.ABSENT));
    assertEquals(Names.OTHER, ids.address(Names.OTHER));
  }

  @Test
  void clearedNamesAreNew() {
    Names names = new Names(LIMIT, LIMIT);
    keys(200, 5).forEach(key -> add(names, key));
    assertTrue(names.addressesDropped());
    int generation = names.generation();
    names.clear();
    assertFalse(names.addressesDropped());
    assertTrue(names.generation() != generation);
    assertEquals(Names.OTHER + 1, names.largest());
    assertEquals(Names.OTHER + 1, names.text(TextSpace.HELO, Slice.of("")));
    assertEquals("", String.valueOf(names.text(TextSpace.HELO, Names.OTHER + 1)));
  }

  /** The text that was asked for last is remembered, but not for longer than its id holds. */
  @Test
  void whatIsAskedForAgainHasTheSameIdUntilItIsDropped() {
    Names names = new Names(LIMIT, LIMIT);
    Slice text = Slice.of("Again");
    int id = names.text(TextSpace.LABEL, text);
    assertEquals(id, names.text(TextSpace.LABEL, text));
    int lower = names.lowerText(TextSpace.LABEL, text);
    assertTrue(lower != id, "another text");
    assertEquals(lower, names.lowerText(TextSpace.LABEL, text));
    assertEquals(id, names.text(TextSpace.LABEL, text));
    names.clear();
    assertEquals(Names.OTHER + 1, names.text(TextSpace.LABEL, text));
    names.clear();
    names.text(TextSpace.LABEL, Slice.of("before"));
    assertEquals(Names.OTHER + 2, names.text(TextSpace.LABEL, text));
  }
}
