package postmortem.parser.windows.evtx;

import postmortem.parser.windows.Utf8Text;

/** Writes a record of binary XML as one line of XML, for people. */
final class XmlText implements BinXmlHandler {

  private static final int MAX_NESTING = 8;

  /** Longer texts are of no use to a reader. */
  private static final int LONGEST = 1 << 14;

  private final Chunk chunk;
  private final Utf8Text out;
  private final int nesting;
  private final Instance instance = new Instance();
  private final int[] names = new int[BinXml.MAX_DEPTH + 1];
  private final int[] starts = new int[BinXml.MAX_DEPTH + 1];
  private final int[] contents = new int[BinXml.MAX_DEPTH + 1];
  private final boolean[] dropped = new boolean[BinXml.MAX_DEPTH + 1];
  private int depth;
  private int attribute = -1; // where its text begins
  private boolean attributeDropped;

  private XmlText(Chunk chunk, Utf8Text out, int nesting) {
    this.chunk = chunk;
    this.out = out;
    this.nesting = nesting;
  }

  /** The record between two places; as much of a damaged one as can be read. */
  static String of(Chunk chunk, int from, int to) {
    Utf8Text out = new Utf8Text();
    try {
      new XmlText(chunk, out, 0).fragment(from, to);
    } catch (DamageException e) {
      out.ascii("...");
    }
    return out.toString();
  }

  private void fragment(int from, int to) throws DamageException {
    int at = from;
    if (from < to && chunk.u8(at) == 0x0f) {
      at += 4;
    }
    if (at < to && (chunk.u8(at) & 0xbf) == 0x0c) {
      instance.read(chunk, at);
      int fragment = Instance.fragment(instance.definition());
      int size = Instance.definitionSize(chunk, instance.definition());
      BinXml.walk(chunk, fragment, fragment + size, true, this);
    } else if (from < to) {
      BinXml.walk(chunk, from, to, false, this);
    }
  }

  private void inner(int from, int to) throws DamageException {
    if (nesting == MAX_NESTING || out.length() > LONGEST) {
      throw new DamageException("too long to show");
    }
    new XmlText(chunk, out, nesting + 1).fragment(from, to);
  }

  @Override
  public void startElement(int name) throws DamageException {
    if (out.length() > LONGEST) {
      throw new DamageException("too long to show");
    }
    names[++depth] = name;
    starts[depth] = out.length();
    dropped[depth] = false;
    out.put('<');
    putName(name);
  }

  private void putName(int name) throws DamageException {
    out.utf16(chunk.bytes(), chunk.nameStart(name), chunk.nameEnd(name));
  }

  @Override
  public void attribute(int name) throws DamageException {
    closeAttribute();
    attribute = out.length();
    attributeDropped = false;
    out.put(' ');
    putName(name);
    out.ascii("='");
  }

  private void closeAttribute() {
    if (attribute >= 0) {
      if (attributeDropped) {
        out.cut(attribute);
      } else {
        out.put('\'');
      }
      attribute = -1;
    }
  }

  @Override
  public void content() {
    closeAttribute();
    out.put('>');
    contents[depth] = out.length();
  }

  @Override
  public void endElement() throws DamageException {
    if (dropped[depth]) {
      out.cut(starts[depth--]);
      return;
    }
    close();
    depth--;
  }

  private void close() throws DamageException {
    out.ascii("</");
    putName(names[depth]);
    out.put('>');
  }

  @Override
  public void text(int from, int to) {
    int mark = out.length();
    out.utf16(chunk.bytes(), from, to);
    escape(mark);
  }

  @Override
  public void character(int codeUnit) {
    int mark = out.length();
    out.character(codeUnit);
    escape(mark);
  }

  @Override
  public void entity(int name) throws DamageException {
    out.put('&');
    putName(name);
    out.put(';');
  }

  @Override
  public void substitution(int value, boolean optional) throws DamageException {
    int type = instance.type(value);
    if (type == ValueType.NULL) {
      if (optional && attribute >= 0) {
        attributeDropped = true;
      } else if (optional && depth > 0 && out.length() == contents[depth]) {
        dropped[depth] = true;
      }
      return;
    }
    int at = instance.start(value);
    int size = instance.size(value);
    if (type == ValueType.BIN_XML) {
      inner(at, at + size);
    } else if ((type & ValueType.ARRAY) != 0) {
      array(type & ~ValueType.ARRAY, at, size);
    } else {
      scalar(type, at, size);
    }
  }

  private void scalar(int type, int at, int size) throws DamageException {
    if (out.length() > LONGEST) {
      throw new DamageException("too long to show");
    }
    int mark = out.length();
    ValueText.put(out, chunk, type, at, size);
    escape(mark);
  }

  /** Each item in an element of its own. */
  private void array(int type, int at, int size) throws DamageException {
    byte[] tag = new byte[contents[depth] - starts[depth]];
    System.arraycopy(out.bytes(), starts[depth], tag, 0, tag.length);
    int end = at + size;
    int from = at;
    while (from < end && out.length() <= LONGEST) {
      int to = ValueType.itemEnd(chunk.bytes(), type, from, end, size);
      if (from > at) {
        close();
        out.copy(tag, 0, tag.length);
      }
      scalar(type, from, to - from);
      from = to;
    }
  }

  @Override
  public void instance(int at) throws DamageException {
    inner(at, chunk.length());
  }

  /** Escapes what was written behind a mark: markup, and all that would begin a new line. */
  private void escape(int mark) {
    int bad = mark;
    while (bad < out.length() && !isMarkup(out.bytes()[bad])) {
      bad++;
    }
    if (bad == out.length()) {
      return;
    }
    byte[] rest = java.util.Arrays.copyOfRange(out.bytes(), bad, out.length());
    out.cut(bad);
    for (byte b : rest) {
      switch (b) {
        case '<' -> out.ascii("&lt;");
        case '>' -> out.ascii("&gt;");
        case '&' -> out.ascii("&amp;");
        case '\'' -> out.ascii("&apos;");
        case '\r' -> {
          // the line feed behind it becomes a blank
        }
        case '\n', '\t' -> out.put(' ');
        default -> out.put(b);
      }
    }
  }

  private static boolean isMarkup(byte b) {
    return b == '<' || b == '>' || b == '&' || b == '\'' || b == '\r' || b == '\n' || b == '\t';
  }
}
