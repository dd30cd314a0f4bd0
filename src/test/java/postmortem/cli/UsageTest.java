package postmortem.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
  void theOutputMayNotLieInTheEvidenceByALinkEither() throws IOException {
    Path evidence = Files.createDirectory(folder.resolve("evidence"));
    Path link = folder.resolve("link");
    try {
      Files.createSymbolicLink(link, evidence);
    } catch (UnsupportedOperationException | IOException e) {
      return; // a system without links has no such way
    }
    String output = link.resolve("new").resolve("report").toString();
    Captured run = Captured.run("analyze", evidence.toString(), "-o", output);
    assertEquals(1, run.status());
    assertTrue(run.err().contains("lies in the evidence"), run.err());
    assertFalse(Files.exists(evidence.resolve("new")));
  }
}
