package postmortem.parser.windows.evtx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/** Writes EVTX files of one chunk, so that every kind of value can be had. */
final class EvtxWriter {

  private static final int HEADER = 4096;
  private static final int CHUNK = 1 << 16;

  /** An element with its attributes and what is in it. */
  record Element(String name, List<Attribute> attributes, List<Object> content) {}

  record Attribute(String name, Object value) {}

  /** A value of the template by its number. */
  record Place(int value, boolean optional) {}

  /** A text in CDATA. */
  record Cdata(String text) {}

  /** An entity such as {@code amp}. */
  record Entity(String name) {}

  /** A value of a template: its type and its bytes. */
  @SuppressWarnings("ArrayRecordComponent") // written once, compared by nobody
  record Value(int type, byte[] bytes) {}

  /** A value that is a template with values of its own, or elements without one. */
  record Inner(Element root, List<Object> values, boolean template) {}

  static Element element(String name, Object... content) {
    return new Element(name, List.of(), List.of(content));
  }

  static Element with(Element element, String attribute, Object value) {
    return new Element(element.name(), List.of(new Attribute(attribute, value)), element.content());
  }

  static Place place(int value) {
    return new Place(value, false);
  }

  static Place optional(int value) {
    return new Place(value, true);
  }

  static Value text(String text) {
    return new Value(0x01, text.getBytes(StandardCharsets.UTF_16LE));
  }

  static Value number(int type, int size, long number) {
    byte[] bytes = new byte[8];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(number);
    return new Value(type, Arrays.copyOf(bytes, size));
  }

  static Value none() {
    return new Value(0, new byte[0]);
  }

  private final ByteBuffer out = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
  private final Map<String, Integer> names = new HashMap<>();
  private final Map<Element, Integer> templates = new HashMap<>();
  private long record;
  private int last; // where the last record begins

  EvtxWriter() {
    out.position(Chunk.HEADER);
  }

  /** Adds a record: a template with its values, or elements without a template. */
  EvtxWriter add(long fileTime, Inner event) {
    int start = out.position();
    last = start;
    out.putInt(0x2a2a).putInt(0).putLong(++record).putLong(fileTime);
    inner(event);
    int size = out.position() + 4 - start;
    out.putInt(size).putInt(start + 4, size);
    return this;
  }

  private void inner(Inner inner) {
    out.put((byte) 0x0f).put((byte) 1).put((byte) 1).put((byte) 0);
    if (!inner.template()) {
      element(inner.root(), false);
      out.put((byte) 0);
      return;
    }
    out.put((byte) 0x0c).put((byte) 1).putInt(inner.root().hashCode());
    Integer known = templates.get(inner.root());
    out.putInt(known == null ? out.position() + 4 : known);
    if (known == null) {
      int definition = out.position();
      templates.put(inner.root(), definition);
      out.putInt(0).put(new byte[16]).putInt(0);
      int fragment = out.position();
      out.put((byte) 0x0f).put((byte) 1).put((byte) 1).put((byte) 0);
      element(inner.root(), true);
      out.put((byte) 0);
      out.putInt(definition + 20, out.position() - fragment);
    }
    values(inner.values());
    out.put((byte) 0);
  }

  private void values(List<Object> values) {
    out.putInt(values.size());
    int descriptors = out.position();
    out.position(descriptors + 4 * values.size());
    for (int i = 0; i < values.size(); i++) {
      int start = out.position();
      int type = 0x21;
      if (values.get(i) instanceof Value value) {
        type = value.type();
        out.put(value.bytes());
      } else {
        inner((Inner) values.get(i));
      }
      out.putShort(descriptors + 4 * i, (short) (out.position() - start));
      out.put(descriptors + 4 * i + 2, (byte) type);
    }
  }

  private void element(Element element, boolean dependency) {
    boolean attributes = !element.attributes().isEmpty();
    out.put((byte) (attributes ? 0x41 : 0x01));
    if (dependency) {
      out.putShort((short) 0xffff);
    }
    int size = out.position();
    out.putInt(0);
    name(element.name());
    if (attributes) {
      int list = out.position();
      out.putInt(0);
      for (Attribute attribute : element.attributes()) {
        out.put((byte) 0x06);
        name(attribute.name());
        content(attribute.value(), dependency);
      }
      out.putInt(list, out.position() - list - 4);
    }
    if (element.content().isEmpty()) {
      out.put((byte) 0x03);
    } else {
      out.put((byte) 0x02);
      element.content().forEach(content -> content(content, dependency));
      out.put((byte) 0x04);
    }
    out.putInt(size, out.position() - size - 4);
  }

  private void content(Object content, boolean dependency) {
    if (content instanceof Element element) {
      element(element, dependency);
    } else if (content instanceof Place place) {
      out.put((byte) (place.optional() ? 0x0e : 0x0d)).putShort((short) place.value());
      out.put((byte) 1);
    } else if (content instanceof Cdata cdata) {
      out.put((byte) 0x07);
      characters(cdata.text());
    } else if (content instanceof Entity entity) {
      out.put((byte) 0x09);
      name(entity.name());
    } else if (content instanceof Character character) {
      out.put((byte) 0x08).putShort((short) character.charValue());
    } else {
      out.put((byte) 0x05).put((byte) 0x01);
      characters((String) content);
    }
  }

  private void characters(String text) {
    out.putShort((short) text.length()).put(text.getBytes(StandardCharsets.UTF_16LE));
  }

  private void name(String name) {
    Integer known = names.get(name);
    out.putInt(known == null ? out.position() + 4 : known);
    if (known == null) {
      names.put(name, out.position());
      out.putInt(0).putShort((short) name.hashCode());
      characters(name);
      out.putShort((short) 0);
    }
  }

  /** The file so far. */
  byte[] file() {
    int end = out.position();
    out.put(0, "ElfChnk\0".getBytes(StandardCharsets.US_ASCII));
    out.putLong(8, 1).putLong(16, record).putLong(24, 1).putLong(32, record);
    out.putInt(40, 128).putInt(44, last).putInt(48, end).putInt(120, 1);
    out.putInt(52, checksum(out.array(), 512, end, 0, 0));
    out.putInt(124, checksum(out.array(), 0, 120, 128, 512));
    ByteBuffer file = ByteBuffer.allocate(HEADER + CHUNK).order(ByteOrder.LITTLE_ENDIAN);
    file.put(0, "ElfFile\0".getBytes(StandardCharsets.US_ASCII));
    file.putLong(24, record + 1).putInt(32, 128);
    file.putShort(36, (short) 1).putShort(38, (short) 3).putShort(40, (short) HEADER);
    file.putShort(42, (short) 1);
    file.putInt(124, checksum(file.array(), 0, 120, 0, 0));
    file.put(HEADER, out.array());
    return file.array();
  }

  private static int checksum(byte[] bytes, int from, int to, int more, int end) {
    CRC32 crc = new CRC32();
    crc.update(bytes, from, to - from);
    crc.update(bytes, more, end - more);
    return (int) crc.getValue();
  }
}
