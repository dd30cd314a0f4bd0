package postmortem.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What attackers wrote into logs must be dead in everything that is shown to people. */
final class HostileOutputTest {

  private static final Path EVIDENCE = Path.of("testdata", "hostile", "logs");

  /** Names that no checkout, or not every one, could hold. */
  private static final List<String> NAMES =
      List.of(
          "\u001b[31mred.log",
          "a\nb.log",
          "<script>alert(1)<script>.log",
          "a|b.log",
          "../../outside.log",
          "C:\\windows\\x.log",
          "abc\u202egol.exe.log",
          "n\u0000ul.log",
          "\"quoted\".log",
          "a".repeat(5000) + ".log");

  @TempDir static Path folder;

  private static String analyzed;
  private static String inspected;
  private static String markdown;
  private static String json;
  private static String page;

  @BeforeAll
  static void run() throws IOException {
    Path names = Files.createDirectory(folder.resolve("names"));
    byte[] log = Files.readAllBytes(EVIDENCE.resolve("@SUM(1+1).log"));
    zip(names.resolve("names.zip"), log);
    for (String name : NAMES) {
      onDisk(names, name, log);
    }
    HostileEvents.write(Files.createDirectory(names.resolve("events")));
    Path report = folder.resolve("report");
    String[] evidence = {EVIDENCE.toString(), names.toString()};
    analyzed = output(0, "analyze", evidence[0], evidence[1], "--output", report.toString());
    inspected = output(0, "inspect", evidence[0], evidence[1]);
    markdown = strict(Files.readAllBytes(report.resolve("report.md")));
    json = strict(Files.readAllBytes(report.resolve("report.json")));
    page = strict(Files.readAllBytes(report.resolve("report.html")));
  }

