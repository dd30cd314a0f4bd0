package postmortem.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import postmortem.evidence.KnownFile;
import postmortem.incident.CaseReport;

/**
 * What a case says of itself, and the report in it. Immutable; the file is not open.
 *
 * @param product the version of the program that wrote it
 * @param arguments paths that were read, from the folder of the case
 * @param report null where another version of the program wrote it, which this one cannot read
 * @param judgeable has it kept what findings are made of?
 * @param files all evidence that has a hash, in the order of the ledger
 */
public record CaseFile(
    Path file,
    String product,
    List<String> arguments,
    @Nullable CaseReport report,
    boolean judgeable,
    List<KnownFile> files) {

  private static final byte[] MAGIC = "DUCK".getBytes(StandardCharsets.US_ASCII);
  private static final int MAGIC_AT = 8;

  public CaseFile {
    arguments = List.copyOf(arguments);
    files = List.copyOf(files);
  }

  /**
   * The case that a file is; null where it is none. Without the database, where the file is not
   * one.
   *
   * @throws IOException where it is a case that cannot be read, as that of a later version
   */
  public static @Nullable CaseFile find(Path file) throws IOException {
    if (!Files.isRegularFile(file) || !isDatabase(file)) {
      return null;
    }
    int version = version(file);
    if (version == 0) {
      return null;
    }
    if (version > Schema.VERSION) {
      throw new IOException(
          "the case %s is of schema %d, this postmortem knows up to %d: use a later one"
              .formatted(file, version, Schema.VERSION));
    }
    if (version < Schema.VERSION) {
      Migrations.migrate(file, version);
    }
    return read(file);
  }

  /**
   * Is this file a database? One of another kind is one, too.
   *
   * @throws IOException where the file cannot be read
   */
  public static boolean isDatabase(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(MAGIC_AT + MAGIC.length);
      return head.length == MAGIC_AT + MAGIC.length
          && Arrays.equals(head, MAGIC_AT, head.length, MAGIC, 0, MAGIC.length);
    }
  }

  /** The version of the schema; 0 where it is no case. */
  private static int version(Path file) throws IOException {
    try (Connection database = Database.open(file, true);
        Statement statement = database.createStatement()) {
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT count(*) FROM duckdb_tables()"
                  + " WHERE schema_name = 'data' AND table_name = 'postmortem_case'")) {
        if (!rows.next() || rows.getLong(1) == 0) {
          return 0;
        }
      }
      try (ResultSet rows =
          statement.executeQuery("SELECT max(schema_version) FROM data.postmortem_case")) {
        return rows.next() ? rows.getInt(1) : 0;
      }
    } catch (SQLException e) {
      throw Database.failure("open", file, e);
    }
  }

  private static CaseFile read(Path file) throws IOException {
    try (Connection database = Database.open(file, true);
        Statement statement = database.createStatement()) {
      List<String> arguments = new ArrayList<>();
      try (ResultSet rows =
          statement.executeQuery("SELECT path FROM data.arguments ORDER BY ordinal")) {
        while (rows.next()) {
          arguments.add(rows.getString(1));
        }
      }
      List<KnownFile> files = new ArrayList<>();
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT path, sha256, size FROM ledger WHERE sha256 IS NOT NULL ORDER BY id")) {
        while (rows.next()) {
          files.add(new KnownFile(rows.getString(1), rows.getString(2), rows.getLong(3)));
        }
      }
      return new CaseFile(
          file, product(statement), arguments, report(statement), judgeable(statement), files);
    } catch (SQLException e) {
      throw Database.failure("read", file, e);
    }
  }

  /**
   * What was gathered from the evidence, as it was given to {@link CaseWriter#gathered}; empty
   * where another version of the program wrote the case. To be closed.
   *
   * @throws IOException where it cannot be read
   */
  public InputStream gathered() throws IOException {
    return new GatheredIn(file);
  }

  private static String product(Statement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery("SELECT product FROM data.postmortem_case")) {
      return rows.next() ? rows.getString(1) : "";
    }
  }

  private static boolean judgeable(Statement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery("SELECT ordinal FROM data.gathered LIMIT 1")) {
      return rows.next();
    }
  }

  private static @Nullable CaseReport report(Statement statement) throws SQLException, IOException {
    try (ResultSet rows =
        statement.executeQuery(
            "SELECT body FROM data.report, data.postmortem_case WHERE shape = "
                + ReportCodec.shape())) {
      return rows.next() ? ReportCodec.read(rows.getBytes(1)) : null;
    }
  }
}
