package blackbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import postmortem.testing.Tools;

/** The same evidence gives the same bytes, however the work was shared out. */
@DisabledOnOs(OS.WINDOWS)
final class SameBytesIT {

  /** Options that must not change the report; the first run is what the others are held against. */
  private static final List<List<String>> WAYS =
      List.of(
          List.of(),
          List.of(),
          List.of("--threads", "1"),
          List.of("--threads", "2"),
          List.of("--piece-size", "4096"),
          List.of("--piece-size", "67108864", "--threads", "1"));

  @TempDir Path folder;

  @Test
  void ofTheCase() throws Exception {
    assertSameBytes(Launcher.home().resolve("testdata/case/relayed-2010/evidence"));
  }

  /** Only files that are not packed are read in pieces. */
  @Test
  void ofTheCaseUnpacked() throws Exception {
    Path packed = Launcher.home().resolve("testdata/case/relayed-2010/evidence");
    Path unpacked = folder.resolve("unpacked");
    try (Stream<Path> files = Files.walk(packed)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".gz")).toList()) {
        String path = packed.relativize(file).toString();
        Path target = unpacked.resolve(path.substring(0, path.length() - 3));
        Files.createDirectories(target.getParent());
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
          Files.copy(in, target);
        }
      }
    }
    assertSameBytes(unpacked);
  }

  /** A case that another program writes, which lies beside the project and is no part of it. */
  @Test
  void ofAScenario() throws Exception {
    String told = System.getenv("POSTMORTEM_SHARED");
    Path shared = told == null ? Launcher.home().resolve("../shared") : Path.of(told);
    Path scenarios = shared.resolve("bench/scenarios.py");
    Assumptions.assumeTrue(Files.exists(scenarios), "no scenarios here: " + scenarios);
    Path python = Tools.require("python3");
    ProcessBuilder builder =
        new ProcessBuilder(
            python.toString(),
            "-B",
            scenarios.toString(),
            "write",
            "spray-2010",
            folder.toString());
    Process process = builder.inheritIO().start();
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      process.destroyForcibly();
    }
    assertEquals(0, process.waitFor(), "the scenario could not be written");
    assertSameBytes(folder.resolve("spray-2010/evidence"));
  }

  private void assertSameBytes(Path evidence) throws Exception {
    assertSameReports(evidence);
    assertSameEvents(evidence);
  }

  private void assertSameEvents(Path evidence) throws Exception {
    Path first = null;
    for (int i = 0; i < WAYS.size(); i++) {
      Path events = folder.resolve("events" + i);
      List<String> arguments =
          new ArrayList<>(
              List.of("events", evidence.toString(), "-f", "jsonl", "-o", events.toString()));
      arguments.addAll(WAYS.get(i));
      Launcher.Result result = Launcher.in(folder).run(arguments.toArray(new String[0]));
      assertEquals(0, result.status(), result.toString());
      first = first == null ? events : first;
      assertArrayEquals(
          Files.readAllBytes(first), Files.readAllBytes(events), "events with " + WAYS.get(i));
    }
  }

  private void assertSameReports(Path evidence) throws Exception {
    Path first = null;
    for (int i = 0; i < WAYS.size(); i++) {
      Path report = folder.resolve("report" + i);
      List<String> arguments =
          new ArrayList<>(List.of("analyze", evidence.toString(), "--output", report.toString()));
      arguments.addAll(WAYS.get(i));
      Launcher.Result result = Launcher.in(folder).run(arguments.toArray(new String[0]));
      assertEquals(0, result.status(), result.toString());
      if (first == null) {
        first = report;
      }
      for (String file : List.of("report.json", "report.md", "report.html")) {
        assertArrayEquals(
            Files.readAllBytes(first.resolve(file)),
            Files.readAllBytes(report.resolve(file)),
            file + " with " + WAYS.get(i));
      }
    }
  }
}
