package postmortem.parser.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import postmortem.event.Event;
import postmortem.event.Names;
import postmortem.event.Step;
import postmortem.parser.Confidence;
import postmortem.parser.Fate;
import postmortem.parser.FileFacts;
import postmortem.parser.LogParser;
import postmortem.parser.ParseSettings;
import postmortem.parser.PieceInput;
import postmortem.parser.Reading;
import postmortem.parser.RecordSink;
import postmortem.parser.RejectReason;
import postmortem.parser.Sample;
import postmortem.parser.SampleCase;
import postmortem.parser.windows.block.EvtexportParser;
import postmortem.parser.windows.block.WevtutilParser;
import postmortem.parser.windows.evt.EvtParser;
import postmortem.parser.windows.evtx.EvtxParser;
import postmortem.parser.windows.export.EventDumpParser;
import postmortem.parser.windows.export.EventTableParser;
import postmortem.parser.windows.export.EventViewerCsvParser;
import postmortem.parser.windows.json.EventJsonParser;
import postmortem.parser.windows.line.EventLineParser;
import postmortem.parser.windows.xml.EventXmlParser;
import postmortem.testing.Corpus;

/** Exports of event logs are known for what they are, and have the events that the table names. */
final class EventExportCorpusTest {

  private static final ParseSettings SETTINGS = new ParseSettings(null, 0, 1 << 20);
  private static final Pattern COUNT = Pattern.compile("(\\d+)=(\\d+)");
  private static final List<LogParser> PARSERS =
      List.of(
          new EvtParser(),
          new EvtxParser(),
          new EvtexportParser(),
          new EventViewerCsvParser(),
          new EventJsonParser(),
          new EventLineParser(),
          new EventTableParser(),
          new EventDumpParser(),
          new EventXmlParser(),
          new WevtutilParser());

  @TestFactory
  List<DynamicTest> asExpected() throws IOException {
    Path folder = Corpus.require("event-exports");
    List<DynamicTest> tests = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("EXPECTED.tsv"))) {
      String[] row = line.split("\t", -1);
      if (!row[0].equals("file")) {
        tests.add(DynamicTest.dynamicTest(row[0], () -> check(folder.resolve(row[0]), row)));
      }
    }
    return tests;
  }

  private static void check(Path file, String[] row) throws IOException {
    byte[] bytes = decoded(Files.readAllBytes(file));
    Sample sample = SampleCase.sample(row[0], bytes);
    List<LogParser> known = known(sample);
    assertEquals(1, known.size(), () -> "taken for " + known);
    LogParser parser = known.get(0);
    Map<Integer, Integer> expected = new TreeMap<>();
    Matcher counts = COUNT.matcher(row[3].replaceAll("\\([^)]*\\)", ""));
    while (counts.find()) {
      expected.put(Integer.parseInt(counts.group(1)), Integer.parseInt(counts.group(2)));
    }
    assertEquals(expected, ids(parser, row[0], bytes));
    Reading.whole(parser, row[0], bytes, SETTINGS);
  }

  /** Parsers get UTF-16 as UTF-8. */
  private static byte[] decoded(byte[] bytes) {
    return bytes[0] == (byte) 0xff
        ? new String(bytes, StandardCharsets.UTF_16).getBytes(StandardCharsets.UTF_8)
        : bytes;
  }

  /** The parsers that are surer than all others: one, if all is well. */
  private static List<LogParser> known(Sample sample) {
    List<LogParser> best = new ArrayList<>();
    Confidence most = Confidence.POSSIBLE;
    for (LogParser parser : PARSERS) {
      Confidence confidence = parser.probe(sample);
      if (confidence.compareTo(most) > 0) {
        best.clear();
        most = confidence;
      }
      if (confidence == most) {
        best.add(parser);
      }
    }
    return best;
  }

  private static Map<Integer, Integer> ids(LogParser parser, String name, byte[] bytes)
      throws IOException {
    Map<Integer, Integer> ids = new TreeMap<>();
    PieceInput piece = new PieceInput(new ByteArrayInputStream(bytes), 0, 1, 0, 0, name);
    Rejections sink = new Rejections();
    try (EventReader reader = (EventReader) parser.open(piece, FileFacts.NONE, SETTINGS)) {
      for (Fate fate = reader.next(sink); fate != Fate.END; fate = reader.next(sink)) {
        boolean numbered = fate != Fate.REJECTED || sink.last == RejectReason.BAD_TIME;
        int id = numbered ? reader.values().id() : 0;
        if (id > 0) {
          ids.merge(id, 1, Integer::sum);
        }
      }
    }
    return ids;
  }

  /** Remembers why the last record was rejected: one without a time has a number all the same. */
  private static final class Rejections implements RecordSink {
    private final Names names = new Names();
    private RejectReason last = RejectReason.DAMAGED;

    @Override
    public Names names() {
      return names;
    }

    @Override
    public void event(Event event) {
      // not needed
    }

    @Override
    public void step(Step step) {
      // not needed
    }

    @Override
    public void reject(RejectReason reason, long record, long offset, long length) {
      last = reason;
    }
  }
}
