package postmortem.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Texts come back as they were stored, however many there are. */
class TextStoreTest {

  private static final int COUNT = 5000; // several chunks

  private final Random random = new Random(7);
  private final List<byte[]> texts = new ArrayList<>();
  private final List<Integer> places = new ArrayList<>();

  private TextStore filled() {
    TextStore store = new TextStore();
    for (int i = 0; i < COUNT; i++) {
      byte[] text = new byte[random.nextInt(256)];
      random.nextBytes(text);
      texts.add(text);
      places.add(store.add(-i, text, 0, text.length));
    }
    return store;
  }

  private void check(TextStore store, int i, int place) {
    byte[] text = texts.get(i);
    assertTrue(place != TextStore.NOWHERE);
    assertEquals(-i, store.id(place));
    assertEquals(new Slice(text, 0, text.length), store.get(place));
    assertTrue(store.isAt(place, text, 0, text.length));
    assertEquals(Hash.of(text, 0, text.length, TextStore.SEED), store.hash(place));
    assertFalse(store.isAt(place, new byte[text.length + 1], 0, text.length + 1));
  }

  @Test
  void allAreKept() {
    TextStore store = filled();
    for (int i = 0; i < COUNT; i++) {
      check(store, i, places.get(i));
    }
  }

  @Test
  void someAreTakenOver() {
    TextStore store = filled();
    TextStore other = new TextStore();
    for (int i = 0; i < COUNT; i += 3) {
      check(other, i, other.take(store, places.get(i)));
    }
  }
}
