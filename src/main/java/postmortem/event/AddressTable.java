package postmortem.event;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Addresses as ids, without an object for each. */
final class AddressTable extends IdTable {

  private long[] words = new long[1 << 10];
  private long high;
  private long low;

  AddressTable(int limit) {
    super(limit);
  }

  int id(long keyHigh, long keyLow) {
    high = keyHigh;
    low = keyLow;
    return find(Hash.mix(keyHigh, keyLow));
  }

  @Nullable Address get(int id) {
    return current(id) == id ? new Address(words[2 * id], words[2 * id + 1]) : null;
  }

  @Override
  boolean sameKey(int id) {
    return words[2 * id] == high && words[2 * id + 1] == low;
  }

  @Override
  void store(int id) {
    if (2 * id >= words.length) {
      words = Arrays.copyOf(words, words.length * 2);
    }
    words[2 * id] = high;
    words[2 * id + 1] = low;
  }

  @Override
  void forget(int id) {
    // a row of two words is not worth freeing
  }
}
