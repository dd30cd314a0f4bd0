package postmortem.parser.windows.evtx;

import postmortem.parser.windows.Utf8Text;

/** Writes records of binary XML as XML, each in one line, with all that stands in them. */
final class XmlText {

  private static final int MAX_NESTING = 8;

  /** Bytes; no record of 64 KiB has more, unless its templates name its values again and again. */
  private static final int LONGEST = 1 << 19;

  private final Templates templates;
  private final Utf8Text out = new Utf8Text();
  private final Instance[] instances = new Instance[MAX_NESTING + 1];
  private Chunk chunk = new Chunk(new byte[Chunk.SIZE], 0);

  XmlText(Templates templates) {
    this.templates = templates;
    for (int i = 0; i < instances.length; i++) {
      instances[i] = new Instance();
    }
  }

  /**
   * The record between two places of a chunk, of which {@code templates} know; as much of a damaged
   * one as can be read. Used again for the next record.
   */
  Utf8Text of(Chunk here, int from, int to) {
    chunk = here;
    out.cut(0);
    try {
      fragment(from, to, 0);
    } catch (DamageException e) {
      out.ascii("...");
    }
    return out;
  }

  private void fragment(int from, int to, int depth) throws DamageException {
    if (depth > MAX_NESTING) {
      throw new DamageException("templates in too many templates");
    }
    if (from < to) {
      put(templates.of(from, to, instances[depth]).outline().parts(), depth);
    }
  }

  private void put(Outline.Part[] parts, int depth) throws DamageException {
    for (Outline.Part part : parts) {
      if (out.length() > LONGEST) {
        throw new DamageException("longer than a record");
      }
      switch (part.kind()) {
        case TEXT -> literal(part.text());
        case VALUE -> value(part.value(), depth);
        case ATTRIBUTE -> attribute(part, depth);
        case LEAF -> leaf(part, depth);
        case INSTANCE -> fragment(part.value(), chunk.length(), depth + 1);
      }
    }
  }

  private void literal(byte[] text) {
    out.copy(text, 0, text.length);
  }

  private void attribute(Outline.Part part, int depth) throws DamageException {
    if (part.optional() && instances[depth].type(part.value()) == ValueType.NULL) {
      return;
    }
    literal(part.text());
    value(part.value(), depth);
    out.put('\'');
  }

  private void leaf(Outline.Part part, int depth) throws DamageException {
    Instance instance = instances[depth];
    int type = instance.type(part.value());
    if (type == ValueType.NULL && part.optional()) {
      return;
    }
    if ((type & ValueType.ARRAY) != 0) {
      items(part, type & ~ValueType.ARRAY, depth);
      return;
    }
    put(part.tag(), depth);
    value(part.value(), depth);
    literal(part.text());
  }

  /** Each item in an element of its own; without any, one that is empty. */
  private void items(Outline.Part part, int type, int depth) throws DamageException {
    int size = instances[depth].size(part.value());
    int at = instances[depth].start(part.value());
    int end = at + size;
    do {
      int next = ValueType.itemEnd(chunk.bytes(), type, at, end, size);
      put(part.tag(), depth);
      scalar(type, at, next - at);
      literal(part.text());
      at = next;
    } while (at < end && out.length() <= LONGEST);
  }

  private void value(int value, int depth) throws DamageException {
    Instance instance = instances[depth];
    int type = instance.type(value);
    int at = instance.start(value);
    int size = instance.size(value);
    if (type == ValueType.BIN_XML) {
      fragment(at, at + size, depth + 1);
    } else {
      scalar(type & ~ValueType.ARRAY, at, size);
    }
  }

  private void scalar(int type, int at, int size) throws DamageException {
    int mark = out.length();
    ValueText.put(out, chunk, type, at, size);
    if (type == ValueType.STRING || type == ValueType.ANSI) {
      XmlEscapes.escape(out, mark);
    }
  }
}
