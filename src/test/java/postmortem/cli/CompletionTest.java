package postmortem.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import postmortem.testing.Tools;

/** The completion as a real bash does it. */
final class CompletionTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "'', analyze inspect show formats completion",
    "an, analyze",
    "analyze --own, --own-network",
    "analyze --fo, --force",
    "inspect --no, --no-progress"
  })
  void bashCompletes(String typed, String expected) throws Exception {
    Path script = folder.resolve("completion");
    Captured run = Captured.run("completion", "bash");
    assertEquals(0, run.status(), run.toString());
    assertEquals("", run.err());
    Files.writeString(script, run.out(), UTF_8);
    String program =
        """
        source "$1"
        read -r -a COMP_WORDS <<<"postmortem $2"
        [ -n "$2" ] || COMP_WORDS+=("")
        COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
        COMPREPLY=()
        COMP_LINE="postmortem $2"
        COMP_POINT=${#COMP_LINE}
        _complete_postmortem
        printf '%s\\n' "${COMPREPLY[@]}"
        """;
    String said = bash(program, script.toString(), typed);
    for (String word : expected.split(" ", -1)) {
      assertTrue(said.lines().anyMatch(line -> line.strip().equals(word)), said);
    }
  }

  @Test
  void sameProgramSameScript() {
    String script = Captured.run("completion", "zsh").out();
    assertEquals(script, Captured.run("completion", "bash").out());
    assertTrue(script.lines().noneMatch(line -> line.contains("Date:")), script);
  }

  private static String bash(String program, String... arguments) throws Exception {
    Process process = start(program, arguments);
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertTrue(process.waitFor(1, TimeUnit.MINUTES));
    return said;
  }

  private static Process start(String program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Tools.require("bash").toString());
    command.addAll(List.of("--norc", "-c", program, "bash"));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }
}
