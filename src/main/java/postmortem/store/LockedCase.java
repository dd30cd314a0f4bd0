package postmortem.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.duckdb.DuckDBPreparedStatement;
import org.jspecify.annotations.Nullable;
import postmortem.store.QueryException.Why;
import postmortem.store.SqlToken.Kind;

/**
 * A case that is open for questions, and for nothing else: whatever is asked, by whomever it was
 * written, no file is read or written, nothing is loaded, no setting and no row is changed.
 *
 * <p>Two locks, each of which would do: {@link Gate} lets only questions through; and the database
 * is opened to be read only, without access to anything outside of it, with its configuration
 * locked. Memory, threads and the room on the disk for intermediate results are bounded.
 *
 * <p>One question at a time, from one thread; only {@link #cancel} may come from another.
 */
public final class LockedCase implements AutoCloseable {

  static final String MEMORY = "512 MiB";

  private static final String DISK = "8 GiB";
  private static final int MOST_THREADS = 4;
  private static final String MASKED = "Invalid result set";

  private final DuckDBConnection database;
  private final DuckDBConnection beside; // for questions of our own, while an answer is open
  private final ScratchFolder scratch;
  private final Gate gate;
  private volatile @Nullable Statement running;
  private volatile @Nullable Answer answer;
  private volatile boolean cancelled;

  private LockedCase(DuckDBConnection database, ScratchFolder scratch) throws SQLException {
    this.database = database;
    this.beside = database.duplicate();
    this.scratch = scratch;
    this.gate = new Gate(beside);
  }

  /**
   * Opens a case.
   *
   * @throws IOException where the file cannot be read as one; the message says why
   */
  public static LockedCase open(Path file) throws IOException {
    String path = file.toAbsolutePath().toString();
    if (path.indexOf(';') >= 0) { // the driver would take what follows for settings
      throw new IOException("a case whose path has a ';' cannot be opened: " + file);
    }
    if (!Files.isRegularFile(file)) {
      throw new IOException("there is no case " + file);
    }
    if (!CaseFile.isDatabase(file)) {
      throw new IOException(file + " is no case: 'postmortem ingest' makes one");
    }
    LockedCase opened = opened(file, path);
    int version = opened.version();
    if (version == Schema.VERSION) {
      return opened;
    }
    opened.close();
    if (version == 0) {
      throw new IOException(file + " is no case: 'postmortem ingest' makes one");
    }
    if (version > Schema.VERSION) {
      throw new IOException(
          "the case %s is of schema %d, this postmortem knows up to %d: use a later one"
              .formatted(file, version, Schema.VERSION));
    }
    Migrations.migrate(file, version);
    return opened(file, path);
  }

  /** The version of the schema; 0 where the database is no case. */
  private int version() {
    try (Statement statement = beside.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT max(schema_version) FROM data.postmortem_case")) {
      return row.next() ? row.getInt(1) : 0;
    } catch (SQLException e) {
      return 0;
    }
  }

  private static LockedCase opened(Path file, String path) throws IOException {
    ScratchFolder scratch = ScratchFolder.create();
    try {
      return new LockedCase(connect(path, scratch.path()), scratch);
    } catch (SQLException e) {
      scratch.close();
      throw new IOException(why(file, String.valueOf(e.getMessage())));
    } catch (RuntimeException e) {
      scratch.close();
      throw e;
    }
  }

  private static DuckDBConnection connect(String path, Path scratch) throws SQLException {
    DuckDBConnection database =
        new DuckDBDriver()
            .connect("jdbc:duckdb:" + path, settings(scratch))
            .unwrap(DuckDBConnection.class);
    try {
      lock(database);
      return database;
    } catch (SQLException | RuntimeException e) {
      database.close();
      throw e;
    }
  }

  private static Properties settings(Path scratch) {
    int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
    Properties settings = new Properties();
    settings.setProperty("access_mode", "READ_ONLY");
    settings.setProperty("jdbc_instance_cache", "false"); // others may have opened it otherwise
    settings.setProperty("enable_external_access", "false");
    settings.setProperty("autoload_known_extensions", "false");
    settings.setProperty("autoinstall_known_extensions", "false");
    settings.setProperty("allow_community_extensions", "false");
    settings.setProperty("allow_persistent_secrets", "false");
    settings.setProperty("temp_directory", scratch.toString());
    settings.setProperty("max_temp_directory_size", DISK.replace(" ", ""));
    settings.setProperty("memory_limit", MEMORY.replace(" ", ""));
    settings.setProperty("threads", String.valueOf(threads));
    settings.setProperty("errors_as_json", "true");
    settings.setProperty("jdbc_stream_results", "true");
    return settings;
  }

