package postmortem.parser.windows.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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
    TreeMap<Integer, String> whole = events(read(sample, bytes));
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
  private static TreeMap<Integer, String> events(Reading read) {
    TreeMap<Integer, String> events = new TreeMap<>();
    for (String line : read.toString().split("\n")) {
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
