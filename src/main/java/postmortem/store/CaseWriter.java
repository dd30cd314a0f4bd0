package postmortem.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;
import postmortem.event.flat.FlatRow;
import postmortem.incident.CaseReport;

/**
 * Writes a case. It is complete, or the case is what it was before. One thread's.
 *
 * <p>Rows are added in the order of time, each event once; {@link #finish} ends the work.
 */
public final class CaseWriter implements Closeable {

  private final Path file;
  private final Path unfinished;
  private final Connection database;
  private final Events events;
  private final OutputStream gathered;

  private CaseWriter(Path file, Path unfinished, Connection database) throws SQLException {
    this.file = file;
    this.unfinished = unfinished;
    this.database = database;
    database.setAutoCommit(false);
    Database.execute(database, Schema.statements());
    this.events = new Events(database);
    this.gathered = new GatheredOut(file, database);
  }

  /**
   * Begins a case, beside the file that it is to be.
   *
   * @throws IOException where it cannot be written to, or somebody else is writing it
   */
  public static CaseWriter create(Path file) throws IOException {
    Path unfinished = unfinished(file);
    if (isWritten(unfinished)) {
      throw new IOException("another ingest is writing the case " + file + ": wait for its end");
    }
    discard(unfinished);
    try {
      return new CaseWriter(file, unfinished, Database.open(unfinished, false));
    } catch (SQLException e) {
      throw Database.failure("make", file, e);
    }
  }

  /** Takes what was gathered from the evidence; one thread's, too. */
  public OutputStream gathered() {
    return gathered;
  }

  private static Path unfinished(Path file) {
    return file.resolveSibling(file.getFileName() + ".part");
  }

  /** Does another process hold the lock that DuckDB has on a file while it is open? */
  private static boolean isWritten(Path unfinished) throws IOException {
    if (!Files.exists(unfinished)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      return lock == null;
    }
  }

  /** What a run that was killed has left; and the log of DuckDB that goes with it. */
  private static void discard(Path unfinished) throws IOException {
    Files.deleteIfExists(unfinished);
    Files.deleteIfExists(unfinished.resolveSibling(unfinished.getFileName() + ".wal"));
  }

  /**
   * Adds the row of an event.
   *
   * @throws UncheckedIOException where it cannot be written
   */
  public void add(FlatRow row) {
    try {
      events.add(row);
    } catch (SQLException e) {
      throw new UncheckedIOException(Database.failure("write", file, e));
    }
  }

  /**
   * Adds what was found, and puts the case in its place.
   *
   * @param json how the report writes metrics and thresholds
   * @param arguments paths that were read, as they are to be found again
   * @throws IOException where it cannot be written
   */
  public void finish(
      CaseReport report, Function<Map<String, ?>, String> json, List<String> arguments)
      throws IOException {
    try {
      gathered.close();
      events.flush();
      store(report, json, database);
      store(arguments, database);
      identify(report);
      database.commit();
      database.close();
    } catch (SQLException e) {
      throw Database.failure("write", file, e);
    }
    Files.move(
        unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Puts another report into a case, whose evidence and events stay: it has the one or the other,
   * whatever happens meanwhile.
   *
   * @param json how the report writes metrics and thresholds
   * @param arguments where the evidence is now, as in {@link #finish}
   * @throws IOException where it cannot be written to
   */
  public static void judge(
      Path file, CaseReport report, Function<Map<String, ?>, String> json, List<String> arguments)
      throws IOException {
    try (Connection database = Database.open(file, false)) {
      database.setAutoCommit(false);
      Database.execute(
          database,
          Stream.concat(Stream.of("report", "arguments"), Sheets.ALL.stream().map(Sheet::name))
              .map(table -> "DELETE FROM data." + table)
              .toList());
      store(report, json, database);
      store(arguments, database);
      database.commit();
    } catch (SQLException e) {
      throw Database.failure("write", file, e);
    }
  }

  private static void store(
      CaseReport report, Function<Map<String, ?>, String> json, Connection database)
      throws SQLException {
    for (Sheet<?> sheet : Sheets.ALL) {
      sheet.insert(database.unwrap(DuckDBConnection.class), new Judged(report, json));
    }
    try (PreparedStatement insert =
        database.prepareStatement("INSERT INTO data.report VALUES (?)")) {
      insert.setBytes(1, ReportCodec.write(report));
      insert.execute();
    }
  }

  /** Written last: a file without it is no case. */
  private void identify(CaseReport report) throws SQLException {
    try (PreparedStatement insert =
        database.prepareStatement("INSERT INTO data.postmortem_case VALUES (?, ?, ?)")) {
      insert.setInt(1, Schema.VERSION);
      insert.setString(2, report.version());
      insert.setLong(3, ReportCodec.shape());
      insert.execute();
    }
  }

  private static void store(List<String> arguments, Connection database) throws SQLException {
    try (PreparedStatement insert =
        database.prepareStatement("INSERT INTO data.arguments VALUES (?, ?)")) {
      for (int i = 0; i < arguments.size(); i++) {
        insert.setInt(1, i);
        insert.setString(2, arguments.get(i));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** Ends the work; what is not finished is discarded. */
  @Override
  public void close() throws IOException {
    try {
      database.close();
    } catch (SQLException e) {
      throw Database.failure("close", file, e);
    } finally {
      discard(unfinished);
    }
  }
}
