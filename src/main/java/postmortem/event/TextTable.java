package postmortem.event;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Short texts as ids. */
final class TextTable extends IdTable {

  private static final int LONGEST = 255;
  private static final byte[] NOTHING = {};
  private static final Slice OTHER_TEXT = Slice.of("(other)");

  private TextStore texts = new TextStore();
  private int[] places = new int[1 << 9]; // by id
  private final byte[] scratch = new byte[LONGEST];
  private byte[] block = NOTHING;
  private int start;
  private int end;

  // The text that was asked for last: one domain, or one virtual server, is often asked for again.
  private final byte[] asked = new byte[LONGEST];
  private int askedLength = -1;
  private boolean askedLower;
  private int given;

  TextTable(int limit) {
    super(limit);
  }

  /**
   * @param lower take A to Z as a to z
   */
  int id(Slice text, boolean lower) {
    return id(text.block(), text.start(), text.start() + text.length(), lower);
  }

  private int id(byte[] bytes, int from, int to, boolean lower) {
    int length = Math.min(to - from, LONGEST);
    if (length == askedLength
        && lower == askedLower
        && Arrays.equals(bytes, from, from + length, asked, 0, length)) {
      return current(given);
    }
    System.arraycopy(bytes, from, asked, 0, length);
    askedLength = length;
    askedLower = lower;
    given = find(bytes, from, length, lower);
    return given;
  }

  private int find(byte[] bytes, int from, int length, boolean lower) {
    if (lower) {
      for (int i = 0; i < length; i++) {
        scratch[i] = Slice.lower(bytes[from + i]);
      }
      block = scratch;
      start = 0;
    } else {
      block = bytes;
      start = from;
    }
    end = start + length;
    int id = find(hash(block, start, end));
    block = NOTHING; // no block outlives the call
    return id;
  }

  Slice get(int id) {
    if (id >= ids() || id <= Names.OTHER || current(id) != id) {
      return OTHER_TEXT;
    }
    return texts.get(places[id]);
  }

  @Override
  boolean sameKey(int place) {
    return texts.isAt(place, block, start, end);
  }

  @Override
  int idAt(int place) {
    return texts.id(place);
  }

  @Override
  int placeOf(int id) {
    return places[id];
  }

  @Override
  int store(int id) {
    if (id == places.length) {
      places = Arrays.copyOf(places, places.length + places.length / 2);
    }
    places[id] = texts.add(id, block, start, end);
    return places[id];
  }

  private static long hash(byte[] bytes, int from, int to) {
    return Hash.of(bytes, from, to, TextStore.SEED);
  }

  @Override
  long hashOf(int id) {
    return places[id] == TextStore.NOWHERE ? Long.MAX_VALUE : texts.hash(places[id]);
  }

  @Override
  void forget(int id) {
    places[id] = TextStore.NOWHERE;
  }

  @Override
  void compact() {
    TextStore kept = new TextStore();
    for (int id = Names.OTHER + 1; id < ids(); id++) {
      if (places[id] != TextStore.NOWHERE) {
        places[id] = kept.take(texts, places[id]);
      }
    }
    texts = kept;
  }

  @Override
  void clear() {
    super.clear();
    askedLength = -1;
    texts = new TextStore(); // slices may refer to the old one
  }

  /** The texts of all tables in the order of their bytes; {@code empty} is used up. */
  static TextTable ranked(List<TextTable> tables, TextTable empty) {
    TextTable all = tables.size() == 1 ? tables.get(0) : empty;
    for (TextTable table : tables) {
      if (table != all) {
        all.idsOf(table);
      }
    }
    TextTable ranked = new TextTable(Integer.MAX_VALUE);
    ranked.limitAs(all);
    all.keptTexts().sorted().forEach(text -> ranked.id(text, false));
    return ranked;
  }

  private Stream<Slice> keptTexts() {
    return IntStream.range(Names.OTHER + 1, ids())
        .filter(id -> current(id) == id)
        .mapToObj(this::get);
  }

  /** Writes all texts in the order of their ids; none may have been dropped since it had one. */
  void write(DataOutput out) throws IOException {
    writeLimit(out);
    for (int id = Names.OTHER + 1; id < ids(); id++) {
      Slice text = texts.get(places[id]);
      out.writeByte(text.length());
      out.write(text.bytes());
    }
  }

  /** Reads into an empty table what {@link #write} wrote. */
  void read(DataInput in) throws IOException {
    for (int left = readLimit(in); left > 0; left--) {
      byte[] text = new byte[in.readUnsignedByte()];
      in.readFully(text);
      id(text, 0, text.length, false);
    }
  }

  /** The id here of each id there. */
  int[] idsOf(TextTable other) {
    limitAs(other);
    int[] map = new int[other.ids()];
    for (int id = 0; id < map.length; id++) {
      boolean kept = id > Names.OTHER && other.current(id) == id;
      map[id] = kept ? id(other.get(id), false) : Math.min(id, Names.OTHER);
    }
    return map;
  }
}
