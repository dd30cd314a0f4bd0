package postmortem.parser.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import postmortem.event.Names;
import postmortem.parser.Confidence;
import postmortem.parser.Fate;
import postmortem.parser.LogParser;
import postmortem.parser.ParseSettings;
import postmortem.parser.PieceInput;
import postmortem.parser.Reading;
import postmortem.parser.SampleCase;
import postmortem.testing.Corpus;

/** Exports of other tools are read without loss, and those of other formats are left alone. */
final class EventExportCorpusTest {

  private static final ParseSettings SETTINGS = new ParseSettings(null, 0, 1 << 20);
  private static final LogParser CSV = new EventViewerCsvParser();
  private static final LogParser XML = new EventXmlParser();

  @ParameterizedTest
  @CsvSource({
    "constructed-eventviewer2003-en.csv, 13, 12",
    "constructed-eventviewer2003-en-tab.txt, 13, 12",
    "constructed-eventviewer2000-ja-cp932.csv, 12, 12"
  })
  void exportsOfEventViewer(String name, int events, int refused) throws IOException {
    byte[] bytes = bytes(name);
    assertEquals(Confidence.LIKELY, CSV.probe(SampleCase.sample(name, bytes)));
    assertEquals(Confidence.NONE, XML.probe(SampleCase.sample(name, bytes)));
    Reading reading = Reading.whole(CSV, name, bytes, SETTINGS);
    assertEquals(events, reading.count(Fate.EVENTS));
    assertEquals(events, reading.records());
    assertEquals(refused, count(reading, " service=SMTP .* outcome=REJECTED reason=DENIED"));
  }

  @ParameterizedTest
  @CsvSource({
    "python-evtx-dump.mitre-4771-kerberos-valid-user.xml, 54, 4771=54",
    "python-evtx-dump.mitre-4625-local-bruteforce.xml, 16, 4625=16",
    "evtxexport-xml.mitre-4625-openssh-valid-users.xml, 11, 4624=2 4625=5 4648=2 4688=2",
    "wevtutil-style-xml.hayabusa-rules-samples.xml, 8, 4624=2 4625=2 4634=1 4648=2 4672=1",
  })
  void xml(String name, int records, String counts) throws IOException {
    byte[] bytes = bytes(name);
    assertEquals(Confidence.CERTAIN, XML.probe(SampleCase.sample(name, bytes)));
    TreeMap<Integer, Integer> ids = new TreeMap<>();
    PieceInput piece = new PieceInput(new ByteArrayInputStream(bytes), 0, 1, 0, 0);
    Ignoring sink = new Ignoring(new Names());
    try (EventXmlReader reader = new EventXmlReader(piece, SETTINGS)) {
      for (Fate fate = reader.next(sink); fate != Fate.END; fate = reader.next(sink)) {
        if (fate != Fate.REJECTED) {
          ids.merge(reader.values().id(), 1, Integer::sum);
        }
      }
    }
    assertEquals(records, ids.values().stream().mapToInt(Integer::intValue).sum());
    assertEquals(counts, ids.toString().replaceAll("[{},]", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "constructed-dumpel-tab.txt",
        "constructed-eventviewer-modern-en-exchange1035.csv",
        "constructed-eventviewer-modern-ja-utf8bom.csv",
        "constructed-get-winevent-export-csv.csv",
        "constructed-logparser.csv",
        "constructed-psloglist-s.csv",
        "dumpel-comma.checklogfiles-sample.txt",
        "eventviewer-csv-german.comidds-sample.csv",
        "ossec-wazuh-winevtlog.log",
        "sigma-evtx_dump-style-4648.json"
      })
  void otherExportsAreLeftAlone(String name) throws IOException {
    byte[] bytes = bytes(name);
    assertEquals(Confidence.NONE, CSV.probe(SampleCase.sample(name, bytes)));
    assertEquals(Confidence.NONE, XML.probe(SampleCase.sample(name, bytes)));
  }

  private static byte[] bytes(String name) throws IOException {
    Path folder = Corpus.require("event-exports");
    return Files.readAllBytes(folder.resolve(name));
  }

  private static long count(Reading reading, String pattern) {
    return java.util.regex.Pattern.compile(pattern).matcher(reading.toString()).results().count();
  }
}
