package postmortem.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UnmatchedRuleTest {

  @TempDir Path folder;

  @BeforeEach
  void writeEvidence() throws IOException {
    Files.writeString(folder.resolve("mail.log"), "no log\n");
  }

  @Test
  void aRuleThatMatchesAFileIsNoFailure() {
    assertEquals(0, inspect("--zone", "mail*=+01:00").status());
  }

  @Test
  void aZoneForNoFileIsWrongUsage() {
    assertEquals(
        new Captured(
            2,
            "",
            "postmortem: no file matches 'fw*.log' (zone = fw*.log=+01:00):"
                + " compare it with the paths that 'postmortem inspect' lists\n"),
        inspect("--zone", "fw*.log=+01:00"));
  }

  @Test
  void aParserForNoFileIsWrongUsage() {
    Captured run = inspect("--parser", "x/mail.log=iis-smtp-w3c");
    assertEquals(2, run.status());
    assertEquals(1, run.err().lines().count(), run.err());
  }

  private Captured inspect(String option, String rule) {
    Captured run = Captured.run("inspect", folder.toString(), option, rule);
    return new Captured(
        run.status(), run.status() == 0 ? "" : run.out(), run.err().replace("\r\n", "\n"));
  }
}
