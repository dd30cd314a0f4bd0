package postmortem.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import postmortem.Golden;

/** Run with {@code -Dgolden.update=true} to store the texts anew. */
final class StoredHelpTest {

  private static final Path FOLDER = Path.of("src/main/resources/postmortem/cli/help");

  @Test
  void theStoredTextsAreThoseOfTheCommands() throws IOException {
    CommandLine root = Main.commandLine();
    Map<String, CommandLine> commands = new LinkedHashMap<>(root.getSubcommands());
    commands.put("postmortem", root);
    for (Map.Entry<String, CommandLine> command : commands.entrySet()) {
      Golden.assertSame(
          FOLDER.resolve(command.getKey() + ".txt"), command.getValue().getUsageMessage(Ansi.ON));
    }
  }

  @Test
  void theStoredScriptIsThatOfTheCommand() throws IOException {
    String script = Captured.run("completion", "bash").out();
    Golden.assertSame(FOLDER.resolve("completion.sh"), script);
    assertEquals(script, StoredHelp.of("completion", "bash"));
    assertEquals(script, StoredHelp.of("completion", "zsh"));
    assertNull(StoredHelp.of("completion", "fish"));
  }

  @Test
  void theVersionIsWhatPicocliPrints() {
    assertEquals(Captured.run("--version").out(), StoredHelp.of("--version"));
    assertEquals(Captured.run("-V").out(), StoredHelp.of("-V"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "analyze",
        "inspect",
        "events",
        "ingest",
        "query",
        "shell",
        "show",
        "formats",
        "completion"
      })
  void withoutColoursTheyAreWhatPicocliPrints(String command) {
    String stored = StoredHelp.of(command, "--help");
    assertEquals(stored, StoredHelp.of(command, "-h"));
    assertEquals(
        Captured.run(command, "--help").out(), StoredHelp.plain(stored == null ? "" : stored));
  }

  @Test
  void otherArgumentsAreLeftToPicocli() {
    assertNull(StoredHelp.of());
    assertNull(StoredHelp.of("analyze"));
    assertNull(StoredHelp.of("postmortem", "--help"));
    assertNull(StoredHelp.of("../help/analyze", "--help"));
    assertNull(StoredHelp.of("nosuch", "--help"));
    assertNull(StoredHelp.of("analyze", "logs", "--help"));
  }
}
