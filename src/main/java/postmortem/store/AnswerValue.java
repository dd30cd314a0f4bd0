package postmortem.store;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Array;
import java.sql.Blob;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBStruct;
import org.jspecify.annotations.Nullable;

/** Values as the product knows them, whatever the driver makes of them. */
final class AnswerValue {

  private static final int MOST_BYTES = 1 << 16;

  private AnswerValue() {}

  static @Nullable Object of(ResultSet rows, int column, AnswerColumn type) throws SQLException {
    if (type.type().equals("TIMESTAMP") || type.type().equals("TIMESTAMP_NS")) {
      LocalDateTime time = rows.getObject(column, LocalDateTime.class);
      return time == null ? null : instant(time);
    }
    return of(rows.getObject(column));
  }

  private static @Nullable Object of(@Nullable Object value) throws SQLException {
    if (value == null
        || value instanceof String
        || value instanceof Boolean
        || value instanceof Long
        || value instanceof Double
        || value instanceof BigInteger
        || value instanceof BigDecimal) {
      return value;
    }
    if (value instanceof Float number) {
      return Double.valueOf(number.toString()); // 0.1 stays 0.1
    }
    if (value instanceof Number number) {
      return number.longValue();
    }
    return time(value);
  }

  private static @Nullable Object time(Object value) throws SQLException {
    if (value instanceof Timestamp time) {
      return instant(time.toLocalDateTime());
    }
    if (value instanceof LocalDateTime time) {
      return instant(time);
    }
    if (value instanceof OffsetDateTime time) {
      return time.toInstant();
    }
    return nested(value);
  }

  private static Object nested(Object value) throws SQLException {
    if (value instanceof Array array) {
      return list((Object[]) array.getArray());
    }
    if (value instanceof List<?> list) {
      return list(list.toArray());
    }
    if (value instanceof DuckDBStruct struct) {
      return map(struct.getMap());
    }
    if (value instanceof Map<?, ?> map) {
      return map(map);
    }
    if (value instanceof Blob blob) {
      return HexFormat.of().formatHex(blob.getBytes(1, (int) Math.min(MOST_BYTES, blob.length())));
    }
    if (value instanceof byte[] bytes) {
      return HexFormat.of().formatHex(bytes);
    }
    return value.toString();
  }

  private static Object instant(LocalDateTime time) {
    try {
      return time.toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      return Instant.MAX;
    }
  }

  private static List<@Nullable Object> list(@Nullable Object[] values) throws SQLException {
    List<@Nullable Object> list = new ArrayList<>(values.length);
    for (Object value : values) {
      list.add(of(value));
    }
    return list;
  }

  private static Map<String, @Nullable Object> map(Map<?, ?> values) throws SQLException {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (Map.Entry<?, ?> e : values.entrySet()) {
      map.put(String.valueOf(of(e.getKey())), of(e.getValue()));
    }
    return map;
  }
}
