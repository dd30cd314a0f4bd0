package postmortem.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import postmortem.event.Times;
import postmortem.event.flat.Column;
import postmortem.event.flat.ColumnType;
import postmortem.event.flat.FlatRow;
import postmortem.event.flat.Samples;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each format of events says all that there is, in the way that its readers ask. */
class EventFormatTest {

  private static final List<Column> COLUMNS = List.of(Column.values());
  private static final String HOSTILE =
      "=1+1,\"x\"\r\n\u001b[31m\u202e\u0000\ud800</script>\u2028'";

  private static String written(EventFormat format, List<FlatRow> rows) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (EventWriter writer = format.open(out, "1.2.3")) {
      for (FlatRow row : rows) {
        writer.write(row);
      }
    }
    return out.toString(UTF_8);
  }

  private static List<JsonNode> objects(EventFormat format, List<FlatRow> rows) throws IOException {
    String text = written(format, rows);
    assertTrue(text.endsWith("\n"));
    List<JsonNode> objects = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      if (!line.isEmpty()) {
        objects.add(JsonMapper.shared().readTree(line));
      }
    }
    assertEquals(rows.size(), objects.size());
    return objects;
  }

  /** The records of a table, by RFC 4180. */
  private static List<List<String>> records(String csv) {
    List<List<String>> records = new ArrayList<>();
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < csv.length(); i++) {
      char c = csv.charAt(i);
      if (quoted && c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
        cell.append('"');
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == ',' || c == '\r')) {
        cells.add(cell.toString());
        cell.setLength(0);
        if (c == '\r') {
          assertEquals('\n', csv.charAt(++i));
          records.add(cells);
          cells = new ArrayList<>();
        }
      } else {
        cell.append(c);
      }
    }
    assertFalse(quoted);
    assertTrue(cells.isEmpty() && cell.isEmpty());
    return records;
  }

  @Test
  void jsonHasEachColumnThatHasAValue() throws IOException {
    List<FlatRow> rows = Samples.rows("x.example");
    List<JsonNode> objects = objects(EventFormat.JSONL, rows);
    for (int i = 0; i < rows.size(); i++) {
      FlatRow row = rows.get(i);
      JsonNode object = objects.get(i);
      for (Column column : Column.values()) {
        JsonNode value = object.get(column.id());
        assertEquals(row.has(column), value != null, column.id());
        if (value != null) {
          assertIsValue(row, column, value);
        }
      }
    }
  }

  private static void assertIsValue(FlatRow row, Column column, JsonNode value) {
    switch (column.type()) {
      case TEXT -> assertEquals(row.text(column), value.stringValue());
      case INTEGER -> assertEquals(row.number(column), value.longValue());
      case REAL -> assertEquals(row.real(column), value.doubleValue());
      case BOOLEAN -> assertEquals(row.flag(column), value.booleanValue());
      case ADDRESS -> assertEquals("203.0.113.9", value.stringValue());
      case TIME ->
          assertEquals(row.number(column), Times.nanos(Instant.parse(value.stringValue())));
    }
  }

  @Test
  void csvHasARecordForEachEvent() throws IOException {
    List<FlatRow> rows = Samples.rows("a \"b\", c");
    String text = written(EventFormat.CSV, rows);
    List<List<String>> records = records(text);
    assertEquals(rows.size() + 1, records.size());
    for (int i = 0; i < rows.size(); i++) {
      for (Column column : Column.values()) {
        String cell = records.get(i + 1).get(COLUMNS.indexOf(column));
        assertEquals(column.id(), records.get(0).get(COLUMNS.indexOf(column)));
        if (column.type() == ColumnType.TEXT) {
          String told = rows.get(i).text(column);
          assertEquals(told == null ? "" : told, cell);
        } else {
          assertEquals(rows.get(i).has(column), !cell.isEmpty(), column.id());
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1", "+1", "-1", "@x", "\tx", "\rx"})
  void csvHasNoFormula(String text) throws IOException {
    for (List<String> record : records(written(EventFormat.CSV, Samples.rows(text)))) {
      for (String cell : record) {
        assertTrue(cell.isEmpty() || "=+-@\t\r".indexOf(cell.charAt(0)) < 0, cell);
      }
    }
  }

  @Test
  void csvTellsAnEmptyTextFromNone() throws IOException {
    FlatRow row = Samples.rows("x").get(6);
    assertEquals("", row.text(Column.SENDER));
    String line = written(EventFormat.CSV, List.of(row)).split("\r\n", -1)[1];
    String[] cells = line.split(",", -1);
    assertEquals("\"\"", cells[COLUMNS.indexOf(Column.SENDER)]);
    assertEquals("", cells[COLUMNS.indexOf(Column.MESSAGE_ID)]);
  }

  @ParameterizedTest
  @EnumSource(EventFormat.class)
  void hostileTextsAreOneLineAndDead(EventFormat format) throws IOException {
    List<FlatRow> rows = Samples.rows(HOSTILE + "x".repeat(100_000));
    String text = written(format, rows);
    assertEquals(rows.size() + (format == EventFormat.CSV ? 1 : 0), text.lines().count(), "lines");
    text.chars()
        .filter(c -> c != '\n' && c != '\r')
        .forEach(c -> assertFalse(VisibleText.hidden(c), () -> "hidden character " + c));
    if (format != EventFormat.CSV) {
      objects(format, rows);
    }
  }

  @ParameterizedTest
  @EnumSource(EventFormat.class)
  void withoutEventsThereAreNoLines(EventFormat format) throws IOException {
    assertEquals(format == EventFormat.CSV ? 1 : 0, written(format, List.of()).lines().count());
  }

  @ParameterizedTest
  @EnumSource(EventFormat.class)
  void aFullDiskIsSaid(EventFormat format) {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("full");
          }
        };
    IOException told =
        Assertions.assertThrows(
            IOException.class,
            () -> {
              try (EventWriter writer = format.open(full, "1")) {
                for (FlatRow row : Samples.rows("x")) {
                  writer.write(row);
                }
              }
            });
    assertEquals("full", told.getMessage());
  }

  @Test
  void timesketchHasWhatItAsksFor() throws IOException {
    List<FlatRow> rows = Samples.rows("x.example");
    List<JsonNode> objects = objects(EventFormat.TIMESKETCH, rows);
    for (int i = 0; i < rows.size(); i++) {
      JsonNode object = objects.get(i);
      long time = rows.get(i).number(Column.TIME);
      assertFalse(object.get("message").stringValue().isBlank());
      assertFalse(object.get("timestamp_desc").stringValue().isBlank());
      assertEquals(time / 1000, object.get("timestamp").longValue());
      String datetime = object.get("datetime").stringValue();
      assertTrue(datetime.matches("2024-03-04T08:00:00\\.\\d{6}\\+00:00"), datetime);
      assertEquals(time / 1000, Times.nanos(OffsetDateTime.parse(datetime).toInstant()) / 1000);
    }
  }

  private static final Map<String, Set<String>> ECS_TYPES =
      Map.of(
          "authentication", Set.of("start", "end", "info"),
          "network",
              Set.of(
                  "access", "allowed", "connection", "denied", "end", "info", "protocol", "start"),
          "email", Set.of("info"),
          "iam", Set.of("admin", "change", "creation", "deletion", "group", "info", "user"),
          "configuration", Set.of("access", "change", "creation", "deletion", "info"),
          "intrusion_detection", Set.of("allowed", "denied", "info"));

  @Test
  void ecsKeepsToItsCategories() throws IOException {
    List<FlatRow> rows = Samples.rows("x.example");
    List<JsonNode> objects = objects(EventFormat.ECS, rows);
    for (int i = 0; i < rows.size(); i++) {
      JsonNode object = objects.get(i);
      JsonNode event = object.get("event");
      Instant time = Instant.parse(object.get("@timestamp").stringValue());
      assertEquals(rows.get(i).number(Column.TIME), Times.nanos(time));
      assertEquals("8.17.0", object.at("/ecs/version").stringValue());
      assertTrue(Set.of("event", "alert").contains(event.get("kind").stringValue()));
      assertEquals(1, event.get("category").size());
      Set<String> types = ECS_TYPES.get(event.get("category").get(0).stringValue());
      event.get("type").forEach(type -> assertTrue(types.contains(type.stringValue()), type + ""));
      JsonNode outcome = event.get("outcome");
      assertTrue(
          outcome == null
              || Set.of("success", "failure", "unknown").contains(outcome.stringValue()));
      assertEquals("mail.zip!recv.log", object.at("/log/file/path").stringValue());
      assertEquals(rows.get(i).number(Column.OFFSET), object.at("/log/offset").longValue());
    }
  }

  @Test
  void ecsPutsTheClientAtTheSource() throws IOException {
    List<JsonNode> objects = objects(EventFormat.ECS, Samples.rows("x.example"));
    JsonNode attempt = objects.get(3);
    assertEquals("203.0.113.9", attempt.at("/source/ip").stringValue());
    assertEquals(4025, attempt.at("/source/port").intValue());
    assertEquals("MAIL01", attempt.at("/destination/address").stringValue());
    assertEquals("failure", attempt.at("/event/outcome").stringValue());
    JsonNode delivery = objects.get(8);
    assertEquals("203.0.113.9", delivery.at("/destination/ip").stringValue());
    assertEquals("outbound", delivery.at("/network/direction").stringValue());
    assertEquals("x.example", delivery.at("/email/to/address/0").stringValue());
  }

  /** What each class requires beyond what all do. */
  private static final Map<Integer, List<String>> OCSF_REQUIRED =
      Map.of(
          0, List.of("/activity_name"),
          1008, List.of("/log_name"),
          2004, List.of("/finding_info/uid", "/finding_info/title"),
          3001, List.of("/user/name"),
          3002, List.of("/user/name", "/service/name"),
          4001, List.of("/connection_info/direction_id"),
          4009, List.of("/direction_id", "/email"));

  @Test
  void ocsfHasWhatItRequires() throws IOException {
    List<FlatRow> rows = Samples.rows("x.example");
    List<JsonNode> objects = objects(EventFormat.OCSF, rows);
    for (int i = 0; i < rows.size(); i++) {
      JsonNode object = objects.get(i);
      int type = object.get("class_uid").intValue();
      int activity = object.get("activity_id").intValue();
      assertEquals(type / 1000, object.get("category_uid").intValue());
      assertEquals(type * 100 + activity, object.get("type_uid").intValue());
      assertTrue(object.get("severity_id").intValue() >= 1);
      assertEquals(rows.get(i).number(Column.TIME) / 1_000_000, object.get("time").longValue());
      assertEquals("1.5.0", object.at("/metadata/version").stringValue());
      assertEquals("postmortem", object.at("/metadata/product/name").stringValue());
      assertEquals("1.2.3", object.at("/metadata/product/version").stringValue());
      for (String pointer : OCSF_REQUIRED.get(type)) {
        assertFalse(object.at(pointer).isMissingNode(), type + " lacks " + pointer);
      }
      if (type == 4009) {
        assertTrue(object.at("/email").has("from") || object.at("/email").has("to"), object + "");
      }
      if (type == 4001) {
        assertTrue(object.has("src_endpoint") || object.has("dst_endpoint"));
      }
      if (activity == 99) {
        assertTrue(object.has("activity_name"));
      }
    }
  }

  @Test
  void ocsfTellsWhoWasRefused() throws IOException {
    List<JsonNode> objects = objects(EventFormat.OCSF, Samples.rows("x.example"));
    JsonNode attempt = objects.get(3);
    assertEquals(300201, attempt.get("type_uid").intValue());
    assertEquals(2, attempt.get("status_id").intValue());
    assertEquals("wrong-password", attempt.get("status_detail").stringValue());
    assertEquals("203.0.113.9", attempt.at("/src_endpoint/ip").stringValue());
    assertEquals("MAIL01", attempt.at("/dst_endpoint/hostname").stringValue());
    JsonNode delivery = objects.get(8);
    assertEquals(400901, delivery.get("type_uid").intValue());
    assertEquals("203.0.113.9", delivery.at("/dst_endpoint/ip").stringValue());
    assertEquals("MAIL01", delivery.at("/src_endpoint/hostname").stringValue());
    assertNull(delivery.at("/dst_endpoint").get("hostname"));
    assertEquals("<>", objects.get(6).at("/email/from").stringValue());
  }
}
