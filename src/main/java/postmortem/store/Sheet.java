package postmortem.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
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
      String name, String type, String meaning, Function<T, @Nullable Object> value) {}

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
  void insert(DuckDBConnection database, Judged judged) throws SQLException {
    try (DuckDBAppender out = database.createAppender("data", name)) {
      for (T row : rows.apply(judged)) {
        out.beginRow();
        for (SheetColumn<T> column : columns) {
          append(column.value().apply(row), column.type(), out);
        }
        out.endRow();
      }
    }
  }

  private static void append(@Nullable Object value, String type, DuckDBAppender out)
      throws SQLException {
    if (value == null) {
      out.appendNull();
    } else if (value instanceof List<?> texts) {
      out.append(texts);
    } else if (value instanceof Boolean flag) {
      out.append(flag.booleanValue());
    } else if (!(value instanceof Number number)) {
      out.append(value.toString());
    } else {
      switch (type) {
        case "TIMESTAMP_NS" -> out.appendEpochNanos(number.longValue());
        case "DOUBLE" -> out.append(number.doubleValue());
        case "INTEGER" -> out.append(number.intValue());
        default -> out.append(number.longValue());
      }
    }
  }
}
