package postmortem.parser.windows.evtx;

/**
 * A template with the values that fill it: where they lie (evt-evtx-binary.md, 2.4). Used again for
 * each.
 */
final class Instance {

  /** More values than any template has; a larger count is damage. */
  private static final int MAX_VALUES = 1 << 12;

  private static final int HEAD = 10;
  private static final int DEFINITION_HEAD = 24;
  private static final int DEFINITION_ID = 4;

  private int[] starts = new int[64];
  private int[] sizes = new int[64];
  private byte[] types = new byte[64];
  private int count;
  private int id;
  private int definition;
  private int end;

  /**
   * Reads a template instance.
   *
   * @param at of its token
   */
  void read(Chunk chunk, int at) throws DamageException {
    id = chunk.i32(at + 2);
    definition = chunk.i32(at + 6);
    int values = at + HEAD;
    if (definition == values) {
      values += DEFINITION_HEAD + definitionSize(chunk, definition);
    }
    count = chunk.i32(values);
    if (count < 0 || count > MAX_VALUES) {
      throw new DamageException("more values than a template has");
    }
    values += 4;
    chunk.need(values, 4 * count);
    grow(count);
    int start = values + 4 * count;
    byte[] b = chunk.bytes();
    for (int i = 0; i < count; i++, values += 4) {
      int size = b[values] & 0xff | (b[values + 1] & 0xff) << 8;
      starts[i] = start;
      sizes[i] = size;
      types[i] = b[values + 2];
      start += size;
    }
    end = start;
    chunk.need(start, 0);
  }

  /** No template, and so no values. */
  void none() {
    count = 0;
    end = Chunk.SIZE;
  }

  private void grow(int n) {
    if (n > starts.length) {
      starts = new int[n];
      sizes = new int[n];
      types = new byte[n];
    }
  }

  static int definitionSize(Chunk chunk, int definition) throws DamageException {
    int size = chunk.i32(definition + 20);
    chunk.need(definition + DEFINITION_HEAD, size);
    return size;
  }

  /** Where the fragment of a definition begins. */
  static int fragment(int definition) {
    return definition + DEFINITION_HEAD;
  }

  /** The identifier of the template: the first bytes of its GUID. */
  int id() {
    return id;
  }

  /** Does its definition stand where it should, as far as its identifier shows? */
  boolean isDefined(Chunk chunk) throws DamageException {
    return chunk.i32(definition + DEFINITION_ID) == id;
  }

  /** Where the definition of the template is. */
  int definition() {
    return definition;
  }

  /** One past the last value. */
  int end() {
    return end;
  }

  /** The type of a value; null for one that is not there. */
  int type(int value) {
    return value < count ? types[value] & 0xff : ValueType.NULL;
  }

  int start(int value) {
    return value < count ? starts[value] : 0;
  }

  int size(int value) {
    return value < count ? sizes[value] : 0;
  }
}
