package postmortem.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import postmortem.Golden;
import postmortem.event.flat.Column;
import postmortem.report.EventFormat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command {@code events}. Run with {@code -Dgolden.update=true} to write its files anew. */
final class EventsTest {

  private static final String CASE = "testdata/case/relayed-2010/evidence";
  private static final Path EXPECTED = Path.of("testdata/case/relayed-2010/expected/events");
  private static final String LOG =
      """
      #Software: Microsoft Internet Information Services 6.0
      #Version: 1.0
      #Date: 2003-10-09 00:00:10
      #Fields: date time c-ip cs-username s-sitename s-computername s-ip s-port cs-method \
      cs-uri-stem cs-uri-query sc-status sc-win32-status sc-bytes cs-bytes time-taken \
      cs-version cs-host cs(User-Agent) cs(Cookie) cs(Referer)
      2003-10-09 00:01:10 203.0.113.5 pc SMTPSVC1 MAIL01 10.0.0.1 0 EHLO - +pc 250 0 9 9 9 SMTP - - - -
      2003-10-09 00:01:12 203.0.113.5 pc SMTPSVC1 MAIL01 10.0.0.1 0 QUIT - pc 240 9 9 9 9 SMTP - - - -
      """;

  @TempDir private Path folder;

  private static Captured run(Object... arguments) {
    String[] all = new String[arguments.length + 2];
    all[0] = "events";
    for (int i = 0; i < arguments.length; i++) {
      all[i + 1] = arguments[i].toString();
    }
    all[all.length - 1] = "--no-progress";
    return Captured.run(all);
  }

  /** Some ordinary mail, and the minute in which the attacker got in. */
  @ParameterizedTest
  @EnumSource(EventFormat.class)
  void ofTheCase(EventFormat format) throws IOException {
    StringBuilder text = new StringBuilder();
    for (String[] span :
        new String[][] {
          {"2010-11-15T01:08Z", "2010-11-15T01:09Z"},
          {"2010-11-17T23:22:20Z", "2010-11-17T23:22:27Z"}
        }) {
      Captured run = run(CASE, "--format", format.id(), "--from", span[0], "--to", span[1]);
      assertEquals(0, run.status(), run.err());
      assertEquals("", run.err());
      text.append(run.out());
    }
    Golden.assertSame(
        EXPECTED.resolve("events." + format.id() + ".txt"),
        text.toString().replace(Version.number(), "VERSION"));
  }

  @Test
  void aFileIsWrittenWholeOrNot() throws IOException {
    Path log = Files.writeString(folder.resolve("ex031009.log"), LOG);
    Path out = folder.resolve("events.jsonl");
    assertEquals(0, run(log, "-f", "jsonl", "-o", out).status());
    JsonNode session = JsonMapper.shared().readTree(Files.readString(out));
    assertEquals("session", session.get("kind").stringValue());
    assertEquals("203.0.113.5", session.get("peer_address").stringValue());
    Captured again = run(log, "-f", "csv", "-o", out);
    assertEquals(1, again.status());
    assertTrue(again.err().contains("is there already"), again.err());
    assertEquals(0, run(log, "-f", "csv", "-o", out, "--force").status());
    assertTrue(Files.readString(out).startsWith("time,"));
    try (var files = Files.list(folder)) {
      assertEquals(2, files.count());
    }
  }

  @Test
  void evidenceIsNeverChanged() throws IOException {
    Path log = Files.writeString(folder.resolve("ex031009.log"), LOG);
    for (Path out : List.of(log, folder.resolve("new.csv"))) {
      Captured run = run(folder, "-f", "csv", "-o", out, "--force");
      assertEquals(1, run.status());
      assertTrue(run.err().contains("evidence is never changed"), run.err());
    }
    assertEquals(1, run(log, "-f", "csv", "-o", log, "--force").status());
    assertEquals(LOG, Files.readString(log));
  }

  @ParameterizedTest
  @ValueSource(strings = {"xml", ""})
  void otherFormatsAreRefused(String format) {
    Captured run = run(CASE, "--format", format);
    assertEquals(2, run.status());
    assertTrue(run.err().contains("is none of jsonl, csv, timesketch, ecs, ocsf"), run.err());
  }

  @Test
  void theFormatHasToBeNamed() {
    assertEquals(2, run(CASE).status());
  }

  @Test
  void whatCouldNotBeReadIsSaid() throws IOException {
    Path log = Files.writeString(folder.resolve("ex031009.log"), LOG + "2003-10-09 nonsense\n");
    Captured run = run(log, "-f", "jsonl");
    assertEquals(3, run.status());
    assertEquals(1, run.out().lines().count());
    assertTrue(run.err().contains("postmortem inspect"), run.err());
  }

  @Test
  void withoutLogsThereAreNoEvents() throws IOException {
    Path log = Files.writeString(folder.resolve("readme.txt"), "nothing\n");
    assertEquals("", run(log, "-f", "jsonl").out());
    assertEquals(1, run(log, "-f", "csv").out().lines().count());
  }

  @Test
  void theColumnsAreTold() {
    Captured run = Captured.run("events", "--columns");
    assertEquals(0, run.status(), run.err());
    for (Column column : Column.values()) {
      assertTrue(run.out().contains(column.id() + " ("), column.id());
    }
    assertFalse(run.out().contains("null ("));
  }
}
