package postmortem.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table of what a report says: few rows, made from values.
 *
 * @param meaning what a row is, for people
 * @param rows what of the report has a row each
 */
record Sheet<T>(
    String name, String meaning, Function<Judged, List<T>> rows, List<SheetColumn<T>> columns) {

  /** A column, and how its value is made: a String, Number, Boolean, list of texts, or null. */
  record SheetColumn<T>(
      String name, String type, String meaning, Function<T, @Nullable Object> value) {

    private String placeholder() {
      return type.equals("TIMESTAMP_NS") ? "make_timestamp_ns(?::BIGINT)" : "?";
    }
  }

  Sheet {
    columns = List.copyOf(columns);
  }

  static <T> Sheet<T> of(String name, String meaning, Function<Judged, List<T>> rows) {
    return new Sheet<>(name, meaning, rows, List.of());
  }

  /** The same sheet with one column more. */
  Sheet<T> with(
      String column, String type, String columnMeaning, Function<T, @Nullable Object> value) {
    List<SheetColumn<T>> more = new ArrayList<>(columns);
    more.add(new SheetColumn<>(column, type, columnMeaning, value));
    return new Sheet<>(name, meaning, rows, more);
  }

  String create() {
    return columns.stream()
        .map(c -> '"' + c.name() + "\" " + c.type())
        .collect(Collectors.joining(", ", "CREATE TABLE data." + name + " (", ")"));
  }

  /** The statements that make the view, with its comments. */
  List<String> view() {
    List<String> sql = new ArrayList<>();
    sql.add("CREATE VIEW " + name + " AS SELECT * FROM data." + name);
    sql.add("COMMENT ON VIEW " + name + " IS " + Schema.literal(meaning));
    for (SheetColumn<T> column : columns) {
      sql.add(
          "COMMENT ON COLUMN %s.\"%s\" IS %s"
              .formatted(name, column.name(), Schema.literal(column.meaning())));
    }
    return sql;
  }

  /** Stores the rows. */
  void insert(Connection database, Judged judged) throws SQLException {
    String insert =
        columns.stream()
            .map(SheetColumn::placeholder)
            .collect(Collectors.joining(", ", "INSERT INTO data." + name + " VALUES (", ")"));
    try (PreparedStatement statement = database.prepareStatement(insert)) {
      for (T row : rows.apply(judged)) {
        for (int i = 0; i < columns.size(); i++) {
          Object value = columns.get(i).value().apply(row);
          statement.setObject(
              i + 1,
              value instanceof List<?> list
                  ? database.createArrayOf("VARCHAR", list.toArray())
                  : value);
        }
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }
}
