package blackbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(OS.WINDOWS)
final class LauncherIT {

  @TempDir Path folder;

  /** JUnit deletes the folder, but with a warning for each link that leads out of it. */
  @AfterEach
  void deleteLinks() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path link : files.filter(Files::isSymbolicLink).toList()) {
        Files.delete(link);
      }
    }
  }

  @Test
  void runsFromAnotherFolder() throws Exception {
    assertIsVersion(Launcher.in(folder).run("--version"));
  }

  @Test
  void runsThroughLinksToLinks() throws Exception {
    Path link =
        Files.createSymbolicLink(folder.resolve("one"), Launcher.home().resolve("postmortem"));
    Path second = Files.createSymbolicLink(folder.resolve("two"), link.getFileName());
    assertIsVersion(Launcher.in(folder).script(second).run("--version"));
  }

  @Test
  void runsFromAFolderWithSpacesWithoutSources() throws Exception {
    Path copy = copyOfTheProduct(folder.resolve("a copy, of $HOME's"));
    assertIsVersion(Launcher.in(folder).script(copy).run("--version"));
  }

  @Test
  void passesArgumentsAsTheyAre() throws Exception {
    Launcher.Result result = Launcher.in(folder).run("*", "a  b", "", "$x\"'\\");
    assertEquals(2, result.status());
    assertTrue(result.err().contains("a  b"), result.err());
    assertTrue(result.err().contains("$x\"'\\"), result.err());
  }

  /** One buffer for each would take more memory than the launcher gives. */
  @Test
  void readsAFolderOfManyFiles() throws Exception {
    Path many = Files.createDirectory(folder.resolve("many"));
    for (int i = 0; i < 6_000; i++) {
      Files.writeString(many.resolve(i + ".txt"), "no log " + i);
    }
    Launcher.Result result = Launcher.in(folder).run("inspect", "many");
    assertEquals(0, result.status(), result.err());
  }

  /** The digits of Arabic are others. */
  @Test
  void writesTheSameInEveryCountry() throws Exception {
    String evidence = Launcher.home().resolve("testdata/format/exchange-smtp-receive").toString();
    Map<String, String> egypt =
        Map.of(
            "PATH",
            System.getenv("PATH"),
            "JAVA_HOME",
            System.getProperty("java.home"),
            "POSTMORTEM_JAVA_OPTS",
            "-Duser.language=ar -Duser.country=EG");
    Launcher.Result here = Launcher.in(folder).run("analyze", evidence, "--output", "report");
    byte[] report = Files.readAllBytes(folder.resolve("report").resolve("report.md"));
    Launcher.Result there =
        Launcher.in(folder)
            .environment(egypt)
            .run("analyze", evidence, "--output", "report", "--force");
    assertEquals(here.out(), there.out());
    assertArrayEquals(report, Files.readAllBytes(folder.resolve("report").resolve("report.md")));
  }

  @Test
  void takesOptionsForJavaFromTheEnvironment() throws Exception {
    Map<String, String> environment =
        Map.of("JAVA_HOME", System.getProperty("java.home"), "POSTMORTEM_JAVA_OPTS", "-version");
    Launcher.Result result = Launcher.in(folder).environment(environment).run();
    assertTrue(result.err().contains("Runtime"), result.err());
  }

  @Test
  void saysInOneLineThatMemoryIsOut() throws Exception {
    Map<String, String> environment =
        Map.of(
            "JAVA_HOME", System.getProperty("java.home"), "POSTMORTEM_JAVA_OPTS", "-Xms6m -Xmx6m");
    Launcher.Result result =
        Launcher.in(folder)
            .environment(environment)
            .run(
                "analyze",
                Launcher.home().resolve("testdata/case/relayed-2010/evidence").toString(),
                "--output",
                folder.resolve("report").toString());
    assertEquals(1, result.status(), result.err());
    assertTrue(result.err().startsWith("postmortem: out of memory: "), result.err());
    assertEquals(1, result.err().lines().count(), result.err());
  }

  @Test
  void saysInOneLineThatJavaIsMissing() throws Exception {
    Path bin = linksTo("sh", "readlink", "dirname", "find", "head");
    Launcher.Result result =
        Launcher.in(folder)
            .environment(Map.of("JAVA_HOME", "", "PATH", bin.toString()))
            .run("--version");
    assertEquals(
        new Launcher.Result(
            1, "", "postmortem: Java is missing: install a JDK, version 17 or later\n"),
        result);
  }

  @Test
  void saysInOneLineThatJavaIsTooOld() throws Exception {
    Path jdk = Files.createDirectories(folder.resolve("jdk 8"));
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"1.8.0_452\"\n");
    Path java = Files.writeString(Files.createDirectory(jdk.resolve("bin")).resolve("java"), "");
    assertTrue(java.toFile().setExecutable(true));
    Launcher.Result result =
        Launcher.in(folder).environment(Map.of("JAVA_HOME", jdk.toString())).run("--version");
    assertEquals(1, result.status());
    assertTrue(result.err().startsWith("postmortem: Java 1.8.0_452 is too old"), result.err());
  }

  @Test
  void saysInOneLineThatMavenIsMissing() throws Exception {
    Path copy = copyOfTheProduct(folder.resolve("copy"));
    Files.writeString(copy.resolveSibling("pom.xml"), "newer than the jar");
    Path bin = linksTo("sh", "readlink", "find", "head", "mkdir", "rm", "cat", "sleep");
    Launcher.Result result =
        Launcher.in(folder)
            .script(copy)
            .environment(
                Map.of("JAVA_HOME", System.getProperty("java.home"), "PATH", bin.toString()))
            .run("--version");
    assertEquals(1, result.status());
    assertTrue(result.err().startsWith("postmortem: Maven is missing"), result.err());
    assertEquals(1, result.err().lines().count(), result.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "analyze", "inspect", "formats"})
  void helpsWithoutAWordOnStderr(String command) throws Exception {
    List<String> arguments = new ArrayList<>(List.of(command, "--help"));
    arguments.remove("");
    Launcher.Result result = Launcher.in(folder).run(arguments.toArray(String[]::new));
    assertEquals("", result.err());
    assertEquals(0, result.status());
    assertTrue(result.out().startsWith("Usage: postmortem"), result.out());
    assertFalse(result.out().contains("%n"), result.out());
  }

  private static void assertIsVersion(Launcher.Result result) {
    assertEquals("", result.err());
    assertTrue(result.out().matches("postmortem \\d+\\.\\d+\\.\\d+\\S*\n"), result.out());
    assertEquals(0, result.status());
  }

  private Path linksTo(String... commands) throws IOException {
    Path bin = Files.createDirectory(folder.resolve("bin"));
    for (String command : commands) {
      Path real =
          Stream.of("/usr/bin", "/bin")
              .map(d -> Path.of(d, command))
              .filter(Files::exists)
              .findFirst()
              .orElseThrow();
      Files.createSymbolicLink(bin.resolve(command), real);
    }
    return bin;
  }

  private static Path copyOfTheProduct(Path to) throws IOException {
    Path target = Files.createDirectories(to.resolve("target"));
    Path from = Launcher.home().resolve("target");
    Files.createSymbolicLink(target.resolve("lib"), from.resolve("lib"));
    Files.copy(from.resolve("postmortem.jar"), target.resolve("postmortem.jar"));
    Path script = Files.copy(Launcher.home().resolve("postmortem"), to.resolve("postmortem"));
    assertTrue(script.toFile().setExecutable(true));
    return script;
  }
}
