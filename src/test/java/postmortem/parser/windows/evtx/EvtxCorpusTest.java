package postmortem.parser.windows.evtx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import postmortem.event.Names;
import postmortem.parser.Fate;
import postmortem.parser.ParseSettings;
import postmortem.parser.PieceInput;
import postmortem.parser.Reading;
import postmortem.parser.Sample;
import postmortem.parser.SampleCase;
import postmortem.parser.windows.Ignoring;
import postmortem.testing.Corpus;

/** Real EVTX files have the records, ids and numbers that other readers find in them. */
final class EvtxCorpusTest {

  /** Columns of EXPECTED.tsv. */
  private static final int RAW_WALK = 6;

  private static final int FIRST_ID = 9;
  private static final int LAST_ID = 10;
  private static final int COUNTS = 11;

  /** The table counts whole records in these; ours counts the one that is cut off, as rejected. */
  private static final List<String> CUT =
      List.of("plaso-System2-truncated.evtx", "derived-truncated-mid-chunk.evtx");

  /**
   * Where ours finds more than the table: a chunk that lost its signature; live records behind a
   * record of size 0; and, in the last file, 31 live records behind a zeroed page and 81 in two
   * chunks that have lost their beginning, with the templates of other chunks. Its rejections are
   * four torn records and three zeroed pages.
   */
  private static final Map<String, Integer> RECORDS =
      Map.of(
          "derived-second-chunk-magic-lost.evtx", 295,
          "omer-zero-data-size-event.evtx", 450,
          "omer-bad_chunk_magic.evtx", 387);

  private static final Map<String, Integer> REJECTED =
      Map.of(
          "derived-one-damaged-record.evtx", 1,
          "omer-zero-data-size-event.evtx", 1,
          "omer-bad_chunk_magic.evtx", 7);

  @TestFactory
  List<DynamicTest> asExpected() throws IOException {
    Path folder = Corpus.require("evtx");
    List<DynamicTest> tests = new ArrayList<>();
    List<String> head = List.of();
    for (String line : Files.readAllLines(folder.resolve("EXPECTED.tsv"))) {
      List<String> row = List.of(line.split("\t", -1));
      if (line.startsWith("file\t")) {
        head = row;
      } else if (!line.startsWith("#") && !line.isEmpty()) {
        List<String> columns = head;
        tests.add(
            DynamicTest.dynamicTest(
                row.get(0), () -> check(folder.resolve(row.get(0)), columns, row)));
      }
    }
    return tests;
  }

  private static void check(Path file, List<String> columns, List<String> row) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Sample sample = SampleCase.sample(file.getFileName().toString(), bytes);
    assertEquals("CERTAIN", new EvtxParser().probe(sample).name());
    Reading.whole(new EvtxParser(), "x.evtx", bytes, new ParseSettings(null, 0, 1 << 20));
    Counts counts = new Counts(bytes);
    if (!RECORDS.containsKey(row.get(0))) {
      assertTrue(leftovers(counts.notes) >= leftovers(columns, row), counts.notes);
    }
    boolean cut = CUT.contains(row.get(0));
    int whole = Integer.parseInt(row.get(RAW_WALK));
    int expectedRecords = RECORDS.getOrDefault(row.get(0), whole + (cut ? 1 : 0));
    assertEquals(expectedRecords, counts.records, "records");
    assertEquals(cut ? 1 : REJECTED.getOrDefault(row.get(0), 0), counts.rejected, "rejected");
    if (cut) {
      return;
    }
    if (!row.get(FIRST_ID).isEmpty()) {
      assertEquals(Long.parseLong(row.get(FIRST_ID)), counts.first, "first EventRecordID");
      if (!RECORDS.containsKey(row.get(0))) {
        assertEquals(Long.parseLong(row.get(LAST_ID)), counts.last, "last EventRecordID");
      }
      for (int i = COUNTS; columns.get(i).startsWith("n"); i++) {
        int id = Integer.parseInt(columns.get(i).substring(1));
        int expected = Integer.parseInt(row.get(i));
        assertEquals(expected, counts.ids.getOrDefault(id, 0), columns.get(i));
      }
    }
  }

  private static int leftovers(List<String> columns, List<String> row) {
    Matcher recovered =
        Pattern.compile("/(\\d+)")
            .matcher(row.get(columns.indexOf("libevtx_info_records/recovered")));
    return recovered.find() ? Integer.parseInt(recovered.group(1)) : 0;
  }

  private static int leftovers(String notes) {
    Matcher left = Pattern.compile("(\\d+) records? (is|are) left over").matcher(notes);
    return left.find() ? Integer.parseInt(left.group(1)) : 0;
  }

  /** What a file holds, whoever logged it. */
  private static final class Counts {
    private final Map<Integer, Integer> ids = new TreeMap<>();
    private int records;
    private int rejected;
    private long first;
    private long last;
    private String notes = "";

    Counts(byte[] bytes) throws IOException {
      PieceInput piece = new PieceInput(new ByteArrayInputStream(bytes), 0, 1, 0, 0);
      Ignoring sink = new Ignoring(new Names());
      try (EvtxReader reader = new EvtxReader(piece, false)) {
        for (Fate fate = reader.next(sink); fate != Fate.END; fate = reader.next(sink)) {
          records++;
          if (fate == Fate.REJECTED) {
            rejected++;
            continue;
          }
          ids.merge(reader.values().id(), 1, Integer::sum);
          first = first == 0 ? reader.logNumber() : first;
          last = reader.logNumber();
        }
        notes = String.join(" ", reader.notes());
      }
    }
  }
}
