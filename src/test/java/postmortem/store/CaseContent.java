package postmortem.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import postmortem.report.MetricsJson;
import postmortem.run.Analysis;
import postmortem.run.Progress;
import postmortem.run.RunSettings;

/** All that a case says, to be compared: each view, as it is without any order asked for. */
public final class CaseContent {

  private CaseContent() {}

  /** The rows of each view, in the order in which they come. */
  public static SortedMap<String, List<String>> of(Path file) throws IOException {
    SortedMap<String, List<String>> content = new TreeMap<>();
    try (Connection database = Database.open(file, true);
        Statement statement = database.createStatement()) {
      for (String view :
          rows(statement, "SELECT view_name FROM duckdb_views() WHERE NOT internal")) {
        content.put(view, rows(statement, "SELECT * FROM " + view));
      }
    } catch (SQLException e) {
      throw new IOException(e);
    }
    return content;
  }

  /** Makes a case of evidence, and says what is in it. */
  public static SortedMap<String, List<String>> of(Path evidence, Path file) throws IOException {
    try (CaseWriter writer = CaseWriter.create(file)) {
      writer.finish(
          Analysis.ingest(
              List.of(evidence),
              RunSettings.STANDARD,
              "0.1",
              Progress.NONE,
              writer.gathered(),
              writer::add),
          MetricsJson::of,
          List.of());
    }
    return of(file);
  }

  /** Where a file differs from what it was. */
  public static List<String> differences(byte[] before, Path file) throws IOException {
    int at = Arrays.mismatch(before, Files.readAllBytes(file));
    return at < 0 ? List.of() : List.of("byte " + at);
  }

  private static List<String> rows(Statement statement, String sql) throws SQLException {
    List<String> all = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(sql)) {
      int width = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        StringBuilder row = new StringBuilder();
        for (int i = 1; i <= width; i++) {
          row.append(i == 1 ? "" : "|").append(rows.getString(i));
        }
        all.add(row.toString());
      }
    }
    return all;
  }
}
