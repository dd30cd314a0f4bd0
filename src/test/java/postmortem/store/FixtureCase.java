package postmortem.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import postmortem.event.flat.Column;

/** A small case, made by hand. */
public final class FixtureCase {

  private FixtureCase() {}

  /** Writes one with twelve attempts, four messages, a finding and an incident. */
  public static Path in(Path folder) throws SQLException {
    Path file = folder.resolve("case.duckdb");
    try (Connection database = DriverManager.getConnection("jdbc:duckdb:" + file)) {
      for (String sql : SCHEMA.split(";\n", -1)) {
        try (Statement one = database.createStatement()) {
          one.execute(sql.replace("COLUMNS_OF_EVENTS", columns()));
        }
      }
    }
    return file;
  }

  private static String columns() {
    return Stream.of(Column.values())
        .map(
            column ->
                '"'
                    + column.id()
                    + "\" "
                    + switch (column.type()) {
                      case TEXT, ADDRESS -> "VARCHAR";
                      case INTEGER -> "BIGINT";
                      case REAL -> "DOUBLE";
                      case BOOLEAN -> "BOOLEAN";
                      case TIME -> "TIMESTAMP_NS";
                    })
        .collect(Collectors.joining(", "));
  }

  private static final String SCHEMA =
      """
      CREATE TABLE events (COLUMNS_OF_EVENTS);
      INSERT INTO events BY NAME
        SELECT make_timestamp_ns(1290033611545000000 + i * 60000000000) AS time, 'auth-attempt' AS kind,
          'smtp' AS service, '203.0.113.' || (66 + i % 2) AS peer_address, 'm.brandt' AS account,
          CASE WHEN i = 11 THEN 'accepted' ELSE 'rejected' END AS outcome, 1 AS count,
          'EX01' AS server, 'smtp/ex.log' AS path, 0 AS ledger, i + 1 AS record, i * 100 AS "offset",
          80 AS length
        FROM range(12) t(i);
      INSERT INTO events BY NAME
        SELECT make_timestamp_ns(1290050000000000000 + i * 1000000000) AS time, 'message' AS kind,
          'm.brandt' AS account, '198.51.100.201' AS peer_address, 'm.brandt@example.com' AS sender,
          'id' || i || '@example.com' AS message_id, 1 AS count, 12 AS recipients_accepted,
          'EX01' AS server, 'smtp/ex.log' AS path, 0 AS ledger, i + 13 AS record,
          i * 100 + 1200 AS "offset", 80 AS length
        FROM range(4) t(i);
      CREATE VIEW auth AS SELECT * FROM events WHERE kind = 'auth-attempt';
      CREATE VIEW messages AS SELECT * FROM events WHERE kind = 'message'
      """;
}
