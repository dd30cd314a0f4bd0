package postmortem.parser.windows.evt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import postmortem.parser.ParseSettings;
import postmortem.parser.Reading;
import postmortem.parser.RecordLaw;
import postmortem.text.AsciiText;

/** What is live in a ring is read, and nothing else, whatever state the file is in. */
final class EvtRecordsTest {

  private static final long SEED = Long.getLong("seed", 20_030_701);

  @Test
  void allLiveRecordsOfAnyRing() {
    Random random = new Random(SEED);
    boolean straddled = false;
    for (int round = 0; round < 300; round++) {
      EvtWriter log = new EvtWriter(2048 + 4 * random.nextInt(1024));
      for (int n = random.nextInt(80); n >= 0; n--) {
        log.add(529, EvtWriter.FAILURE, "x".repeat(random.nextInt(100)), "y");
        Found found = new Found(random.nextBoolean() ? log.file() : log.dirty());
        String place = "seed " + SEED + ", round " + round;
        assertEquals(log.numbers(), found.numbers, place);
        assertEquals(List.of(), found.bad, place);
        assertTrue(found.ended, place);
        straddled |= found.straddled;
      }
    }
    assertTrue(straddled);
  }

  @Test
  void anEmptyLog() {
    Found found = new Found(new EvtWriter(1024).file());
    assertEquals(List.of(), found.numbers);
    assertEquals(List.of(), found.bad);
    assertTrue(found.ended);
  }

  @Test
  void overwrittenRecordsAreNotLive() {
    Found found = new Found(EvtSamples.ring());
    assertEquals(27, found.numbers.stream().mapToInt(n -> n).max().orElse(0));
    assertTrue(found.straddled);
    assertEquals(2, found.overwritten);
  }

  /** A log was cleared, and began again in the same file. */
  @Test
  void whatAClearedLogLeftIsNotLive() {
    EvtWriter old = new EvtWriter(2048);
    for (int i = 0; i < 5; i++) {
      old.add(529, EvtWriter.FAILURE, "x", "y");
    }
    byte[] file = old.file();
    int end = AsciiText.four(three(), 20) + 40;
    System.arraycopy(three(), 0, file, 0, end);
    Found found = new Found(file);
    assertEquals(List.of(1, 2, 3), found.numbers);
    assertEquals(1, found.overwritten, "the fourth is torn");
    assertEquals(List.of(), found.bad);
  }

  @Test
  void withoutAHeaderEverythingIsLive() {
    byte[] file = three();
    Arrays.fill(file, 0, EvtWriter.HEADER, (byte) 0);
    assertEquals(List.of(1, 2, 3), new Found(file).numbers);
    byte[] noEnd = Arrays.copyOfRange(file, EvtWriter.HEADER, AsciiText.four(three(), 20));
    assertEquals(List.of(1, 2, 3), new Found(noEnd).numbers);
    assertEquals(List.of(), new Found(noEnd).bad);
  }

  @Test
  void aPartOfALogBelievesItsEndByTheNumber() {
    EvtWriter log = new EvtWriter(4096);
    for (int i = 0; i < 40; i++) {
      log.add(529, EvtWriter.FAILURE, "x", "y");
    }
    byte[] file = log.file();
    byte[] part = Arrays.copyOfRange(file, 1, file.length); // and at no multiple of four
    List<Integer> numbers = new ArrayList<>(log.numbers());
    Found found = new Found(part);
    numbers.removeAll(found.numbers);
    assertTrue(numbers.size() <= 1, () -> "only the one that goes on at the start: " + numbers);
    assertTrue(found.ended);
  }

  private static byte[] three() {
    EvtWriter log = new EvtWriter(2048);
    for (int i = 0; i < 3; i++) {
      log.add(529, EvtWriter.FAILURE, "x", "y");
    }
    return log.file();
  }

  /** Three records, of which the second has another number at a place of its own. */
  private static byte[] second(int place, int number) {
    byte[] file = three();
    int size = AsciiText.four(file, EvtWriter.HEADER);
    int at = EvtWriter.HEADER + size + (place < 0 ? size + place : place);
    ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(at, number);
    return file;
  }

