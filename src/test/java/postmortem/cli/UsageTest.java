package postmortem.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a command is told at once, with its place. */
class UsageTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "--threads, 0, is no number from 1 up",
    "--threads, many, is no number from 1 up",
    "--piece-size, -1, is no number from 1 up",
    "--zone, x*=+25:00, is no offset",
    "--fail-on, awful, awful",
  })
  void anOptionWithABadValueIsWrongUsage(String option, String value, String told) {
    String output = folder.resolve("out").toString();
    Captured run = Captured.run("analyze", folder.toString(), "-o", output, option, value);
    assertEquals(2, run.status());
    assertTrue(run.err().contains(option) && run.err().contains(told), run.err());
    assertEquals("", run.out());
  }

  @Test
  void aPeriodThatEndsBeforeItBeginsIsWrongUsage() {
    Captured run =
        Captured.run("inspect", folder.toString(), "--from", "2024-05-02", "--to", "2024-05-01");
    assertEquals(2, run.status());
    assertTrue(run.err().contains("--from is later than --to"), run.err());
  }

  @Test
  void anEmptyPathIsNotThisFolder() {
    Captured run = Captured.run("inspect", "");
    assertEquals(2, run.status());
    assertTrue(run.err().contains("is no path"), run.err());
  }

  @Test
  void aReportThatCannotBeWrittenIsNamedAndLeavesNothing() throws IOException {
    Path evidence = Files.createDirectory(folder.resolve("logs"));
    Path output = folder.resolve("report");
    Files.createDirectories(output.resolve("report.md.part"));
    Captured run = Captured.run("analyze", evidence.toString(), "-o", output.toString(), "--force");
    assertEquals(1, run.status());
    assertTrue(run.err().contains("cannot write " + output.resolve("report.md.part")), run.err());
    assertFalse(Files.exists(output.resolve("report.json")));
    assertFalse(Files.exists(output.resolve("report.json.part")));
  }

  @Test
  void aFullDiskBehindStdoutIsRememberedAndAClosedPipeIsNot() {
    for (String why : List.of("No space left on device", "Broken pipe")) {
      ResultStream result =
          new ResultStream(
              new OutputStream() {
                @Override
                public void write(int b) throws IOException {
                  throw new IOException(why);
                }
              });
      new PrintStream(result, true, StandardCharsets.UTF_8).println("text");
      assertEquals(
          why.equals("Broken pipe") ? ExitStatus.DONE : ExitStatus.COULD_NOT,
          result.status(new PrintStream(OutputStream.nullOutputStream())));
    }
  }

  @Test
  void theOutputMayNotLieInTheEvidenceByALinkEither() throws IOException {
    Path evidence = Files.createDirectory(folder.resolve("evidence"));
    Path link = folder.resolve("link");
    try {
      Files.createSymbolicLink(link, evidence);
    } catch (UnsupportedOperationException | IOException e) {
      abort("no links here, and so no such way: " + e);
    }
    String output = link.resolve("new").resolve("report").toString();
    Captured run = Captured.run("analyze", evidence.toString(), "-o", output);
    assertEquals(1, run.status());
    assertTrue(run.err().contains("lies in the evidence"), run.err());
    assertFalse(Files.exists(evidence.resolve("new")));
  }
}
