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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import postmortem.Golden;
import postmortem.store.RealCase;

/** The command {@code shell} at the end of a pipe. */
final class ShellTest {

  private static final Path EXPECTED = Path.of("testdata/case/relayed-2010/expected/shell");
  private static final String LOG =
      "EX01/TransportRoles/Logs/ProtocolLog/SmtpReceive/RECV20101117-1.LOG.gz";

  @TempDir private Path folder;

  private static Captured typed(Path file, String text) {
    InputStream before = System.in;
    String terminals = System.setProperty("postmortem.terminals", "");
    try {
      System.setIn(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
      return Captured.run("shell", file.toString(), "--no-progress");
    } finally {
      System.setIn(before);
      if (terminals == null) {
        System.clearProperty("postmortem.terminals");
      } else {
        System.setProperty("postmortem.terminals", terminals);
      }
    }
  }

  private static String told(String text) throws IOException {
    Captured run = typed(RealCase.file(), text);
    assertEquals("", run.err());
    assertEquals(0, run.status());
    return run.out();
  }

  /** A command and the name of the file with what it says. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "help|.help",
        "tables|.tables",
        "schema|.schema sessions",
        "incidents|.incidents",
        "steps|.incidents incident-f1f7606693",
        "findings|.findings relay",
        "finding|.finding auth.brute",
        "timeline|.timeline",
        "rate|.rate auth by outcome every 12h",
        "top|.top 5 account of auth",
        "sessions|.sessions of 198.51.100.201",
        "pivot-address|.pivot 203.0.113.66",
        "pivot-account|.pivot M.Brandt",
        "queries|.queries",
        "run|.run about-account account=m.brandt",
        "evidence|.evidence " + LOG + ":6697"
      })
  void commandsTellWhatTheCaseKnows(String name, String command) throws IOException {
    Golden.assertSame(EXPECTED.resolve(name + ".txt"), told(command + "\n"));
  }

  @Test
  void chartsDrawAnswers() throws IOException {
    Golden.assertSame(
        EXPECTED.resolve("charts.txt"),
        told(
            """
            SELECT outcome, count(*) AS n FROM auth GROUP BY ALL ORDER BY ALL;
            .chart bars
            .chart line SELECT quantize(time, 7200) AS t, count(*) FROM auth GROUP BY ALL ORDER BY ALL
            .chart heat SELECT time, 1 FROM auth
            .zone +09:00
            .chart heat SELECT time, 1 FROM auth
            """));
  }

  @Test
  void statementsMayHaveManyLines() throws IOException {
    assertEquals(
        "a\n-\n1\nb\n---\n; x\nc\n-\n3\n",
        told("SELECT\n 1 -- ;\n AS a; SELECT '; x'\n AS b;\nSELECT 3 AS c"));
  }

  /** The first failure decides on the status, and does not end the rest. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT nope;",
        ".nope",
        ".finding nope",
        ".finding a",
        ".rate ledger",
        ".rate auth by nope",
        ".rate auth every 0m",
        ".rate auth every 10",
        ".top nope",
        ".sessions",
        ".pivot nobody-at-all",
        ".chart pie SELECT 1, 2",
        ".chart bars SELECT 1",
        ".zone Mars/Olympus",
        ".format xml",
        ".run nope",
        ".evidence nothing",
        ".evidence nothing:1",
        ".export",
        ".export x.csv",
        ".source /no/such/file",
        ".save BAD SELECT 1",
        ".save x COPY events TO 'y'",
        ".t",
        "DROP TABLE events;"
      })
  void aFailureIsOneLineAndTheStatus(String line) throws IOException {
    Captured run = typed(RealCase.file(), line + "\nSELECT 1 AS a;\n");
    assertEquals(1, run.status());
    assertEquals("a\n-\n1\n", run.out());
    assertTrue(run.err().startsWith("postmortem: "), run.err());
    assertFalse(run.err().contains("internal error"), run.err());
    assertEquals(1, run.err().lines().filter(l -> !l.startsWith(" ")).count(), run.err());
  }

  @Test
  void quitEndsIt() throws IOException {
    assertEquals("", told(".quit\nSELECT nope;\n"));
  }

  @Test
  void filesAreWrittenOnlyWhereTheUserSays() throws IOException {
    Path csv = folder.resolve("out.csv");
    Path script = Files.writeString(folder.resolve("s.sql"), ".format csv\nSELECT 2 AS b;\n");
    Captured run =
        typed(
            RealCase.file(),
            """
            SELECT 1 AS a;
            .export %1$s
            .export %1$s
            .export %2$s/x.csv
            .source %3$s
            .report %4$s/report
            """
                .formatted(csv, RealCase.EVIDENCE, script, folder));
    assertEquals("a\n-\n1\nb\r\n2\r\n", run.out());
    assertEquals("a\r\n1\r\n", Files.readString(csv));
    assertEquals(2, run.err().lines().count(), run.err());
    assertTrue(run.err().contains("is there already"), run.err());
    assertTrue(run.err().contains("evidence is never changed"), run.err());
    try (Stream<Path> files = Files.list(folder.resolve("report"))) {
      assertEquals(3, files.count());
    }
  }

  @Test
  void aFileThatNamesItselfEnds() throws IOException {
    Path script = folder.resolve("s.sql");
    Files.writeString(script, ".source " + script + "\nSELECT 1 AS a;\n");
    Captured run = typed(RealCase.file(), ".source " + script + "\n");
    assertEquals("a\n-\n1\n", run.out());
    assertEquals(1, run.status());
  }

  @Test
  void evidenceThatIsGoneOrAnotherIsSaid() throws IOException {
    Path log = folder.resolve("logs/RECV20101117-1.LOG.gz");
    Files.createDirectories(log.getParent());
    Files.copy(RealCase.EVIDENCE.resolve(LOG), log);
    Path file = folder.resolve("mail.case");
    Captured made = Captured.run("ingest", log.getParent().toString(), "--case", file.toString());
    assertEquals(0, made.status(), made.err());
    String ask = ".evidence " + log.getFileName() + ":6697\n";
    assertTrue(typed(file, ask).out().contains("> 6697: 2010-11-17T23:22:23.210Z,EX01"));
    Files.delete(log);
    Captured gone = typed(file, ask);
    assertEquals(0, gone.status(), gone.err());
    assertTrue(gone.out().contains("\nthe evidence is not there any more: "), gone.out());
    Files.copy(RealCase.EVIDENCE.resolve(LOG.replace("RECV20101117", "RECV20101118")), log);
    assertTrue(typed(file, ask).out().contains("\nthe evidence has changed since it was read: "));
  }
}
