package postmortem.parser.windows.evt;

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

/** EVT files have the records, ids and numbers that other readers find in them. */
final class EvtCorpusTest {

  /** Columns of EXPECTED.tsv. */
  private static final int LIVE = 3;

  private static final int FIRST_ID = 5;
  private static final int LAST_ID = 6;
  private static final int CARVED = 8;
  private static final int MIN_ID = 9;
  private static final int MAX_ID = 10;
  private static final int COUNTS = 11;

  /** The last record of each is cut off; of the first, another begins before the file. */
  private static final List<String> CUT =
      List.of("derived-SysEvent-no-header.Evt", "derived-SysEvent-truncated-1MiB.Evt");

  @TestFactory
  List<DynamicTest> asExpected() throws IOException {
    Path folder = Corpus.require("evt");
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
    assertEquals("CERTAIN", new EvtParser().probe(sample).name());
    Reading.whole(new EvtParser(), "x.evt", bytes, new ParseSettings(null, 0, 1 << 20));
    Counts counts = new Counts(bytes);
    boolean cut = CUT.contains(row.get(0));
    int carved = Integer.parseInt(row.get(CARVED));
    assertEquals(cut ? 1 : 0, counts.rejected, "rejected");
    assertEquals(
        cut ? carved : Integer.parseInt(row.get(LIVE)), counts.records, "records in force");
    assertTrue(counts.records + counts.overwritten >= carved, "with those that are overwritten");
    int first = cut ? MIN_ID : FIRST_ID;
    int last = cut ? MAX_ID : LAST_ID;
    assertEquals(Long.parseLong(row.get(first)), counts.first, "the lowest number");
    assertEquals(Long.parseLong(row.get(last)), counts.last, "the highest number");
    for (int i = COUNTS; columns.get(i).startsWith("n") && !cut; i++) {
      int id = Integer.parseInt(columns.get(i).substring(1));
      if (columns.get(i).matches("n\\d+")) {
        int expected = Integer.parseInt(row.get(i));
        assertEquals(expected, counts.ids.getOrDefault(id, 0), columns.get(i));
      }
    }
  }

  /** What a file holds, whoever logged it. */
  private static final class Counts {
    private final Map<Integer, Integer> ids = new TreeMap<>();
    private int records;
    private int rejected;
    private long first = Long.MAX_VALUE;
    private long last;
    private final long overwritten;

    Counts(byte[] bytes) throws IOException {
      PieceInput piece = new PieceInput(new ByteArrayInputStream(bytes), 0, 1, 0, 0);
      Ignoring sink = new Ignoring(new Names());
      try (EvtReader reader = new EvtReader(piece, false)) {
        for (Fate fate = reader.next(sink); fate != Fate.END; fate = reader.next(sink)) {
          if (fate == Fate.REJECTED) {
            rejected++;
            continue;
          }
          records++;
          ids.merge(reader.values().id(), 1, Integer::sum);
          first = Math.min(first, reader.logNumber());
          last = Math.max(last, reader.logNumber());
        }
        overwritten = reader.overwritten();
      }
    }
  }
}
