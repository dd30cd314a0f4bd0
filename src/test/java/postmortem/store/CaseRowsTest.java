package postmortem.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import postmortem.event.EventKind;
import postmortem.event.flat.Column;
import postmortem.event.flat.ColumnType;
import postmortem.event.flat.FlatRow;
import postmortem.event.flat.RowBuilder;
import postmortem.incident.CaseReport;
import postmortem.report.MetricsJson;
import postmortem.run.Analysis;
import postmortem.run.Progress;
import postmortem.run.RunSettings;

/** What is stored is what was read: of all samples of all formats, each column of each event. */
final class CaseRowsTest {

  private static final List<Path> EVIDENCE =
      List.of(Path.of("testdata/format"), Path.of("testdata/case/relayed-2010/evidence"));

  @TempDir private static Path folder;

  private static final List<String> rows = new ArrayList<>(); // as they were read
  private static final Set<EventKind> kinds = EnumSet.noneOf(EventKind.class);
  private static Path file;
  private static CaseReport report;

  @BeforeAll
  static void ingest() throws IOException {
    file = folder.resolve("mail.case");
    try (CaseWriter writer = CaseWriter.create(file)) {
      Consumer<FlatRow> to =
          row -> {
            rows.add(text(row));
            kinds.add(row.kind());
            writer.add(row);
          };
      report = Analysis.ingest(EVIDENCE, RunSettings.STANDARD, "test", Progress.NONE, null, to);
      to.accept(alert());
      writer.finish(report, MetricsJson::of, List.of());
    }
    rows.sort(null);
  }

  /** No format tells of alerts yet. */
  private static FlatRow alert() {
    return new RowBuilder(0)
        .number(Column.TIME, 1)
        .word(Column.KIND, EventKind.ALERT)
        .words(Column.SIGNATURE, "it's \u00e9vil \u0000")
        .number(Column.PRIORITY, 1)
        .number(Column.LEDGER, 0)
        .build();
  }

  private static String text(FlatRow row) {
    return Arrays.stream(Column.values())
        .map(
            column ->
                !row.has(column)
                    ? "null"
                    : switch (column.type()) {
                      case TEXT -> String.valueOf(row.text(column));
                      case ADDRESS -> String.valueOf(row.address(column));
                      case REAL -> String.valueOf(row.real(column));
                      case BOOLEAN -> String.valueOf(row.flag(column));
                      case INTEGER, TIME -> String.valueOf(row.number(column));
                    })
        .collect(Collectors.joining("|"));
  }

  private static String selected(Column column) {
    String name = Field.of(column).quoted();
    return column.type() == ColumnType.TIME ? "epoch_ns(" + name + ")" : name;
  }

  private static List<String> select(String sql) throws SQLException {
    try (Connection database = Database.open(file, true);
        Statement statement = database.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      List<String> all = new ArrayList<>();
      while (found.next()) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
          values.add(String.valueOf(found.getString(i)));
        }
        all.add(String.join("|", values));
      }
      return all;
    }
  }

  @Test
  void theViewOfEventsHasEachColumnOfEachEvent() throws SQLException {
    String columns =
        Arrays.stream(Column.values())
            .map(CaseRowsTest::selected)
            .collect(Collectors.joining(", "));
    List<String> stored = select("SELECT " + columns + " FROM events");
    stored.sort(null);
    assertFalse(rows.isEmpty());
    assertEquals(rows, stored);
  }

  @Test
  void theSamplesHaveAllKinds() {
    assertEquals(EnumSet.allOf(EventKind.class), kinds);
  }

  /** The view of a kind has the same values as that of all, and no column is missing from it. */
  @ParameterizedTest
  @EnumSource(EventTable.class)
  void theViewOfAKindIsAPartOfAll(EventTable table) throws SQLException {
    String kind = table.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    String own =
        Arrays.stream(Column.values())
            .filter(table::has)
            .map(column -> Field.of(column).quoted())
            .collect(Collectors.joining(", "));
    String all = "SELECT " + own + " FROM events WHERE kind = '" + kind + "' ORDER BY ALL";
    List<String> stored = select("SELECT * FROM " + table.view() + " ORDER BY ALL");
    assertFalse(stored.isEmpty());
    assertEquals(select(all), stored);
    String others =
        Arrays.stream(Column.values())
            .filter(column -> !table.has(column))
            .map(column -> "count(" + Field.of(column).quoted() + ")")
            .collect(Collectors.joining(" + "));
    assertEquals(
        List.of("0"), select("SELECT " + others + " FROM events WHERE kind = '" + kind + "'"));
  }

  @Test
  void eachViewAndEachOfItsColumnsHasAComment() throws SQLException {
    assertEquals(
        List.of(),
        select(
            "SELECT view_name FROM duckdb_views() WHERE NOT internal AND comment IS NULL"
                + " UNION ALL SELECT table_name || '.' || column_name FROM duckdb_columns()"
                + " WHERE NOT internal AND schema_name = 'main' AND comment IS NULL"));
    assertEquals(
        List.of(Column.PEER_ADDRESS.meaning()),
        select(
            "SELECT comment FROM duckdb_columns() WHERE table_name = 'events'"
                + " AND column_name = 'peer_address'"));
  }

  @Test
  void findingsIncidentsAndLedgerAreThoseOfTheReport() throws SQLException {
    assertTrue(report.findings().size() > 1);
    assertEquals(
        report.findings().stream().map(f -> f.id() + "|" + f.count()).toList(),
        select("SELECT id, records FROM findings"));
    assertEquals(
        report.findings().stream().map(f -> MetricsJson.of(f.metrics())).toList(),
        select("SELECT metrics FROM findings"));
    assertEquals(
        report.incidents().stream().map(i -> i.id() + "|" + i.start()).toList(),
        select("SELECT id, epoch_ns(start_time) FROM incidents"));
    assertEquals(
        report.ledger().stream().map(e -> e.id() + "|" + e.path() + "|" + e.sha256()).toList(),
        select("SELECT id, path, sha256 FROM ledger"));
  }

  @Test
  void theReportComesOutAsItWasPutIn() throws IOException {
    CaseFile known = CaseFile.find(file);
    assertNotNull(known);
    assertEquals(report, known.report());
  }
}
