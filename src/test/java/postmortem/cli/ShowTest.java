package postmortem.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The records of a finding, from the report and from the evidence. */
final class ShowTest {

  private static final String EVIDENCE = "testdata/case/relayed-2010/evidence";
  private static final Pattern GUESSING = Pattern.compile("auth\\.brute-force-[0-9a-f]+");

  @TempDir static Path folder;
  private static String finding = "";

  @BeforeAll
  static void analyze() throws IOException {
    assertEquals(0, Captured.run("analyze", EVIDENCE, "--output", report()).status());
    Matcher id = GUESSING.matcher(Files.readString(folder.resolve("report/report.json")));
    assertTrue(id.find());
    finding = id.group();
  }

  private static String report() {
    return folder.resolve("report").toString();
  }

  @Test
  void withoutTheEvidenceThereAreTheSamples() {
    Captured run = Captured.run("show", report(), finding);
    assertEquals(0, run.status(), run.err());
    assertEquals(1 + 2 * 10 + 1, run.out().lines().count());
    assertTrue(run.out().contains("10 of 412 records"), run.out());
  }

  @Test
  void withTheEvidenceThereAreAll() {
    Captured run =
        Captured.run("show", report() + "/report.json", finding, EVIDENCE, "--no-progress");
    assertEquals(0, run.status(), run.err());
    assertEquals(1 + 3 * 412, run.out().lines().count());
    assertTrue(run.out().contains(" attempt "), run.out());
    assertTrue(run.out().contains("source=203.0.113.66"), run.out());
    assertFalse(run.out().indexOf('\u001b') >= 0);
  }

  @Test
  void otherEvidenceIsRefused() throws IOException {
    Path other = Files.createDirectories(folder.resolve("other"));
    Files.writeString(other.resolve("mail.log"), "no log\n");
    Captured run = Captured.run("show", report(), finding, other.toString(), "--no-progress");
    assertEquals(1, run.status());
    assertEquals("", run.out());
    assertTrue(run.err().startsWith("postmortem: this is not the evidence"), run.err());
    assertEquals(1, run.err().lines().count(), run.err());
  }

  @Test
  void whatIsNotThereIsSaid() throws IOException {
    Captured none = Captured.run("show", report(), "auth.lockout-1");
    assertEquals(1, none.status());
    assertTrue(none.err().contains("there is no finding auth.lockout-1"), none.err());
    Captured lost = Captured.run("show", folder.resolve("x").toString(), finding);
    assertTrue(lost.err().contains("there is no report"), lost.err());
    Path text = Files.writeString(folder.resolve("text.json"), "{\"schema\": 1");
    Captured broken = Captured.run("show", text.toString(), finding);
    assertEquals(1, broken.status());
    assertTrue(broken.err().contains("not a report of postmortem"), broken.err());
    Path empty = Files.writeString(folder.resolve("empty.json"), "[]");
    assertEquals(1, Captured.run("show", empty.toString(), finding).status());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"'nope': 1", "'ndr.score': 'many'", "'zone': ['*=Mars']", "'from': 'now'"})
  void settingsThatAreUnknownAreNoInternalError(String setting) throws IOException {
    String saved = Files.readString(folder.resolve("report/report.json"));
    Path file = folder.resolve("settings.json");
    Files.writeString(
        file,
        saved.replaceFirst(
            "\"settings\": *\\{[^}]*}", "\"settings\": {" + setting.replace('\'', '"') + "}"));
    Captured run = Captured.run("show", file.toString(), finding, EVIDENCE, "--no-progress");
    assertEquals(1, run.status());
    assertTrue(run.err().startsWith("postmortem: the report's settings: "), run.err());
    assertEquals(1, run.err().lines().count(), run.err());
  }
}
