package postmortem.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import postmortem.evidence.LedgerEntry;
import postmortem.incident.CaseReport;
import postmortem.incident.Verdict;

class LedgerReportTest {

  private static final String BOMB = "stopped: expands too much";

  private static LedgerEntry unread(int id, long size) {
    return new LedgerEntry(
        id,
        "file" + id,
        null,
        size,
        null,
        "none",
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        0,
        0,
        0,
        0,
        0,
        0,
        List.of(new LedgerEntry.Unread(0, size, BOMB)),
        List.of(),
        null,
        null,
        List.of(),
        List.of());
  }

  private static String written(ReportWriter writer, int files, long size) throws IOException {
    CaseReport report =
        new CaseReport(
            "VERSION",
            new TreeMap<>(),
            new Verdict(Verdict.Hit.CANNOT_TELL, "", null, List.of()),
            IntStream.range(0, files).mapToObj(id -> unread(id, size)).toList(),
            List.of(),
            List.of(),
            new TreeMap<>(),
            List.of(),
            List.of(),
            List.of());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    writer.write(report, out);
    return out.toString(UTF_8);
  }

  @ParameterizedTest
  @CsvSource({"-1, null", "0, 0", "305781876, 305781876"})
  void aSizeThatNobodyKnowsIsNull(long size, String shown) throws IOException {
    String json = written(new JsonReport(), 1, size);
    assertTrue(json.contains("\"size\": " + shown + ","), json);
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "100, 0", "101, 1", "1500, 1400"})
  void longListsOfFilesSayHowManyMoreThereAre(int files, int more) throws IOException {
    String markdown = written(new MarkdownReport(), files, 10);

    int shown = files - more;
    assertEquals(shown, markdown.lines().filter(l -> l.startsWith("| `file")).count());
    assertEquals(shown, markdown.lines().filter(l -> l.startsWith("- `file")).count());
    String sentence = "... and " + more + " more, all in report.json.";
    assertEquals(more > 0 ? 2 : 0, markdown.lines().filter(sentence::equals).count());
  }

  @Test
  void allFilesAreInTheJson() throws IOException {
    String json = written(new JsonReport(), 1500, 10);
    assertEquals(1500, json.lines().filter(l -> l.contains(BOMB)).count());
  }
}
