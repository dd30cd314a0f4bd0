package postmortem.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import postmortem.Golden;
import postmortem.testing.Tools;

/** The manual. Run with {@code -Dgolden.update=true} to write it anew. */
final class ManPageTest {

  private static final Path FOLDER = Path.of("man");

  private static List<CommandLine> commands() {
    CommandLine root = Main.commandLine();
    List<CommandLine> all = new ArrayList<>(List.of(root));
    all.addAll(root.getSubcommands().values());
    return all;
  }

  @Test
  void theManualSaysWhatTheCommandsSay() throws IOException {
    TreeSet<String> files = new TreeSet<>();
    for (CommandLine command : commands()) {
      String file = ManPage.name(command) + ".1";
      Golden.assertSame(FOLDER.resolve(file), ManPage.of(command));
      files.add(file);
    }
    try (Stream<Path> there = Files.list(FOLDER)) {
      assertEquals(files, new TreeSet<>(there.map(p -> p.getFileName().toString()).toList()));
    }
  }

  @Test
  void mandocFindsNoFault() throws Exception {
    String mandoc = Tools.require("mandoc").toString();
    for (CommandLine command : commands()) {
      String file = FOLDER.resolve(ManPage.name(command) + ".1").toString();
      Process lint =
          new ProcessBuilder(mandoc, "-T", "lint", "-W", "warning", file)
              .redirectErrorStream(true)
              .start();
      String said = new String(lint.getInputStream().readAllBytes(), UTF_8);
      assertTrue(lint.waitFor(1, TimeUnit.MINUTES));
      assertEquals("", said);
      assertEquals(0, lint.exitValue());
    }
  }
}
