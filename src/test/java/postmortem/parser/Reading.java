package postmortem.parser;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import postmortem.event.Event;
import postmortem.event.Names;
import postmortem.event.Origin;
import postmortem.event.Step;
import postmortem.text.Lines;

/**
 * All that a parser makes of one file, as text that can be compared; the laws that each record is
 * under are checked on the way.
 */
public final class Reading implements RecordSink {

  private static final int LEDGER = 3;
  private static final int STREAM = 5;

  private final LogParser parser;
  private final byte[] file;
  private final int[] lineStarts;
  private final Names names = new Names();
  private final EventText text = new EventText(names);
  private final List<String> lines = new ArrayList<>();
  private final TreeSet<String> notes = new TreeSet<>();
  private final Map<Fate, Integer> fates = new EnumMap<>(Fate.class);
  private final List<long[]> rejected = new ArrayList<>();
  private long lastOffset = -1;
  private long lastRecord;
  private int events;
  private int steps;
  private int rejections;

  private Reading(LogParser parser, byte[] file) {
    this.parser = parser;
    this.file = file;
    this.lineStarts =
        IntStream.concat(
                IntStream.of(0), RecordLaw.lineStarts(file).stream().mapToInt(Integer::intValue))
            .toArray();
  }

  /** Reads a file as one piece, without a survey. */
  public static Reading whole(LogParser parser, String path, byte[] file, ParseSettings settings)
      throws IOException {
    Reading reading = new Reading(parser, file);
    reading.piece(path, 0, file.length, FileFacts.NONE, settings);
    return reading;
  }

  /**
   * Reads a file in pieces, after a survey.
   *
   * @param cuts offsets of line starts, rising
   */
  public static Reading pieces(
      LogParser parser, String path, byte[] file, ParseSettings settings, List<Integer> cuts)
      throws IOException {
    FileFacts facts = survey(parser, path, file, settings);
    Reading reading = new Reading(parser, file);
    int from = 0;
    for (int cut : cuts) {
      reading.piece(path, from, cut, facts, settings);
      from = cut;
    }
    reading.piece(path, from, file.length, facts, settings);
    return reading;
  }

  private static FileFacts survey(
      LogParser parser, String path, byte[] file, ParseSettings settings) throws IOException {
    Survey survey = parser.newSurvey(SampleCase.sample(path, file), settings);
    try (Lines lines = new Lines(new ByteArrayInputStream(file), 0, 1, settings.maxLine())) {
      while (lines.next()) {
        boolean all = survey.needsAllLines();
        boolean directive = lines.end() > lines.start() && lines.block()[lines.start()] == '#';
        if (all || directive) {
          survey.line(lines);
        }
      }
    }
    return survey.facts();
  }

  private void piece(String path, int from, int to, FileFacts facts, ParseSettings settings)
      throws IOException {
    InputStream in = new ByteArrayInputStream(file, from, to - from);
    long first = 1;
    for (int i = 0; i < from; i++) {
      first += file[i] == '\n' ? 1 : 0;
    }
    PieceInput piece = new PieceInput(in, from, first, LEDGER, STREAM, path);
    try (RecordReader reader = parser.open(piece, facts, settings)) {
      while (true) {
        int eventsBefore = events;
        int stepsBefore = steps;
        int rejectionsBefore = rejections;
        Fate fate = reader.next(this);
        if (fate == Fate.END) {
          break;
        }
        fates.merge(fate, 1, Integer::sum);
        assertEquals(fate == Fate.REJECTED ? 1 : 0, rejections - rejectionsBefore, "rejections");
        assertTrue(fate != Fate.EVENTS || events > eventsBefore, "EVENTS without an event");
        boolean silent = events == eventsBefore && steps == stepsBefore;
        assertTrue(silent || fate == Fate.EVENTS || fate == Fate.PART, "result of a " + fate);
      }
      notes.addAll(reader.notes());
    }
  }

  @Override
  public Names names() {
    return names;
  }

  @Override
  public void event(Event event) {
    events++;
    place(event.origin());
    lines.add(text.of(event));
  }

  @Override
  public void step(Step step) {
    steps++;
    place(step.origin());
    lines.add(text.of(step));
  }

  private void place(Origin origin) {
    assertEquals(LEDGER, origin.ledger());
    assertEquals(STREAM, origin.stream());
    assertTrue(origin.offset() >= lastOffset, "offsets rise");
    assertTrue(origin.record() >= lastRecord, "record numbers rise");
    lastOffset = origin.offset();
    lastRecord = origin.record();
    line(origin.record(), origin.offset(), origin.length());
    int offset = (int) origin.offset();
    byte[] there = Arrays.copyOfRange(file, offset, offset + origin.length());
    assertArrayEquals(there, origin.raw().bytes(), "the bytes at the record's place");
  }

  /** Where records are lines, a record is numbered as its line, and ends no later than it. */
  private void line(long record, long offset, long length) {
    if (parser.splitting() == Splitting.AT_LINES) {
      int line = Arrays.binarySearch(lineStarts, (int) offset);
      assertEquals(record, line + 1L, "the number of the line that begins at " + offset);
      boolean last = line + 1 == lineStarts.length;
      long end = last ? file.length : lineStarts[line + 1] - 1L;
      assertTrue(offset + length <= end, "a record is within its line");
    }
  }

  @Override
  public void reject(RejectReason reason, long record, long offset, long length) {
    rejections++;
    rejected.add(new long[] {offset, offset + length});
    assertTrue(offset >= lastOffset && offset + length <= file.length, "a place in the file");
    assertTrue(record > lastRecord, "record numbers rise");
    lastOffset = offset;
    lastRecord = record;
    line(record, offset, length);
    int end = (int) (offset + Math.min(length, 100));
    byte[] excerpt = Arrays.copyOfRange(file, (int) offset, end);
    parser.mask(excerpt);
    lines.add(
        "%d @%d+%d REJECTED %s %s"
            .formatted(record, offset, length, reason, EventText.quoted(excerpt)));
  }

  /** How many records had this fate. */
  public int count(Fate fate) {
    return fates.getOrDefault(fate, 0);
  }

  /** Was something rejected that has a part between these places? */
  public boolean rejects(long from, long to) {
    return rejected.stream().anyMatch(place -> place[0] < to && place[1] > from);
  }

  public boolean isNoted(String note) {
    return notes.contains(note);
  }

  public int records() {
    return fates.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Results in order, then counts, then notes. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    lines.forEach(line -> out.append(line).append('\n'));
    out.append("records %d:".formatted(records()));
    for (Fate fate : Fate.values()) {
      if (fate != Fate.END) {
        out.append(" %s %d".formatted(fate, count(fate)));
      }
    }
    out.append('\n');
    notes.forEach(note -> out.append("note: ").append(note).append('\n'));
    return out.toString();
  }
}
