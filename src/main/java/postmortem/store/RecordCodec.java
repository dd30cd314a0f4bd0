package postmortem.store;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Values as bytes: records component by component, as they are declared; collections, enumerations,
 * texts and numbers. Bytes are read into what was declared, and into nothing else.
 */
final class RecordCodec {

  private static final int NOTHING = 0;
  private static final int THERE = 1;

  private RecordCodec() {}

  /** The shape of a record and of all that it holds: bytes of another one cannot be read. */
  static String shape(Type type) {
    StringBuilder out = new StringBuilder();
    describe(type, out, new LinkedHashSet<>());
    return out.toString();
  }

  private static void describe(Type type, StringBuilder out, Set<Type> known) {
    out.append(type.getTypeName()).append(' ');
    if (!known.add(type)) {
      return;
    }
    if (type instanceof ParameterizedType p) {
      for (Type argument : p.getActualTypeArguments()) {
        describe(argument, out, known);
      }
    } else if (type instanceof Class<?> c && c.isEnum()) {
      out.append(List.of(c.getEnumConstants()));
    } else if (type instanceof Class<?> c && c.isRecord()) {
      for (RecordComponent component : c.getRecordComponents()) {
        out.append(component.getName()).append(' ');
        describe(component.getGenericType(), out, known);
      }
    }
  }

  /** Writes a value of a declared type. */
  static void write(@Nullable Object value, Type type, DataOutputStream out) throws IOException {
    out.writeByte(value == null ? NOTHING : THERE);
    if (value == null) {
      return;
    }
    Class<?> raw = raw(type);
    if (raw == Object.class || raw == Number.class) {
      Any.write(value, out);
    } else if (value instanceof Map<?, ?> map) {
      out.writeInt(map.size());
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        write(entry.getKey(), argument(type, 0), out);
        write(entry.getValue(), argument(type, 1), out);
      }
    } else if (value instanceof Collection<?> collection) {
      out.writeInt(collection.size());
      for (Object element : collection) {
        write(element, argument(type, 0), out);
      }
    } else if (value instanceof Record) {
      for (RecordComponent component : raw.getRecordComponents()) {
        write(get(component, value), component.getGenericType(), out);
      }
    } else if (value instanceof Enum<?> constant) {
      Any.text(constant.name(), out);
    } else {
      Any.scalar(value, out);
    }
  }

  private static @Nullable Object get(RecordComponent component, Object owner) {
    try {
      return component.getAccessor().invoke(owner);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("no access to " + component, e);
    }
  }

  /**
   * Reads a value of a declared type.
   *
   * @throws IOException where the bytes are no such value
   */
  static @Nullable Object read(Type type, DataInputStream in) throws IOException {
    if (in.readByte() == NOTHING) {
      return null;
    }
    Class<?> raw = raw(type);
    if (raw == Object.class || raw == Number.class) {
      return Any.read(in);
    }
    if (Map.class.isAssignableFrom(raw)) {
      return map(type, raw, in);
    }
    if (Collection.class.isAssignableFrom(raw)) {
      return collection(type, raw, in);
    }
    if (raw.isRecord()) {
      return record(raw, in);
    }
    return raw.isEnum() ? constant(raw, Any.text(in)) : Any.scalar(raw, in);
  }

  private static Map<Object, @Nullable Object> map(Type type, Class<?> raw, DataInputStream in)
      throws IOException {
    Map<Object, @Nullable Object> map =
        raw == SortedMap.class ? new TreeMap<>() : new LinkedHashMap<>();
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      Object key = read(argument(type, 0), in);
      Object value = read(argument(type, 1), in);
      if (key == null) {
        throw new IOException("a key is missing");
      }
      map.put(key, value);
    }
    return map;
  }

  private static Collection<@Nullable Object> collection(
      Type type, Class<?> raw, DataInputStream in) throws IOException {
    Collection<@Nullable Object> all =
        raw == SortedSet.class
            ? new TreeSet<>()
            : raw == Set.class ? new LinkedHashSet<>() : new ArrayList<>();
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      all.add(read(argument(type, 0), in));
    }
    return all;
  }

  private static Object record(Class<?> type, DataInputStream in) throws IOException {
    RecordComponent[] components = type.getRecordComponents();
    Object[] values = new Object[components.length];
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      values[i] = read(components[i].getGenericType(), in);
    }
    try {
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      throw new IOException("not a " + type.getSimpleName() + ": " + e.getMessage(), e);
    }
  }

  private static Object constant(Class<?> type, String name) throws IOException {
    for (Object constant : type.getEnumConstants()) {
      if (((Enum<?>) constant).name().equals(name)) {
        return constant;
      }
    }
    throw new IOException("no " + type.getSimpleName() + " is called " + name);
  }

  private static Class<?> raw(Type type) {
    return type instanceof ParameterizedType p ? (Class<?>) p.getRawType() : (Class<?>) type;
  }

  private static Type argument(Type type, int index) {
    return ((ParameterizedType) type).getActualTypeArguments()[index];
  }
}
