package postmortem.store;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values whose type is not declared, and the simplest ones, as bytes. */
final class Any {

  /** What may stand where nothing is declared; the place is the tag. */
  private static final List<Class<?>> SCALARS =
      List.of(Long.class, Integer.class, Double.class, Boolean.class, String.class);

  private static final int LIST = SCALARS.size();
  private static final int MAP = LIST + 1;
  private static final int NULL = MAP + 1;

  private Any() {}

  static void write(@Nullable Object value, DataOutputStream out) throws IOException {
    if (value == null) {
      out.writeByte(NULL);
    } else if (value instanceof Collection<?> collection) {
      out.writeByte(LIST);
      out.writeInt(collection.size());
      for (Object element : collection) {
        write(element, out);
      }
    } else if (value instanceof Map<?, ?> map) {
      out.writeByte(MAP);
      out.writeInt(map.size());
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        text(String.valueOf(entry.getKey()), out);
        write(entry.getValue(), out);
      }
    } else {
      out.writeByte(SCALARS.indexOf(value.getClass()));
      scalar(value, out);
    }
  }

  static @Nullable Object read(DataInputStream in) throws IOException {
    int tag = in.readByte();
    if (tag == NULL) {
      return null;
    }
    if (tag == LIST) {
      List<@Nullable Object> list = new ArrayList<>();
      int size = in.readInt();
      for (int i = 0; i < size; i++) {
        list.add(read(in));
      }
      return list;
    }
    if (tag == MAP) {
      Map<String, @Nullable Object> map = new LinkedHashMap<>();
      int size = in.readInt();
      for (int i = 0; i < size; i++) {
        map.put(text(in), read(in));
      }
      return map;
    }
    if (tag < 0 || tag >= SCALARS.size()) {
      throw new IOException("no value has the tag " + tag);
    }
    return scalar(SCALARS.get(tag), in);
  }

  static void scalar(Object value, DataOutputStream out) throws IOException {
    if (value instanceof Long number) {
      out.writeLong(number);
    } else if (value instanceof Integer number) {
      out.writeInt(number);
    } else if (value instanceof Double number) {
      out.writeDouble(number);
    } else if (value instanceof Boolean flag) {
      out.writeBoolean(flag);
    } else if (value instanceof String text) {
      text(text, out);
    } else {
      throw new IllegalArgumentException("cannot be stored: " + value.getClass());
    }
  }

  static Object scalar(Class<?> type, DataInputStream in) throws IOException {
    if (type == Long.class || type == long.class) {
      return in.readLong();
    }
    if (type == Integer.class || type == int.class) {
      return in.readInt();
    }
    if (type == Double.class || type == double.class) {
      return in.readDouble();
    }
    if (type == Boolean.class || type == boolean.class) {
      return in.readBoolean();
    }
    if (type == String.class) {
      return text(in);
    }
    throw new IOException("cannot be read: " + type);
  }

  /** Char by char: half of a pair, as hostile logs have it, stays what it is. */
  static void text(String text, DataOutputStream out) throws IOException {
    out.writeInt(text.length());
    out.writeChars(text);
  }

  static String text(DataInputStream in) throws IOException {
    int length = in.readInt();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(in.readChar());
    }
    return text.toString();
  }
}
