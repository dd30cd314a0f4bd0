package postmortem.report;

import java.util.EnumSet;
import java.util.Set;
import postmortem.event.Times;
import postmortem.event.flat.Column;
import postmortem.event.flat.FlatRow;

/** Our own columns as the members of an object; what is absent has no member. */
final class EventColumns implements EventJson.Content {

  private final Column[] columns;

  /** All of them. */
  EventColumns() {
    this(EnumSet.noneOf(Column.class));
  }

  /**
   * @param others that have another name elsewhere
   */
  EventColumns(Set<Column> others) {
    EnumSet<Column> rest = EnumSet.allOf(Column.class);
    rest.removeAll(others);
    this.columns = rest.toArray(new Column[0]);
  }

  @Override
  public void write(FlatRow row, Json json) {
    for (Column column : columns) {
      if (row.has(column)) {
        write(row, column, json);
      }
    }
  }

  private static void write(FlatRow row, Column column, Json json) {
    switch (column.type()) {
      case TEXT -> json.text(column.id(), row.text(column));
      case INTEGER -> json.number(column.id(), row.number(column));
      case REAL -> json.number(column.id(), (Number) row.real(column));
      case BOOLEAN -> json.flag(column.id(), row.flag(column));
      case TIME -> json.text(column.id(), time(row, column));
      case ADDRESS -> json.text(column.id(), String.valueOf(row.address(column)));
    }
  }

  /** ISO 8601 in UTC, with as many digits as the time has. */
  static String time(FlatRow row, Column column) {
    return Times.instant(row.number(column)).toString();
  }
}