  @Test
  void wrongLengthsCostOneRecord() {
    for (int length : new int[] {0, 1, 55, 60, -1, Integer.MAX_VALUE, 1 << 17}) {
      for (int place : new int[] {0, -4}) {
        Found found = new Found(second(place, length));
        assertEquals(List.of(1, 3), found.numbers, "length " + length + " at " + place);
        assertEquals(1, found.bad.size());
      }
    }
  }

  @Test
  void placesOutsideOfTheRecordCostOneRecord() throws IOException {
    for (int place : new int[] {-1, 0, 1 << 20, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
      assertFates("EVENTS 2 PART 0 IGNORED 0 REJECTED 1", second(36, place));
      assertFates("EVENTS 3 PART 0 IGNORED 0 REJECTED 0", second(44, place));
      assertFates("EVENTS 3 PART 0 IGNORED 0 REJECTED 0", second(40, place));
    }
    int many = 0xffff << 16 | 16;
    assertFates("EVENTS 2 PART 0 IGNORED 0 REJECTED 1", second(24, many));
  }

  /** Without a zero from its strings to its end, and from its source to its end. */
  @Test
  void textsThatDoNotEndCostOneRecord() throws IOException {
    for (int place : new int[] {36, 56}) {
      byte[] file = three();
      int size = AsciiText.four(file, EvtWriter.HEADER);
      int at = EvtWriter.HEADER + size;
      int from = place == 36 ? AsciiText.four(file, at + place) : place;
      Arrays.fill(file, at + from, at + size - 4, (byte) 'x');
      assertFates("EVENTS 2 PART 0 IGNORED 0 REJECTED 1", file);
    }
  }

  private static void assertFates(String expected, byte[] file) throws IOException {
    RecordLaw.check(new EvtParser(), "SecEvent.Evt", file);
    ParseSettings settings = new ParseSettings(null, 0, 4096);
    String read = Reading.whole(new EvtParser(), "SecEvent.Evt", file, settings).toString();
    assertTrue(read.contains(expected), read);
  }

  @Test
  void anEndInTheMiddleThatIsNotTheEndIsPassedOver() {
    EvtWriter log = new EvtWriter(2048);
    log.add(529, EvtWriter.FAILURE, "x", "y");
    int from = EvtWriter.HEADER + AsciiText.four(log.file(), EvtWriter.HEADER);
    byte[] end = Arrays.copyOfRange(log.file(), from, from + 40);
    ByteBuffer.wrap(end).order(ByteOrder.LITTLE_ENDIAN).putInt(24, 7).putInt(28, 9);
    log.add(end).behind(1).add(529, EvtWriter.FAILURE, "x", "y");
    assertEquals(List.of(1, 2), new Found(log.file()).numbers);
  }

  @Test
  void aRingThatBeginsBeyondItselfEnds() {
    byte[] file = EvtSamples.ring();
    for (int i = EvtWriter.HEADER; i + 40 <= file.length; i += 4) {
      if (AsciiText.four(file, i + 4) == 0x11111111) {
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(i + 20, -1);
      }
    }
    Found found = new Found(file);
    assertTrue(found.numbers.contains(27));
    assertTrue(found.overwritten > 0);
  }

  /** The records of a file, by their numbers. */
  private static final class Found {
    private final List<Integer> numbers = new ArrayList<>();
    private final List<String> bad = new ArrayList<>();
    private boolean straddled;
    private boolean ended;
    private long overwritten;

    Found(byte[] file) {
      try (EvtRecords records = new EvtRecords(new ByteArrayInputStream(file), 0)) {
        while (records.next()) {
          if (records.bad() != null) {
            bad.add(records.bad() + " " + records.offset() + "+" + records.length());
          } else {
            numbers.add(AsciiText.four(records.record(), records.start() + 8));
            straddled |= records.end() - records.start() > records.length();
          }
        }
        ended = records.ended();
        overwritten = records.overwritten();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
