package postmortem.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Asks one question of whatever DuckDB is on the class path, in a process of its own. */
final class OtherDuckDb {

  private OtherDuckDb() {}

  /** Prints the rows, with bars between the values. */
  public static void main(String[] args) throws SQLException {
    try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery(args[0])) {
      int width = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        StringBuilder row = new StringBuilder();
        for (int i = 1; i <= width; i++) {
          row.append(i == 1 ? "" : "|").append(rows.getString(i));
        }
        System.out.println(row);
      }
    }
  }
}
