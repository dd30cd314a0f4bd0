package postmortem.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Puts into a case what somebody might who wants its reader's files. */
final class HostileCase {

  private HostileCase() {}

  static void viewsInto(Path file, Path secret) throws SQLException {
    String path = secret.toString().replace("'", "''");
    String[] all = {
      "CREATE VIEW peep AS SELECT * FROM read_csv('" + path + "')",
      "CREATE MACRO peep_macro(x) AS TABLE SELECT * FROM read_text(x)",
      "CREATE MACRO peep_scalar(x) AS (SELECT content FROM read_text(x))",
      "CREATE SEQUENCE counter"
    };
    try (Connection database = DriverManager.getConnection("jdbc:duckdb:" + file)) {
      for (String sql : all) {
        try (Statement statement = database.createStatement()) {
          statement.execute(sql);
        }
      }
    }
  }
}
