package postmortem.parser.windows;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import postmortem.parser.Fate;
import postmortem.parser.LogParser;
import postmortem.parser.ParseSettings;
import postmortem.parser.Reading;
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

/**
 * What damage takes away is said, in whatever form an event log comes: nothing is lost silently.
 */
class EventDamageTest {

  private static final long SEED = Long.getLong("seed", 20_080_229);
  private static final int NEAR = 100; // what is left of an event begins no further behind noise
  private static final ParseSettings SETTINGS = new ParseSettings(null, 0, 1 << 20);

  record Damaged(LogParser parser, SampleCase sample) {
    @Override
    public String toString() {
      return parser.format().id() + "/" + sample.name();
    }
  }

  static Stream<Damaged> cases() {
    return Stream.of(
            new EvtexportParser(),
            new WevtutilParser(),
            new EvtParser(),
            new EvtxParser(),
            new EventDumpParser(),
            new EventTableParser(),
            new EventViewerCsvParser(),
            new EventJsonParser(),
            new EventLineParser(),
            new EventXmlParser())
        .flatMap(
            parser ->
                SampleCase.of(parser.format().id()).stream().map(c -> new Damaged(parser, c)));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void noiseThatHidesAnEventIsSaid(Damaged damaged) throws IOException {
    byte[] bytes = damaged.sample.bytes();
    Reading whole = read(damaged, bytes);
    Random random = new Random(SEED);
    for (int round = 0; round < 200; round++) {
      int from = random.nextInt(bytes.length);
      byte[] noise = new byte[Math.min(bytes.length - from, 100 + random.nextInt(600))];
      random.nextBytes(noise);
      byte[] noisy = bytes.clone();
      System.arraycopy(noise, 0, noisy, from, noise.length);
      Reading read = read(damaged, noisy);
      assertTrue(
          read.count(Fate.EVENTS) >= whole.count(Fate.EVENTS)
              || read.rejects(from, from + noise.length + NEAR)
              || read.isNoted(Noise.NOTE),
          "seed %d, round %d: %d+%d: %s".formatted(SEED, round, from, noise.length, read));
    }
  }

  /** A binary record says how long it is, and no more of what it should hold. */
  static Stream<Damaged> texts() {
    return cases().filter(c -> !(c.parser instanceof EvtParser || c.parser instanceof EvtxParser));
  }

  static Stream<Damaged> lineByLine() {
    return texts()
        .filter(
            c ->
                !(c.parser instanceof EvtParser
                    || c.parser instanceof EvtxParser
                    || c.parser instanceof EventJsonParser
                    || c.parser instanceof EventXmlParser));
  }

  @ParameterizedTest
  @MethodSource("lineByLine")
  void anEventThatTheEndCutsIsSaid(Damaged damaged) throws IOException {
    byte[] bytes = damaged.sample.bytes();
    for (int length = bytes.length - 1; length > 0; length -= 1 + bytes.length / 500) {
      Reading start = read(damaged, Arrays.copyOf(bytes, length));
      if (bytes[length - 1] != '\n' && bytes[length] != '\n' && bytes[length] != '\r') {
        assertTrue(
            start.count(Fate.REJECTED) > 0 || start.isNoted(EventTexts.TORN),
            "cut at " + length + ": " + start);
      }
    }
  }

  private static Reading read(Damaged damaged, byte[] bytes) throws IOException {
    return Reading.whole(damaged.parser, damaged.sample.path(), bytes, SETTINGS);
  }
}
