package postmortem.parser.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import postmortem.parser.Confidence;
import postmortem.parser.Fate;
import postmortem.parser.ParseSettings;
import postmortem.parser.Reading;
import postmortem.parser.SampleCase;
import postmortem.testing.Corpus;

/** Real rows of message tracking, of 2016 and 2019 and without a head. */
final class TrackingCorpusTest {

  private static final String NAME = "elastic-test-messagetracking.log";
  private final TrackingParser parser = new TrackingParser();

  @Test
  void readsEveryRow() throws IOException {
    byte[] bytes = Files.readAllBytes(Corpus.require("exchange").resolve(NAME));
    assertEquals(Confidence.LIKELY, parser.probe(SampleCase.sample(NAME, bytes)));
    Reading reading = Reading.whole(parser, NAME, bytes, new ParseSettings(null, 0, 1 << 20));
    assertEquals(6, reading.records());
    assertEquals(2, reading.count(Fate.EVENTS), reading.toString());
    assertEquals(4, reading.count(Fate.IGNORED), "a shadow copy, a hop, a report's way, a note");
    String text = reading.toString();
    assertTrue(text.contains("MESSAGE address=10.11.12.13 "), "the client, not the front end");
    assertTrue(text.contains("MESSAGE address=10.11.12.15 "));
    assertTrue(text.contains("messageId=\"20240123200014.123F425E28@host01.my.domain.com\""));
  }
}
