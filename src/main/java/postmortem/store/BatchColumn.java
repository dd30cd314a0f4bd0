package postmortem.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.duckdb.DuckDBWritableVector;
import postmortem.event.Slice;

/** The values of one column of a batch. */
sealed interface BatchColumn {

  /** Hands over {@code count} values from a row on. */
  void fill(DuckDBWritableVector vector, int from, int count);

  /** Makes the first {@code count} values absent. */
  void clear(int count);

  static BatchColumn of(FieldType type, int rows) {
    return type == FieldType.VARCHAR ? new Texts(rows) : new Numbers(type, rows);
  }

  /** Numbers of whatever type, as bits. */
  final class Numbers implements BatchColumn {
    private final FieldType type;
    private final long[] values;
    private final boolean[] present;

    private Numbers(FieldType type, int rows) {
      this.type = type;
      this.values = new long[rows];
      this.present = new boolean[rows];
    }

    void set(int row, long value) {
      values[row] = value;
      present[row] = true;
    }

    @Override
    public void fill(DuckDBWritableVector vector, int from, int count) {
      for (int i = 0; i < count; i++) {
        if (!present[from + i]) {
          vector.setNull(i);
          continue;
        }
        long value = values[from + i];
        switch (type) {
          case TIMESTAMP_NS, BIGINT, HEX -> vector.setLong(i, value);
          case INTEGER -> vector.setInt(i, (int) value);
          case BOOLEAN -> vector.setBoolean(i, value != 0);
          case DOUBLE -> vector.setDouble(i, Double.longBitsToDouble(value));
          case VARCHAR -> throw new IllegalStateException("no number");
        }
      }
    }

    @Override
    public void clear(int count) {
      Arrays.fill(present, 0, count, false);
    }
  }

  /** Texts, as UTF-8. */
  final class Texts implements BatchColumn {
    private final byte[][] values; // null where absent

    private Texts(int rows) {
      this.values = new byte[rows][];
    }

    /** Sets a text as the rest of the product decodes it. */
    void set(int row, Slice text) {
      byte[] bytes = text.bytes();
      for (byte b : bytes) {
        if (b < 0) {
          bytes = text.toString().getBytes(StandardCharsets.UTF_8);
          break;
        }
      }
      values[row] = bytes;
    }

    @Override
    public void fill(DuckDBWritableVector vector, int from, int count) {
      vector.setStringUtf8Batch(0, Arrays.copyOfRange(values, from, from + count));
    }

    @Override
    public void clear(int count) {
      Arrays.fill(values, 0, count, null);
    }
  }
}
