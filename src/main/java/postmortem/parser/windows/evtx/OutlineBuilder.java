package postmortem.parser.windows.evtx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import postmortem.parser.windows.Utf8Text;

/** Makes the outline of a template. */
final class OutlineBuilder implements BinXmlHandler {

  /** An element that is open. */
  private static final class Element {
    private final byte[] name;
    private final int tag; // where its start tag begins, among the parts
    private int content = -1; // where its content begins

    Element(byte[] name, int tag) {
      this.name = name;
      this.tag = tag;
    }
  }

  private final Chunk chunk;
  private final List<Outline.Part> parts = new ArrayList<>();
  private final List<Element> elements = new ArrayList<>();
  private final Utf8Text text = new Utf8Text(); // of the part that grows
  private final Utf8Text scratch = new Utf8Text();
  private int attribute = -1; // among the parts, where an attribute begins

  private OutlineBuilder(Chunk chunk) {
    this.chunk = chunk;
  }

  static Outline of(Chunk chunk, int from, int to, boolean definition) throws DamageException {
    OutlineBuilder builder = new OutlineBuilder(chunk);
    BinXml.walk(chunk, from, to, definition, builder);
    builder.cut();
    return new Outline(builder.parts.toArray(Outline.Part[]::new));
  }

  /** Ends the part that grows, so that another may begin. */
  private void cut() {
    if (text.length() > 0) {
      parts.add(Outline.Part.text(Arrays.copyOf(text.bytes(), text.length())));
      text.cut(0);
    }
  }

  private byte[] name(int name) throws DamageException {
    scratch.cut(0);
    scratch.utf16(chunk.bytes(), chunk.nameStart(name), chunk.nameEnd(name));
    return Arrays.copyOf(scratch.bytes(), scratch.length());
  }

  private void put(byte[] bytes) {
    text.copy(bytes, 0, bytes.length);
  }

  @Override
  public void startElement(int name) throws DamageException {
    cut();
    Element element = new Element(name(name), parts.size());
    elements.add(element);
    text.put('<');
    put(element.name);
  }

  @Override
  public void attribute(int name) throws DamageException {
    closeAttribute();
    cut();
    attribute = parts.size();
    text.put(' ');
    put(name(name));
    text.ascii("='");
  }

  private void closeAttribute() {
    if (attribute < 0) {
      return;
    }
    if (text.length() == 0 && parts.size() == attribute + 2 && isValue(parts.size() - 1)) {
      Outline.Part value = parts.remove(parts.size() - 1);
      byte[] before = parts.remove(parts.size() - 1).text();
      parts.add(Outline.Part.attribute(before, value.value(), value.optional()));
    } else {
      text.put('\'');
    }
    attribute = -1;
  }

  private boolean isValue(int part) {
    return parts.get(part).kind() == Outline.Kind.VALUE;
  }

  @Override
  public void content() {
    closeAttribute();
    text.put('>');
    cut();
    elements.get(elements.size() - 1).content = parts.size();
  }

  @Override
  public void endElement() {
    Element element = elements.remove(elements.size() - 1);
    boolean leaf =
        text.length() == 0 && parts.size() == element.content + 1 && isValue(element.content);
    if (!leaf) {
      putEnd(element);
      return;
    }
    Outline.Part value = parts.remove(element.content);
    List<Outline.Part> tag = parts.subList(element.tag, parts.size());
    Outline.Part[] start = tag.toArray(Outline.Part[]::new);
    tag.clear();
    putEnd(element);
    byte[] end = Arrays.copyOf(text.bytes(), text.length());
    text.cut(0);
    parts.add(Outline.Part.leaf(start, value.value(), value.optional(), end));
  }

  private void putEnd(Element element) {
    text.ascii("</");
    put(element.name);
    text.put('>');
  }

  @Override
  public void text(int from, int to) {
    XmlEscapes.utf16(text, chunk.bytes(), from, to);
  }

  @Override
  public void character(int codeUnit) {
    int mark = text.length();
    text.character(codeUnit);
    XmlEscapes.escape(text, mark);
  }

  @Override
  public void entity(int name) throws DamageException {
    text.put('&');
    put(name(name));
    text.put(';');
  }

  @Override
  public void substitution(int value, boolean optional) {
    cut();
    parts.add(Outline.Part.value(value, optional));
  }

  @Override
  public void instance(int at) {
    cut();
    parts.add(Outline.Part.instance(at));
  }
}
