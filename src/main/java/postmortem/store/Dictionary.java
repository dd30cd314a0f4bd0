package postmortem.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import postmortem.event.Hash;
import postmortem.event.Slice;
import postmortem.event.flat.Column;
import postmortem.event.flat.ColumnType;
import postmortem.event.flat.FlatRow;

/**
 * Gives ids to what rows have in common, in the order in which it comes, and stores it.
 *
 * <p>Memory is bounded: where there are too many, all are forgotten and given new ids when they
 * come again. One thread's.
 */
final class Dictionary {

  private static final int MOST_IDS = 1 << 20;
  private static final long MOST_BYTES = 64L << 20;

  private final Column[] columns;
  private final RowWriter writer;
  private int[] slots = new int[1 << 10]; // number of the key + 1, or 0
  private byte[][] keys = new byte[1 << 9][];
  private int size;
  private int firstId; // of the keys that are known
  private long bytes;
  private byte[] key = new byte[1 << 10];

  Dictionary(Connection database, Dimension dimension, FlatRow nothing) throws SQLException {
    columns = dimension.columns().toArray(Column[]::new);
    writer = new RowWriter(dimension.table(), new Batch(database, dimension.table()));
    id(nothing);
  }

  /** Do two rows say the same in the columns of this dictionary? */
  boolean agree(FlatRow one, FlatRow other) {
    return one.agrees(other, columns);
  }

  /** The id of what a row says in the columns of this dictionary. */
  int id(FlatRow row) throws SQLException {
    int end = key(row);
    int mask = slots.length - 1;
    int at = (int) Hash.of(key, 0, end, 0) & mask;
    for (int slot = slots[at]; slot != 0; slot = slots[at]) {
      byte[] known = keys[slot - 1];
      if (Arrays.equals(known, 0, known.length, key, 0, end)) {
        return firstId + slot - 1;
      }
      at = at + 1 & mask;
    }
    return add(row, at, end);
  }

  private int add(FlatRow row, int slot, int end) throws SQLException {
    if (size == MOST_IDS || bytes > MOST_BYTES) {
      forget();
      return id(row);
    }
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, size * 2);
      rehash();
      return id(row);
    }
    int id = firstId + size;
    keys[size++] = Arrays.copyOf(key, end);
    bytes += end;
    slots[slot] = size;
    writer.begin(row);
    writer.batch().number(0, id);
    writer.batch().end();
    return id;
  }

  private void forget() {
    Arrays.fill(slots, 0);
    Arrays.fill(keys, null);
    firstId += size;
    size = 0;
    bytes = 0;
  }

  private void rehash() {
    slots = new int[keys.length * 2];
    for (int i = 0; i < size; i++) {
      int at = (int) Hash.of(keys[i], 0, keys[i].length, 0) & slots.length - 1;
      while (slots[at] != 0) {
        at = at + 1 & slots.length - 1;
      }
      slots[at] = i + 1;
    }
  }

  /** Writes all values one after the other into {@link #key}; the place after them. */
  private int key(FlatRow row) {
    int end = 0;
    for (Column column : columns) {
      boolean text = column.type() == ColumnType.TEXT || column.type() == ColumnType.ADDRESS;
      Slice slice = text ? row.slice(column) : null;
      int length = slice == null ? 0 : slice.length();
      if (key.length < end + length + 1 + Long.BYTES) {
        key = Arrays.copyOf(key, (end + length) * 2 + key.length);
      }
      key[end++] = (byte) (row.has(column) ? 1 : 0);
      if (slice != null) {
        end = number(length, Integer.BYTES, end);
        end = slice.copyTo(key, end);
      } else if (row.has(column)) {
        end = number(row.number(column), Long.BYTES, end);
      }
    }
    return end;
  }

  private int number(long value, int size, int at) {
    for (int i = 0; i < size; i++) {
      key[at + i] = (byte) (value >>> 8 * i);
    }
    return at + size;
  }

  void flush() throws SQLException {
    writer.batch().flush();
  }
}