  private static void zip(Path file, byte[] log) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (String name : NAMES) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(log);
      }
    }
  }

  /** As a file, where this machine can have one of this name. */
  private static void onDisk(Path folder, String name, byte[] log) {
    if (name.contains("/")) {
      return;
    }
    try {
      Files.write(folder.resolve(name), log);
    } catch (InvalidPathException | IOException e) {
      assertTrue(Files.isDirectory(folder)); // then it is in the archive only
    }
  }

  private static String output(int status, String... arguments) throws IOException {
    Captured run = Captured.run(arguments);
    assertEquals(status, run.status(), run.toString());
    assertEquals("", run.err());
    return run.out();
  }

  private static String strict(byte[] bytes) throws CharacterCodingException {
    return UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .decode(ByteBuffer.wrap(bytes))
        .toString();
  }

  @Test
  void theAttackerIsInTheReport() {
    for (String type : List.of("auth.compromise", "relay.open")) {
      assertTrue(json.contains("\"" + type + "\""), type);
    }
    assertTrue(json.contains("<script>"), "the evidence is gone, and so is the test");
  }

  @Test
  void nothingActsOnATerminal() {
    assertVisible("stdout of analyze", analyzed);
    assertVisible("stdout of inspect", inspected);
    assertVisible("report.md", markdown);
    assertVisible("report.json", json);
    assertVisible("report.html", page);
  }

  @Test
  void eventsHaveNoFormulasAndNothingActs() throws IOException {
    String csv = output(0, "events", folder.resolve("names").toString(), "--format", "csv");
    assertVisible("events as CSV", csv.replace("\r\n", "\n"));
    assertTrue(csv.contains("=cmd|' /"), "the evidence is gone, and so is the test");
    Matcher formulas = Pattern.compile("(?m)(?:^|,)\"?[=+@-][^,\"]").matcher(csv);
    assertTrue(!formulas.find(), () -> formulas.group());
    for (String format : List.of("jsonl", "timesketch", "ecs", "ocsf")) {
      String lines = output(0, "events", folder.resolve("names").toString(), "--format", format);
      assertVisible(format, lines);
      lines.lines().forEach(line -> assertTrue(JsonMapper.shared().readTree(line).isObject()));
    }
  }

  @Test
  void shownRecordsAreDead() throws IOException {
    JsonNode report = JsonMapper.shared().readTree(json);
    Path saved = folder.resolve("report");
    int shown = 0;
    for (JsonNode finding : report.get("findings")) {
      if (finding.get("type").asString().equals("auth.password-spray")) {
        String out = output(0, "show", saved.toString(), finding.get("id").asString());
        assertVisible("show", out);
        shown++;
      }
    }
    assertTrue(shown > 1, "the evidence is gone, and so is the test");
  }

  private static void assertVisible(String where, String text) {
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      int c = text.codePointAt(at);
      int type = Character.getType(c);
      boolean acts =
          type == Character.CONTROL && c != '\n'
              || type == Character.FORMAT
              || type == Character.SURROGATE
              || type == Character.LINE_SEPARATOR
              || type == Character.PARAGRAPH_SEPARATOR;
      assertTrue(!acts, () -> where + ": U+" + Integer.toHexString(c));
    }
  }

  @Test
  void linesAreNotForged() {
    assertTrue(analyzed.lines().count() <= 10, analyzed);
    assertTrue(inspected.lines().noneMatch(line -> line.startsWith("b.log")), inspected);
  }

  @Test
  void markdownHasNoMarkupOfOthers() {
    int number = 0;
    for (String line : markdown.lines().toList()) {
      number++;
      String where = "line " + number + ": " + line;
      String live = MarkdownSyntax.withoutCode(line);
      assertTrue(!live.contains("<"), where);
      assertTrue(!live.contains("]("), where);
      assertTrue(!live.contains("]["), where);
      assertTrue(!live.contains("`"), where);
      assertTrue(!live.replaceAll("(?i)hxxps?://", "").contains("://"), where);
    }
  }

  /** The templates' own elements are few; whatever else opens is an attacker's. */
  @Test
  void pageHasNoElementsOfOthers() {
    assertTrue(page.contains("&lt;script&gt;"), "the evidence is gone, and so is the test");
    assertEquals(3, count(page, "<script"), "the data, the library, and our own");
    assertEquals(3, count(page, "</script"));
    assertEquals(1, count(page, "<style"));
    String body = body(page);
    Matcher tags = Pattern.compile("<(/?[^\\s>]*)").matcher(body);
    while (tags.find()) {
      assertTrue(ELEMENTS.contains(tags.group(1).replace("/", "")), tags.group());
    }
    Matcher attributes = Pattern.compile("<[a-z0-9]+ ([^>]*)>").matcher(body);
    while (attributes.find()) {
      String rest = attributes.group(1).replaceAll("[a-z0-9A-Z-]+=\"[^\"<>]*\"", "").strip();
      assertTrue(Set.of("", "/", "hidden", "open").contains(rest), attributes.group());
    }
  }

  private static final Set<String> ELEMENTS =
      Set.of(
          "a",
          "article",
          "code",
          "dd",
          "details",
          "div",
          "dl",
          "dt",
          "figcaption",
          "figure",
          "h1",
          "h2",
          "h3",
          "h4",
          "header",
          "li",
          "line",
          "main",
          "nav",
          "ol",
          "p",
          "path",
          "rect",
          "section",
          "span",
          "strong",
          "summary",
          "svg",
          "table",
          "tbody",
          "td",
          "text",
          "th",
          "thead",
          "tr",
          "ul");

  /** What is to be seen, without the scripts at the end. */
  private static String body(String page) {
    return page.substring(page.indexOf("<body>") + 6, page.indexOf("<script"));
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }

  @Test
  void tablesKeepTheirColumns() {
    int columns = 0;
    for (String line : markdown.lines().toList()) {
      if (!line.startsWith("|")) {
        columns = 0;
        continue;
      }
      int here = MarkdownSyntax.columns(line);
      assertTrue(columns == 0 || columns == here, line);
      columns = here;
    }
  }

  @Test
  void jsonHoldsTheExactText() {
    JsonNode report = JsonMapper.shared().readTree(json);
    assertEquals("postmortem-report/1", report.get("schema").asString());
    assertTrue(report.toString().contains("\\u001B[31mred"), "ESC is escaped, not dropped");
  }

  @Test
  void answersOfACaseAreDead() throws IOException {
    Path file = folder.resolve("hostile.case");
    output(
        0,
        "ingest",
        EVIDENCE.toString(),
        folder.resolve("names").toString(),
        "-c",
        file.toString());
    for (String format : List.of("table", "vertical", "csv", "jsonl", "markdown")) {
      for (String sql :
          List.of("FROM events", "FROM ledger", "SELECT path AS \"\u001b[31m\" FROM ledger")) {
        String out = output(0, "query", file.toString(), sql, "-f", format);
        assertEquals(
            List.of(),
            out.codePoints()
                .filter(
                    c -> c < 0x20 && c != '\n' && c != '\r' || c >= 0x7f && c < 0xa0 || c == 0x202e)
                .boxed()
                .toList(),
            format + " of " + sql);
      }
    }
  }
}
