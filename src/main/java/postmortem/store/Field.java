package postmortem.store;

import org.jspecify.annotations.Nullable;
import postmortem.event.flat.Column;

/**
 * A column of a stored table.
 *
 * @param name in SQL
 * @param meaning for people
 * @param column of the wide row that it holds; null where it is an id of ours
 */
record Field(String name, FieldType type, String meaning, @Nullable Column column) {

  /** The id that a dictionary gave. */
  static Field id(String name, String meaning) {
    return new Field(name, FieldType.INTEGER, meaning, null);
  }

  static Field of(Column column) {
    String unit = column.unit().isEmpty() ? "" : column.unit() + ": ";
    return new Field(column.id(), FieldType.of(column), unit + column.meaning(), column);
  }

  /** The name as SQL takes it: some are words of SQL itself. */
  String quoted() {
    return '"' + name + '"';
  }
}
