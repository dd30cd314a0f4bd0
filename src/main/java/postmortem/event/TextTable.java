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
  private static final byte[] NOTHING = {}; // no key is this very array
  private static final Slice OTHER_TEXT = Slice.of("(other)");

  private byte[][] texts = new byte[1 << 9][];
  private final byte[] scratch = new byte[LONGEST];
  private byte[] block = NOTHING;
  private int start;
  private int end;

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
    return new Slice(texts[id], 0, texts[id].length);
  }

  @Override
  boolean sameKey(int id) {
    return Arrays.equals(texts[id], 0, texts[id].length, block, start, end);
  }

  @Override
  void store(int id) {
    if (id == texts.length) {
      texts = Arrays.copyOf(texts, texts.length + texts.length / 2);
    }
    texts[id] = Arrays.copyOfRange(block, start, end);
  }

  private static long hash(byte[] bytes, int from, int to) {
    return Hash.of(bytes, from, to, 1);
  }

  @Override
  long hashOf(int id) {
    byte[] text = texts[id];
    return text == NOTHING ? Long.MAX_VALUE : hash(text, 0, text.length);
  }

  @Override
  void clear() {
    super.clear();
    Arrays.fill(texts, NOTHING);
  }

  @Override
  void forget(int id) {
    texts[id] = NOTHING;
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
      out.writeByte(texts[id].length);
      out.write(texts[id]);
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
