package blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions to logs, from the outside. */
final class QueryIT {

  @TempDir private Path folder;

  /** The temporary case, and the room for intermediate results, go with the process. */
  @Test
  void nothingIsLeftBehind() throws IOException, InterruptedException {
    Launcher launcher =
        Launcher.in(folder)
            .environment(
                Map.of(
                    "JAVA_HOME",
                    System.getProperty("java.home"),
                    "POSTMORTEM_JAVA_OPTS",
                    "-Djava.io.tmpdir=" + folder));
    String logs =
        Launcher.home()
            .resolve("testdata/case/relayed-2010/evidence/EX01/TransportRoles")
            .toString();
    for (String sql : List.of("SELECT 1 AS a", "SELECT nope")) {
      Launcher.Result run = launcher.run("query", logs, sql, "--format", "csv");
      assertEquals(sql.endsWith("a") ? 0 : 1, run.status(), run.err());
      try (Stream<Path> files = Files.list(folder)) {
        assertEquals(List.of(), files.map(f -> f.getFileName().toString()).toList());
      }
    }
  }
}
