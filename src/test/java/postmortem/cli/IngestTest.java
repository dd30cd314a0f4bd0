package postmortem.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import postmortem.store.CaseContent;

/** The command {@code ingest}: the case is what its evidence is, however that came into it. */
final class IngestTest {

  private static final Path EVIDENCE = Path.of("testdata/case/relayed-2010/evidence");

  @TempDir private Path folder;

  private static Captured run(Object... arguments) {
    List<String> all = new ArrayList<>();
    for (Object argument : arguments) {
      all.add(argument.toString());
    }
    all.add("--no-progress");
    return Captured.run(all.toArray(String[]::new));
  }

  private static void ingest(Path evidence, Path file) {
    Captured run = run("ingest", evidence, "--case", file);
    assertEquals(0, run.status(), run.err());
  }

  private static List<Path> files(Path in) throws IOException {
    try (Stream<Path> all = Files.walk(in)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static void copy(Path file, Path to) throws IOException {
    Path target = to.resolve(EVIDENCE.relativize(file).toString());
    Files.createDirectories(target.getParent());
    Files.copy(file, target);
  }

  private static void assertSameReports(Path one, Path other) throws IOException {
    for (String name : List.of("report.json", "report.md", "report.html")) {
      assertEquals(-1, Files.mismatch(one.resolve(name), other.resolve(name)), name);
    }
  }

  private Path analyzed(Path what, String name) {
    Path to = folder.resolve(name);
    assertEquals(0, run("analyze", what, "--output", to).status());
    return to;
  }

  @Test
  void theCaseGivesTheReportOfItsFolder() throws IOException {
    Path file = folder.resolve("mail.case");
    ingest(EVIDENCE, file);
    assertSameReports(analyzed(file, "of-case"), analyzed(EVIDENCE, "of-folder"));
  }

  @Test
  void twoHalvesAreTheWhole() throws IOException {
    List<Path> files = files(EVIDENCE);
    for (int i = 0; i < files.size(); i++) {
      copy(files.get(i), folder.resolve(i % 2 == 0 ? "even" : "odd"));
    }
    Path halves = folder.resolve("halves.case");
    Path whole = folder.resolve("whole.case");
    ingest(folder.resolve("odd"), halves);
    assertFalse(CaseContent.of(halves).equals(CaseContent.of(EVIDENCE, whole)));
    ingest(folder.resolve("even"), halves);
    assertEquals(CaseContent.of(whole), CaseContent.of(halves));
    assertSameReports(analyzed(halves, "of-halves"), analyzed(EVIDENCE, "of-folder"));
  }

  @Test
  void aGrownFileGoesOn() throws IOException {
    Path sample = Path.of("testdata/format/iis-smtp-w3c/both-directions/input.log");
    Path logs = Files.createDirectory(folder.resolve("logs"));
    Path log = logs.resolve("ex031009.log");
    byte[] all = Files.readAllBytes(sample);
    Files.write(log, java.util.Arrays.copyOf(all, all.length / 2));
    Path file = folder.resolve("mail.case");
    run("ingest", log, "--case", file);
    Files.write(log, all);
    ingest(log, file);
    Path whole = folder.resolve("whole.case");
    ingest(log, whole);
    assertEquals(CaseContent.of(whole), CaseContent.of(file));
  }

  @Test
  void whereNothingIsNewNothingIsDone() throws IOException {
    Path file = folder.resolve("mail.case");
    ingest(EVIDENCE, file);
    FileTime then = FileTime.fromMillis(0);
    Files.setLastModifiedTime(file, then);
    Captured again = run("ingest", EVIDENCE, "--case", file);
    assertEquals(0, again.status(), again.err());
    assertTrue(again.out().startsWith("Nothing is new: "), again.out());
    assertEquals(then, Files.getLastModifiedTime(file));
    Captured zone = run("ingest", EVIDENCE, "--case", file, "--local-domain", "corp.example");
    assertEquals(0, zone.status(), zone.err());
    assertTrue(zone.out().startsWith("Case: "), zone.out());
    assertTrue(run("ingest", EVIDENCE, "--case", file).out().startsWith("Nothing is new: "));
  }

  @Test
  void whereEvidenceIsGoneTheCaseStaysAsItWas() throws IOException {
    Path logs = folder.resolve("logs");
    for (Path file : files(EVIDENCE)) {
      copy(file, logs);
    }
    Path file = folder.resolve("mail.case");
    ingest(logs, file);
    Path gone = files(logs).get(0);
    byte[] content = Files.readAllBytes(gone);
    byte[] before = Files.readAllBytes(file);
    Files.delete(gone);
    Captured run = run("ingest", logs, "--case", file);
    assertEquals(1, run.status());
    assertEquals(1, run.err().lines().count(), run.err());
    assertTrue(run.err().contains(logs.relativize(gone).toString().replace('\\', '/')), run.err());
    assertEquals(List.of(), CaseContent.differences(before, file));
    Path elsewhere = Files.write(folder.resolve("found.log"), content);
    assertEquals(0, run("ingest", elsewhere, "--case", file).status());
  }

  @Test
  void whatIsNoCaseIsNotOverwritten() throws IOException {
    Path file = Files.writeString(folder.resolve("mail.case"), "something else");
    Captured run = run("ingest", EVIDENCE, "--case", file);
    assertEquals(1, run.status());
    assertEquals("something else", Files.readString(file));
  }

  @Test
  void evidenceThatWasReadWithOtherSettingsHasToBeReadAgain() {
    Path file = folder.resolve("mail.case");
    ingest(EVIDENCE, file);
    Captured run = run("analyze", file, "--output", folder.resolve("r"), "--zone", "*.log=+01:00");
    assertEquals(1, run.status());
    assertTrue(run.err().contains("other settings"), run.err());
  }

  /** Thresholds, and what is said about the site. */
  static Stream<List<String>> judgingOtherwise() {
    return Stream.of(
        List.of("auth.burst-failures = 3", "auth.daily-failures = 4"),
        List.of("relay.bulk-recipients = 100000", "ndr.per-hour = 100000"),
        List.of("local-domain = corp.example", "own-network = 198.51.100.0/24"));
  }

  @ParameterizedTest
  @MethodSource("judgingOtherwise")
  void aCaseIsJudgedByOtherSettings(List<String> settings) throws IOException {
    Path file = folder.resolve("mail.case");
    ingest(EVIDENCE, file);
    Path said = Files.write(folder.resolve("settings"), settings);
    Path ofCase = folder.resolve("of-case");
    Path ofFolder = folder.resolve("of-folder");
    assertEquals(0, run("analyze", file, "--output", ofCase, "--settings", said).status());
    assertEquals(0, run("analyze", EVIDENCE, "--output", ofFolder, "--settings", said).status());
    assertSameReports(ofCase, ofFolder);
    assertFalse(Files.mismatch(json(analyzed(file, "r")), json(ofCase)) < 0);
    Path other = folder.resolve("other.case");
    assertEquals(0, run("ingest", EVIDENCE, "--case", other, "--settings", said).status());
    assertEquals(0, run("ingest", EVIDENCE, "--case", file, "--settings", said).status());
    assertEquals(CaseContent.of(other), CaseContent.of(file));
    assertSameReports(analyzed(file, "of-judged"), ofFolder);
  }

  private static Path json(Path report) {
    return report.resolve("report.json");
  }

  @Test
  void aCaseIsJudgedWithoutItsEvidence() throws IOException {
    Path logs = folder.resolve("logs");
    for (Path file : files(EVIDENCE)) {
      copy(file, logs);
    }
    Path file = folder.resolve("mail.case");
    ingest(logs, file);
    for (Path log : files(logs)) {
      Files.delete(log);
    }
    Path early = folder.resolve("early");
    Captured run = run("analyze", file, "--output", early, "--local-domain", "nowhere.example");
    assertEquals(0, run.status(), run.err());
    String report = Files.readString(json(early));
    assertTrue(report.contains("nowhere.example"), "it was judged anew");
    assertTrue(report.contains("auth.compromise"), "by what the case has kept");
  }

  @Test
  void whatARunThatWasKilledLeftIsInNobodysWay() throws IOException {
    Path file = folder.resolve("mail.case");
    Files.writeString(folder.resolve("mail.case.part"), "half of a case");
    Files.writeString(folder.resolve("mail.case.part.wal"), "and its log");
    ingest(EVIDENCE, file);
    assertEquals(List.of(file), files(folder));
  }
}
