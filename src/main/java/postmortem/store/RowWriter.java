package postmortem.store;

import java.sql.SQLException;
import java.util.List;
import postmortem.event.Address;
import postmortem.event.Slice;
import postmortem.event.flat.Column;
import postmortem.event.flat.ColumnType;
import postmortem.event.flat.FlatRow;

/** Puts values of wide rows into the rows of a batch. */
final class RowWriter {

  private final List<Field> fields;
  private final Batch batch;

  RowWriter(Table table, Batch batch) {
    this.fields = table.fields();
    this.batch = batch;
  }

  Batch batch() {
    return batch;
  }

  /**
   * Begins a row with all that its columns say.
   *
   * @throws SQLException where rows before it cannot be stored
   */
  void begin(FlatRow row) throws SQLException {
    batch.begin();
    for (int i = 0; i < fields.size(); i++) {
      Column column = fields.get(i).column();
      if (column != null && row.has(column)) {
        put(row, column, i);
      }
    }
  }

  private void put(FlatRow row, Column column, int field) {
    if (column.type() == ColumnType.ADDRESS) {
      Address address = row.address(column);
      if (address != null) {
        batch.text(field, Slice.of(address.toString()));
      }
      return;
    }
    if (column.type() != ColumnType.TEXT) {
      batch.number(field, row.number(column));
      return;
    }
    Slice text = row.slice(column);
    if (text != null && fields.get(field).type() == FieldType.HEX) {
      batch.number(field, hex(text));
    } else if (text != null) {
      batch.text(field, text);
    }
  }

  private static long hex(Slice digits) {
    long value = 0;
    for (int i = 0; i < digits.length(); i++) {
      value = value << 4 | Character.digit(digits.byteAt(i), 16);
    }
    return value;
  }
}
