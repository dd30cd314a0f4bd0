package postmortem.parser.windows.evtx;

/** Walks through binary XML (evt-evtx-binary.md, 2.4). */
final class BinXml {

  /** Elements in elements; Windows itself stops far below. */
  static final int MAX_DEPTH = 64;

  private static final int MORE = 0x40;
  private static final int STRING = 1;

  private final Chunk chunk;
  private final int to;
  private final boolean definition;
  private final BinXmlHandler handler;
  private final Instance inner = new Instance();
  private int pos;
  private int depth;
  private boolean inTag; // a start tag is open

  private BinXml(Chunk chunk, int from, int to, boolean definition, BinXmlHandler handler) {
    this.chunk = chunk;
    this.pos = from;
    this.to = to;
    this.definition = definition;
    this.handler = handler;
  }

  /**
   * Tells a handler what a fragment is made of. Ends, because each token takes a byte at least.
   *
   * @param definition is it that of a template? Elsewhere elements have no dependency id
   */
  static void walk(Chunk chunk, int from, int to, boolean definition, BinXmlHandler handler)
      throws DamageException {
    chunk.need(from, to - from);
    BinXml walk = new BinXml(chunk, from, to, definition, handler);
    boolean more = true;
    while (more && walk.pos < to) {
      more = walk.token();
    }
    while (walk.depth > 0) {
      walk.close();
    }
  }

  private boolean token() throws DamageException {
    int token = chunk.u8(pos);
    switch (token & ~MORE) {
      case 0x00 -> {
        return depth > 0 && ++pos < to;
      }
      case 0x01 -> open((token & MORE) != 0);
      case 0x02 -> {
        pos++;
        contentBegins();
      }
      case 0x03, 0x04 -> {
        pos++;
        close();
      }
      case 0x05 -> text();
      case 0x06 -> attribute();
      case 0x07 -> characters(pos + 1, true);
      case 0x08 -> {
        handler.character(chunk.u16(pos + 1));
        pos += 3;
      }
      case 0x09 -> {
        int name = chunk.i32(pos + 1);
        handler.entity(name);
        pos = behindName(name, pos + 5);
      }
      case 0x0a -> pos = behindName(chunk.i32(pos + 1), pos + 5);
      case 0x0b -> characters(pos + 1, false);
      case 0x0c -> {
        inner.read(chunk, pos);
        handler.instance(pos);
        pos = inner.end();
      }
      case 0x0d, 0x0e -> {
        handler.substitution(chunk.u16(pos + 1), (token & ~MORE) == 0x0e);
        pos += 4;
      }
      case 0x0f -> pos += 4;
      default -> throw new DamageException("no token of binary XML");
    }
    return true;
  }

  private void open(boolean attributes) throws DamageException {
    if (++depth > MAX_DEPTH) {
      throw new DamageException("too deep");
    }
    contentBegins();
    int at = pos + 1;
    boolean bare = !definition && chunk.isName(chunk.i32(at + 4));
    at += bare ? 4 : 6;
    int name = chunk.i32(at);
    pos = behindName(name, at + 4) + (attributes ? 4 : 0);
    inTag = true;
    handler.startElement(name);
  }

  private void contentBegins() throws DamageException {
    if (inTag) {
      inTag = false;
      handler.content();
    }
  }

  private void close() throws DamageException {
    if (depth-- == 0) {
      throw new DamageException("an element ends that did not begin");
    }
    contentBegins();
    handler.endElement();
  }

  private void attribute() throws DamageException {
    int name = chunk.i32(pos + 1);
    pos = behindName(name, pos + 5);
    handler.attribute(name);
  }

  /** Behind a name that is defined here, else here. */
  private int behindName(int name, int here) throws DamageException {
    int size = chunk.nameSize(name);
    return name == here ? here + size : here;
  }

  private void text() throws DamageException {
    if (chunk.u8(pos + 1) != STRING) {
      throw new DamageException("text of another type");
    }
    characters(pos + 2, true);
  }

  private void characters(int at, boolean shown) throws DamageException {
    int end = at + 2 + 2 * chunk.u16(at);
    chunk.need(at + 2, end - at - 2);
    if (shown) {
      handler.text(at + 2, end);
    }
    pos = end;
  }
}
