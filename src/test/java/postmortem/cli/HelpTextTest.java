package postmortem.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import postmortem.Golden;

/** What is printed without a command line being read is what would be printed with it. */
final class HelpTextTest {

  private static final Path TEXTS = Path.of("src/main/resources/postmortem/cli/help");

  static Stream<String> commands() {
    return Stream.concat(
        Stream.of("postmortem"),
        new TreeSet<>(Main.commandLine().getSubcommands().keySet()).stream());
  }

  private static String told(String command) {
    CommandLine all = Main.commandLine();
    CommandLine one = command.equals("postmortem") ? all : all.getSubcommands().get(command);
    return Objects.requireNonNull(one).getUsageMessage(CommandLine.Help.Ansi.OFF);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void theTextIsThatOfTheCommand(String command) throws IOException {
    Golden.assertSame(TEXTS.resolve(command + ".txt"), told(command));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void helpAndVersionAreAnsweredAtOnce(String command) throws IOException {
    boolean root = command.equals("postmortem");
    for (String help : new String[] {"--help", "-h"}) {
      byte[] answer = root ? Start.answer(help) : Start.answer(command, help);
      assertEquals(told(command), new String(Objects.requireNonNull(answer), UTF_8));
    }
    byte[] version = root ? Start.answer("-V") : Start.answer(command, "--version");
    assertEquals(
        Version.line() + System.lineSeparator(),
        new String(Objects.requireNonNull(version), UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "analyze",
        "postmortem --help",
        "--help --help",
        "analyze logs --help",
        "nothing --help",
        "../help/analyze --help",
        "analyze --helpme",
        "--version x"
      })
  void allElseIsLeftToTheCommandLine(String line) throws IOException {
    assertNull(Start.answer(line.isEmpty() ? new String[0] : line.split(" ")));
  }
}
