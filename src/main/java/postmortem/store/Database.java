package postmortem.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;

/** Opens DuckDB files, as ours only: nothing is fetched, whatever the file says. */
final class Database {

  /** One thread: rows stay in their order, and two cost more than they save. */
  private static final String THREADS = "1";

  private static final String MEMORY = "320MB";

  /** A quarter of the usual: small cases take half the room, and large ones no more. */
  private static final String BLOCK = "65536";

  private Database() {}

  static Connection open(Path file, boolean readOnly) throws SQLException {
    String path = file.toAbsolutePath().toString();
    if (path.indexOf(';') >= 0) { // the driver would take what follows for settings
      throw new SQLException("its path has a ';'");
    }
    Properties options = new Properties();
    options.setProperty("threads", THREADS);
    options.setProperty("memory_limit", MEMORY);
    options.setProperty("default_block_size", BLOCK);
    options.setProperty("autoinstall_known_extensions", "false");
    options.setProperty("autoload_known_extensions", "false");
    options.setProperty("duckdb.read_only", String.valueOf(readOnly));
    try {
      return DriverManager.getConnection("jdbc:duckdb:" + path, options);
    } catch (ExceptionInInitializerError | NoClassDefFoundError e) {
      throw new SQLException("DuckDB does not start: has the temporary folder room for it?", e);
    }
  }

  static void execute(Connection database, List<String> statements) throws SQLException {
    try (Statement statement = database.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** What the database says went wrong, as one line. */
  static IOException failure(String what, Path file, SQLException e) {
    String message = String.valueOf(e.getMessage());
    int end = message.indexOf('\n');
    String line = end < 0 ? message : message.substring(0, end);
    return new IOException("cannot " + what + " the case " + file + ": " + line, e);
  }
}
