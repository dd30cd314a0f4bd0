package postmortem.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import postmortem.Golden;
import postmortem.shell.AnswerFormat;
import postmortem.store.RealCase;

/** The command {@code query}. Run with {@code -Dgolden.update=true} to write its files anew. */
final class QueryTest {

  private static final Path EXPECTED = Path.of("testdata/case/relayed-2010/expected/query");

  /** What somebody may have written into a log. */
  private static final String HOSTILE =
      """
      SELECT * FROM (VALUES
        (1, '=cmd|''calc''!A1', E'line\\nend'), (2, E'\\x1b[31mred\\x07', '\u202egnp.exe'),
        (3, '| a | `b` <i>', 'http://evil.example/x'), (4, NULL, ''), (-5, '-5', '"quoted", and')
      ) t(n, "a|b", "<b>") ORDER BY n DESC""";

  @TempDir private Path folder;

  private static Captured query(String... arguments) throws IOException {
    return Captured.run(
        Stream.concat(Stream.of("query", RealCase.file().toString()), Stream.of(arguments))
            .toArray(String[]::new));
  }

  private static Captured typed(String text, String... arguments) throws IOException {
    InputStream before = System.in;
    try {
      System.setIn(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
      return query(arguments);
    } finally {
      System.setIn(before);
    }
  }

  @ParameterizedTest
  @EnumSource(AnswerFormat.class)
  void inEachFormat(AnswerFormat format) throws IOException {
    StringBuilder text = new StringBuilder();
    for (String sql :
        List.of(
            "SELECT id, severity, confidence, start_time, records, sources, metrics FROM findings"
                + " WHERE severity = 'critical' ORDER BY id",
            "SELECT account, sum(count) AS n, avg(recipients_accepted) AS mean, min(time) AS first"
                + " FROM events WHERE account IS NOT NULL GROUP BY ALL ORDER BY n DESC, account LIMIT 5",
            HOSTILE,
            "SELECT 1 AS x, 2 AS x WHERE false")) {
      Captured run = query(sql, "--format", format.id());
      assertEquals(0, run.status(), run.err());
      assertEquals("", run.err());
      text.append(run.out()).append("\n");
    }
    for (int c : text.codePoints().toArray()) {
      assertTrue(c >= 0x20 && c != 0x7f && c != 0x202e || c == '\n' || c == '\r', "hidden: " + c);
    }
    Golden.assertSame(
        EXPECTED.resolve(format.id() + ".txt"), text.toString().replace("\r\n", "\n"));
  }

  @Test
  void valuesAreBoundAndNeverSql() throws IOException {
    Captured run =
        query(
            "SELECT $a AS a, $b::INT + 1 AS b",
            "-f",
            "csv",
            "-p",
            "a='; DROP TABLE events; --",
            "--param",
            "b=41");
    assertEquals("a,b\r\n'; DROP TABLE events; --,42\r\n", run.out(), run.err());
  }

  @Test
  void severalQuestionsStopAtTheFirstThatHasNoAnswer() throws IOException {
    Captured run =
        typed(
            "-- first\nSELECT 1 AS a;\nSELECT 'x;y' AS b; SELECT\n nope; SELECT 4",
            "-",
            "-f",
            "csv");
    assertEquals("a\r\n1\r\n\nb\r\nx;y\r\n\n", run.out());
    assertEquals(1, run.status());
    assertEquals(
        """
        postmortem: question 3: Referenced column "nope" was not found because the FROM clause is missing
          line 2:  nope
                   ^^^^
        """,
        run.err());
    Path file = Files.writeString(folder.resolve("q.sql"), "\ufeffSELECT 1 AS a;\n");
    assertEquals("{\"a\":1}\n", query("--file", file.toString(), "-f", "jsonl").out());
  }

  @Test
  void whatIsNoQuestionIsRefused() throws IOException {
    Captured run = query("COPY events TO '" + folder + "/x.csv'");
    assertEquals(1, run.status());
    assertTrue(run.err().startsWith("postmortem: refused: only questions are allowed"), run.err());
    assertTrue(run.err().endsWith("\n          ^^^^\n"), run.err());
    assertFalse(Files.exists(folder.resolve("x.csv")));
  }

  @Test
  void theWrongUseOfItIsToldApart() throws IOException {
    assertEquals(2, query().status());
    assertEquals(2, query("SELECT 1", "--file", "x").status());
    assertEquals(2, query("SELECT 1", "-f", "xml").status());
    assertEquals(2, query(" -- nothing").status());
    assertEquals(1, query("--file", folder.resolve("no.sql").toString()).status());
    Captured none = Captured.run("query", folder.resolve("no.case").toString(), "SELECT 1");
    assertEquals(1, none.status());
    assertTrue(none.err().contains("no such case, file or folder"), none.err());
  }

  @Test
  void aFileIsWrittenWholeOrNot() throws IOException {
    Path out = folder.resolve("out.csv");
    Captured failed =
        query(
            "SELECT CASE WHEN range = 90000 THEN error('late') ELSE '' END FROM range(100000)",
            "-f",
            "csv",
            "-o",
            out.toString());
    assertEquals(1, failed.status());
    assertTrue(failed.err().contains("late"), failed.err());
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(0, files.count());
    }
    assertEquals(0, query("SELECT 1 AS a", "-f", "csv", "-o", out.toString()).status());
    assertEquals("a\r\n1\r\n", Files.readString(out));
    assertEquals(1, query("SELECT 2 AS a", "-o", out.toString()).status());
  }

  @Test
  void timesAreShownInAnyZone() throws IOException {
    assertEquals(
        "t\n-----------------------------\n2010-11-18 00:22:23.210+01:00\n",
        query("SELECT TIMESTAMP '2010-11-17 23:22:23.21' AS t", "--display-zone", "Europe/Berlin")
            .out());
  }

  @Test
  void aFolderOfLogsIsACaseForAsLongAsItIsAsked() throws IOException {
    Captured run =
        Captured.run(
            "query",
            RealCase.EVIDENCE.resolve("EX01/TransportRoles").toString(),
            "SELECT count(*) > 100 AS many FROM events",
            "-f",
            "csv",
            "--no-progress");
    assertEquals("many\r\ntrue\r\n", run.out(), run.err());
  }
}
