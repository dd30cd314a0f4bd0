package postmortem.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import postmortem.analysis.RunMerge;
import postmortem.event.flat.Column;
import postmortem.event.flat.FlatRow;
import postmortem.evidence.LedgerEntry;
import postmortem.parser.SampleCase;

/** The events of a folder: each once, in one order, whoever read them. */
class EventRowsTest {

  private static final Path CASE = Path.of("testdata/case/relayed-2010/evidence");
  private static final long MUCH = 32L << 20;

  @TempDir private Path folder;

  private static RunSettings settings(int threads, long pieceBytes) {
    RunSettings s = RunSettings.STANDARD;
    return new RunSettings(
        s.zones(),
        s.years(),
        s.dateOrders(),
        s.parsers(),
        false,
        threads,
        pieceBytes,
        s.factBytes(),
        s.limits(),
        s.detectors());
  }

  private static List<FlatRow> rows(Path evidence, RunSettings settings, long rowBytes)
      throws IOException {
    List<FlatRow> rows = new ArrayList<>();
    try (TempSpill spill = new TempSpill()) {
      Reading.Result read =
          new Reading(settings, BuiltIns.parsers(), Progress.NONE, spill, rowBytes)
              .read(List.of(evidence));
      EventRows.forEach(
          read, Whole.of(Gathered.of(read, settings, spill), settings, spill), settings, rows::add);
    }
    return rows;
  }

  private static List<FlatRow> rows(Path evidence) throws IOException {
    return rows(evidence, RunSettings.STANDARD, MUCH);
  }

  private static List<String> texts(List<FlatRow> rows) {
    return rows.stream().map(FlatRow::toString).toList();
  }

  @Test
  void anyThreadsPiecesAndMemoryGiveTheSame() throws IOException {
    List<String> expected = texts(rows(CASE));
    assertEquals(expected, texts(rows(CASE, settings(1, 64 << 20), 1)));
    assertEquals(expected, texts(rows(CASE, settings(2, 4096), 1 << 20)));
  }

  @Test
  void theyComeInTheOrderOfTime() throws IOException {
    long last = Long.MIN_VALUE;
    for (FlatRow row : rows(CASE)) {
      assertTrue(last <= row.number(Column.TIME), row.toString());
      last = row.number(Column.TIME);
    }
  }

  /**
   * Where each record that tells of an event tells of one, there are as many as the ledger counts;
   * but the join makes one of an attempt that several records tell of.
   */
  @ParameterizedTest
  @CsvSource({
    "evtx, 1",
    "evt, 5",
    "windows-event-xml, 0",
    "eventviewer-csv-2003, 0",
  })
  void aRecordThatTellsOfAnEventIsARow(String format, int joined) throws IOException {
    int gone = 0;
    for (SampleCase sample : SampleCase.of(format)) {
      List<Path> evidence = List.of(sample.folder().resolve(sample.path()));
      try (TempSpill spill = new TempSpill()) {
        RunSettings settings = RunSettings.STANDARD;
        Reading.Result read =
            new Reading(settings, BuiltIns.parsers(), Progress.NONE, spill, MUCH).read(evidence);
        List<LedgerEntry> ledger = new LedgerWriter(read, settings, List.of()).entries();
        int rows = 0;
        try (RunMerge<RowCursor> merge = Objects.requireNonNull(read.collected().rows).open()) {
          while (merge.next() != null) {
            rows++;
          }
        }
        assertEquals(ledger.get(0).events(), rows, sample.name());
        gone += rows - rows(evidence.get(0)).size();
      }
    }
    assertEquals(joined, gone);
  }

  /** A copy adds nothing; another export of the same event log neither. */
  @Test
  void whatIsToldTwiceIsThereOnce() throws IOException {
    SampleCase sample = SampleCase.of("evtx").get(0);
    Path log = sample.folder().resolve(sample.path());
    Files.copy(log, folder.resolve("a.evtx"));
    List<String> once = places(rows(folder));
    Files.copy(log, folder.resolve("b.evtx"));
    assertEquals(once, places(rows(folder)));
  }

  private static List<String> places(List<FlatRow> rows) {
    return rows.stream().map(r -> r.number(Column.RECORD) + " " + r.kind()).toList();
  }

  /** What one machine was told of by nobody else comes with what others know of it. */
  @Test
  void whatOtherRecordsKnowIsInTheRow() throws IOException {
    SampleCase sample =
        SampleCase.of("evt").stream()
            .filter(s -> s.name().equals("security-2000"))
            .findFirst()
            .orElseThrow();
    List<FlatRow> rows = rows(sample.folder().resolve(sample.path()));
    assertEquals("wrong-password", rows.get(0).text(Column.REASON)); // record 2 says so
    assertEquals("unattributed", rows.get(0).text(Column.ADDRESS_BASIS));
    assertEquals("info", rows.get(0).text(Column.ACCOUNT));
    assertEquals("TAILSPIN\\info", rows.get(0).text(Column.ACCOUNT_LOGGED));
    FlatRow refused = rows.get(3);
    assertEquals("other-record", refused.text(Column.ADDRESS_BASIS));
    assertEquals("192.0.2.50", String.valueOf(refused.address(Column.PEER_ADDRESS))); // record 8
  }

  /** The greeting of the other server is no session of its own. */
  @Test
  void aSessionThatWeOpenedIsOneRow() throws IOException {
    Set<String> keys = new HashSet<>();
    for (FlatRow row : rows(CASE)) {
      if (row.is(Column.FORMAT, "exchange-smtp-send") && row.is(Column.KIND, "session")) {
        assertTrue(keys.add(row.text(Column.SESSION)), row.toString());
        assertTrue(row.number(Column.COMMANDS) > 0, row.toString());
      }
    }
    assertEquals(540, keys.size());
  }
}
