package postmortem.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import postmortem.event.flat.Column;

/**
 * All statements that make an empty case: the only place with the shape of it.
 *
 * <p>What is stored is in the schema {@code data}, and may change with the version; what is asked
 * are the views over it, each with a comment, and so has each of their columns.
 */
final class Schema {

  /** Raised with each change of what is stored. */
  static final int VERSION = 3;

  /** Since version 2. */
  static final String REPORT = "CREATE TABLE data.report (body BLOB)";

  /** Since version 3. */
  static final String GATHERED = "CREATE TABLE data.gathered (ordinal INTEGER, body BLOB)";

  private Schema() {}

  /** The statements, in their order. */
  static List<String> statements() {
    List<String> sql = new ArrayList<>();
    sql.add("CREATE SCHEMA data");
    for (Dimension dimension : Dimension.values()) {
      addTable(dimension.table(), sql);
    }
    for (EventTable table : EventTable.values()) {
      addTable(table.table(), sql);
    }
    for (Sheet<?> sheet : Sheets.ALL) {
      sql.add(sheet.create());
    }
    addCase(sql);
    addViews(sql);
    return sql;
  }

  private static void addCase(List<String> sql) {
    sql.add(
        "CREATE TABLE data.postmortem_case (schema_version INTEGER, product VARCHAR,"
            + " shape BIGINT)");
    sql.add("COMMENT ON TABLE data.postmortem_case IS 'what this file is: one row'");
    sql.add(REPORT);
    sql.add("COMMENT ON TABLE data.report IS 'all that a report says, for postmortem itself'");
    sql.add(GATHERED);
    sql.add("COMMENT ON TABLE data.gathered IS 'what findings are made of, for postmortem itself'");
    sql.add("CREATE TABLE data.arguments (ordinal INTEGER, path VARCHAR)");
    sql.add("COMMENT ON TABLE data.arguments IS 'paths that were read, from the case''s folder'");
  }

  private static void addTable(Table table, List<String> sql) {
    sql.add(table.create());
    sql.add("COMMENT ON TABLE " + table.qualified() + " IS " + literal(table.meaning()));
    for (Field field : table.fields()) {
      sql.add(
          "COMMENT ON COLUMN %s.%s IS %s"
              .formatted(table.qualified(), field.quoted(), literal(field.meaning())));
    }
  }

  /** The views alone, as they are made anew after a migration. */
  private static void addViews(List<String> sql) {
    sql.add(
        Arrays.stream(EventTable.values())
            .map(Schema::asWideRow)
            .collect(Collectors.joining(" UNION ALL ", "CREATE VIEW events AS ", "")));
    addComments("events", "all events of all logs: one row each", List.of(Column.values()), sql);
    for (EventTable table : EventTable.values()) {
      List<Column> columns = Arrays.stream(Column.values()).filter(table::has).toList();
      sql.add(
          columns.stream()
              .map(column -> table.expression(column) + " AS " + Field.of(column).quoted())
              .collect(
                  Collectors.joining(
                      ", ",
                      "CREATE VIEW " + table.view() + " AS SELECT ",
                      " FROM " + table.from())));
      addComments(table.view(), table.meaning(), columns, sql);
    }
    Sheets.ALL.forEach(sheet -> sql.addAll(sheet.view()));
  }

  private static String asWideRow(EventTable table) {
    return Arrays.stream(Column.values())
        .map(
            column ->
                (table.has(column)
                        ? table.expression(column)
                        : "NULL::" + Field.of(column).type().shown())
                    + " AS "
                    + Field.of(column).quoted())
        .collect(Collectors.joining(", ", "SELECT ", " FROM " + table.from()));
  }

  private static void addComments(
      String view, String meaning, List<Column> columns, List<String> sql) {
    sql.add("COMMENT ON VIEW " + view + " IS " + literal(meaning));
    for (Column column : columns) {
      Field field = Field.of(column);
      sql.add(
          "COMMENT ON COLUMN %s.%s IS %s"
              .formatted(view, field.quoted(), literal(field.meaning())));
    }
  }

  /** A text of ours as SQL takes it. */
  static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