  private static void lock(Connection database) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute("SET TimeZone = 'UTC'");
    }
    try (Statement statement = database.createStatement()) {
      statement.execute(macros());
    }
    try (Statement statement = database.createStatement()) {
      statement.execute("SET lock_configuration = true");
    }
  }

  private static String macros() {
    try (InputStream in = LockedCase.class.getResourceAsStream("macros.sql")) {
      if (in == null) {
        throw new IllegalStateException("macros.sql is not in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String why(Path file, String message) {
    if (message.contains("Could not set lock")) {
      return "another process is writing to the case " + file + ": wait until it has done";
    }
    return "cannot open the case " + file + ": " + message.lines().findFirst().orElse("");
  }

  /**
   * Asks one question.
   *
   * @param sql one statement, without a semicolon or with one at its end
   * @param values of its parameters: {@code name} for {@code $name}
   * @return the answer, to be closed; the one before it ends
   * @throws QueryException where there is none
   */
  public Answer ask(String sql, Map<String, String> values) throws QueryException {
    cancelled = false;
    gate.pass(sql);
    List<String> bound = new ArrayList<>();
    String numbered = numbered(sql, values, bound);
    Failure failure = new Failure(beside, numbered);
    PreparedStatement statement = null;
    try {
      statement = prepare(numbered, bound);
      running = statement;
      if (cancelled) {
        throw failure.cancelled();
      }
      Answer made = new Answer(this, statement, statement.executeQuery(), failure);
      answer = made;
      return made;
    } catch (SQLException e) {
      close(statement);
      throw cancelled ? failure.cancelled() : failure.of(unmasked(e, numbered, bound));
    } finally {
      running = null;
    }
  }

  private PreparedStatement prepare(String sql, List<String> values) throws SQLException {
    PreparedStatement statement = database.prepareStatement(sql);
    for (int i = 0; i < values.size(); i++) {
      statement.setString(i + 1, values.get(i));
    }
    return statement;
  }

  private static void close(@Nullable Statement statement) {
    try {
      if (statement != null) {
        statement.close();
      }
    } catch (SQLException nothingIsLost) {
      // it had failed already
    }
  }

  /** The driver does not pass on why a streamed answer fails at its begin; this call of it does. */
  private SQLException unmasked(SQLException e, String sql, List<String> values) {
    if (!String.valueOf(e.getMessage()).contains(MASKED)) {
      return e;
    }
    try (DuckDBPreparedStatement statement = database.prepare(sql)) {
      for (int i = 0; i < values.size(); i++) {
        statement.setString(i + 1, values.get(i));
      }
      running = statement;
      statement.query().close();
      return new SQLException("this cannot be worked out");
    } catch (SQLException reason) {
      return reason;
    }
  }

  /** DuckDB's driver knows parameters by number only; what replaces a name is as long as it. */
  private static String numbered(String sql, Map<String, String> values, List<String> bound)
      throws QueryException {
    List<String> names = new ArrayList<>();
    StringBuilder out = new StringBuilder();
    int from = 0;
    for (SqlToken token : SqlTokens.of(sql)) {
      if (token.kind() == Kind.PARAMETER) {
        String name = token.in(sql).substring(1);
        String value = values.get(name);
        if (value == null) {
          String message =
              name.isEmpty()
                  ? "a parameter has to have a name: $name in place of ?"
                  : "the parameter $" + name + " has no value";
          throw new QueryException(Why.WRONG, message, token.start(), token.end());
        }
        if (!names.contains(name)) {
          names.add(name);
          bound.add(value);
        }
        String number = "$" + (names.indexOf(name) + 1);
        int blanks = Math.max(0, token.end() - token.start() - number.length());
        out.append(sql, from, token.start()).append(number).append(" ".repeat(blanks));
        from = token.end();
      }
    }
    return out.append(sql, from, sql.length()).toString();
  }

  /** Ends what is being worked out, from another thread; where nothing is, nothing happens. */
  public void cancel() {
    cancelled = true;
    Answer given = answer;
    if (given != null) {
      given.cancel();
    }
    Statement statement = running;
    try {
      if (statement != null) {
        statement.cancel();
      }
    } catch (SQLException ended) {
      // then there is nothing to cancel
    }
  }

  /** Where intermediate results are. */
  Path scratch() {
    return scratch.path();
  }

  void done(Answer closed) {
    if (answer == closed) {
      answer = null;
    }
  }

  /**
   * Gives a question a name that others can use, for as long as the case is open.
   *
   * @param name anything
   * @param sql a question without parameters
   * @throws QueryException where it is none that could be asked
   */
  public void name(String name, String sql) throws QueryException {
    gate.pass(sql);
    String view = "CREATE OR REPLACE TEMP VIEW \"" + name.replace("\"", "\"\"") + "\" AS ";
    try (Statement statement = database.createStatement()) {
      statement.execute(view + sql + "\n");
    } catch (SQLException e) {
      throw new Failure(beside, sql).of(e);
    }
  }

  @Override
  public void close() {
    try {
      beside.close();
      database.close();
    } catch (SQLException nothingIsLost) {
      // nothing was written
    } finally {
      scratch.close();
    }
  }
}
