package postmortem.event;

import java.util.Arrays;

/** Short texts as ids. */
final class TextTable extends IdTable {

  private static final int LONGEST = 255;
  private static final byte[] NOTHING = {};
  private static final Slice OTHER_TEXT = Slice.of("(other)");

  private byte[][] texts = new byte[1 << 9][];
  private final byte[] scratch = new byte[LONGEST];
  private byte[] block = NOTHING;
  private int start;
  private int end;

  TextTable(int limit) {
    super(limit);
  }

  int id(Slice text) {
    return id(text.bytes(), 0, text.length(), false);
  }

  int id(byte[] bytes, int from, int to, boolean lower) {
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
    int id = find(Hash.of(block, start, end, 1));
    block = NOTHING; // no block outlives the call
    return id;
  }

  Slice get(int id) {
    if (current(id) != id || id == Names.OTHER) {
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
      texts = Arrays.copyOf(texts, texts.length * 2);
    }
    texts[id] = Arrays.copyOfRange(block, start, end);
  }

  @Override
  void forget(int id) {
    texts[id] = NOTHING;
  }
}
