package postmortem.event;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
    return id < ids() && current(id) == id ? new Address(words[2 * id], words[2 * id + 1]) : null;
  }

  @Override
  boolean sameKey(int place) {
    return words[2 * place] == high && words[2 * place + 1] == low;
  }

  @Override
  int idAt(int place) {
    return place;
  }

  @Override
  int placeOf(int id) {
    return id;
  }

  @Override
  int store(int id) {
    if (2 * id + 1 >= words.length) {
      words = Arrays.copyOf(words, words.length + words.length / 2);
    }
    words[2 * id] = high;
    words[2 * id + 1] = low;
    return id;
  }

  @Override
  long hashOf(int id) {
    return Hash.mix(words[2 * id], words[2 * id + 1]);
  }

  @Override
  void forget(int id) {
    // a row of two words is not worth freeing
  }

  @Override
  void compact() {
    // nothing was freed
  }

  /** The addresses of all tables in their order; {@code empty} is used up. */
  static AddressTable ranked(List<AddressTable> tables, AddressTable empty) {
    AddressTable all = tables.size() == 1 ? tables.get(0) : empty;
    for (AddressTable table : tables) {
      if (table != all) {
        all.idsOf(table);
      }
    }
    AddressTable ranked = new AddressTable(Integer.MAX_VALUE);
    ranked.limitAs(all);
    all.kept().sorted().forEach(a -> ranked.id(a.high(), a.low()));
    return ranked;
  }

  private Stream<Address> kept() {
    return IntStream.range(Names.OTHER + 1, ids())
        .filter(id -> current(id) == id)
        .mapToObj(id -> new Address(words[2 * id], words[2 * id + 1]));
  }

  /** Writes all addresses in the order of their ids; none may have been dropped since. */
  void write(DataOutput out) throws IOException {
    writeLimit(out);
    for (int id = Names.OTHER + 1; id < ids(); id++) {
      out.writeLong(words[2 * id]);
      out.writeLong(words[2 * id + 1]);
    }
  }

  /** Reads into an empty table what {@link #write} wrote. */
  void read(DataInput in) throws IOException {
    for (int left = readLimit(in); left > 0; left--) {
      id(in.readLong(), in.readLong());
    }
  }

  /** The id here of each id there. */
  int[] idsOf(AddressTable other) {
    limitAs(other);
    int[] map = new int[other.ids()];
    for (int id = 0; id < map.length; id++) {
      boolean kept = id > Names.OTHER && other.current(id) == id;
      map[id] = kept ? id(other.words[2 * id], other.words[2 * id + 1]) : Math.min(id, Names.OTHER);
    }
    return map;
  }
}
