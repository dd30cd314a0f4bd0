package postmortem.parser.windows.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import postmortem.parser.Confidence;
import postmortem.parser.Fate;
import postmortem.parser.ParseSettings;
import postmortem.parser.Reading;
import postmortem.parser.SampleCase;

/** The end of a long table with its header before it: the first row is torn, wherever it is cut. */
class CutTableTest {

  private static final ParseSettings SETTINGS = new ParseSettings(null, 0, 1 << 20);
  private static final EventTableParser PARSER = new EventTableParser();

  static Stream<SampleCase> samples() {
    return SampleCase.of(PARSER.format().id()).stream().filter(s -> !s.name().contains("damaged"));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aTornRowTakesNoOtherWithIt(SampleCase sample) throws IOException {
    byte[] bytes = sample.bytes();
    int head = headEnd(bytes);
    NavigableMap<Integer, String> whole = events(read(sample, bytes));
    int step = 1 + bytes.length / 4000;
    for (int from = head; from < bytes.length; from += step) {
      Reading read = read(sample, without(bytes, head, from));
      List<String> found = new ArrayList<>(events(read).values());
      List<String> behind = new ArrayList<>(whole.tailMap(from).values());
      assertTrue(
          found.size() - behind.size() <= 1 && Collections.indexOfSubList(found, behind) >= 0,
          "cut at %d: %s".formatted(from, read));
      Integer torn = whole.lowerKey(from);
      boolean inside = torn != null && bytes[from - 1] != '\n' && bytes[from] != '\n';
      if (inside && found.size() == behind.size() && whole.higherKey(torn) != null) {
        assertTrue(read.count(Fate.REJECTED) + read.count(Fate.IGNORED) > 1, read.toString());
      }
    }
  }

  /** The last bytes of a long table alone, which have no header. */
  @ParameterizedTest
  @ValueSource(ints = {0, 3, 30, 100, 400, 470})
  void theEndOfATableOfEvtxEcmdIsRead(int torn) throws IOException {
    StringBuilder rows = new StringBuilder();
    for (int i = 10; i < 30; i++) {
      rows.append(
          ("10%1$d,20%1$d,2024-03-04 10:00:%1$d.1234567,4625,Warning,"
                  + "Microsoft-Windows-Security-Auditing,Security,4,5,MAIL01,,Failed logon,DOM\\x,"
                  + "WS (192.0.2.7),Target: u,LogonType 3,,,,,-,False,C:\\Security.evtx,Audit failure,"
                  + "\"{\"\"EventData\"\":{\"\"Data\"\":[{\"\"@Name\"\":\"\"TargetUserName\"\","
                  + "\"\"#text\"\":\"\"u%1$d\"\"},{\"\"@Name\"\":\"\"LogonType\"\",\"\"#text\"\":\"\"3\"\"},"
                  + "{\"\"@Name\"\":\"\"IpAddress\"\",\"\"#text\"\":\"\"192.0.2.7\"\"},{\"\"@Name\"\":"
                  + "\"\"Status\"\",\"\"#text\"\":\"\"0xC000006D\"\"},{\"\"@Name\"\":\"\"SubStatus\"\","
                  + "\"\"#text\"\":\"\"0xC000006A\"\"}]}}\"\r\n")
              .formatted(i));
    }
    int row = rows.length() / 20;
    byte[] end = rows.substring(rows.length() - 10 * row - torn % row).getBytes(UTF_8);
    EventDumpParser parser = new EventDumpParser();

    assertEquals(Confidence.LIKELY, parser.probe(SampleCase.sample("end.csv", end)));
    Reading read = Reading.whole(parser, "end.csv", end, SETTINGS);
    assertEquals(10, read.count(Fate.EVENTS), read.toString());
    assertEquals(torn % row == 0 ? 0 : 1, read.count(Fate.REJECTED), read.toString());
    assertTrue(read.toString().contains("2024-03-04T10:00:29.123456700Z"), read.toString());
    assertTrue(read.toString().contains("address=192.0.2.7"), read.toString());
  }

  private static Reading read(SampleCase sample, byte[] bytes) throws IOException {
    return Reading.whole(PARSER, sample.path(), bytes, SETTINGS);
  }

  private static int headEnd(byte[] bytes) {
    int lines = Objects.requireNonNull(TableHead.layout(bytes)).headRows();
    int end = 0;
    while (lines > 0) {
      lines -= bytes[end++] == '\n' ? 1 : 0;
    }
    return end;
  }

  private static byte[] without(byte[] bytes, int from, int to) {
    ByteArrayOutputStream left = new ByteArrayOutputStream();
    left.write(bytes, 0, from);
    left.write(bytes, to, bytes.length - to);
    return left.toByteArray();
  }

  /** What events say, but for their places, by these. */
  private static NavigableMap<Integer, String> events(Reading read) {
    NavigableMap<Integer, String> events = new TreeMap<>();
    for (String line : read.toString().lines().toList()) {
      int at = line.indexOf('@');
      int plus = line.indexOf('+', at);
      if (at > 0 && line.charAt(at - 1) == ' ' && !line.contains(" REJECTED ")) {
        events.put(
            Integer.parseInt(line.substring(at + 1, plus)),
            line.substring(line.indexOf(' ', plus)));
      }
    }
    assertEquals(read.count(Fate.EVENTS), events.size());
    return events;
  }
}
