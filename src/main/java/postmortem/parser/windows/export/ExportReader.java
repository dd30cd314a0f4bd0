package postmortem.parser.windows.export;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import postmortem.event.Origin;
import postmortem.event.Provenance;
import postmortem.event.TimeBasis;
import postmortem.event.TimePrecision;
import postmortem.event.Times;
import postmortem.evidence.Encoding;
import postmortem.parser.Fate;
import postmortem.parser.ParseSettings;
import postmortem.parser.PieceInput;
import postmortem.parser.RecordSink;
import postmortem.parser.RejectReason;
import postmortem.parser.windows.Description;
import postmortem.parser.windows.EventReader;
import postmortem.parser.windows.EventValues;
import postmortem.parser.windows.Field;
import postmortem.parser.windows.KnownEvent;
import postmortem.parser.windows.Meaning;
import postmortem.parser.windows.Telling;
import postmortem.parser.windows.Utf8Text;
import postmortem.text.AsciiNumbers;
import postmortem.text.CsvFields;

/** Reads what Event Viewer of Windows 2000 and 2003 exported. */
final class ExportReader implements EventReader {

  private static final String NO_ZONE =
      "The times are those of a local clock whose zone the file does not say; they were taken for"
          + " UTC. Use --zone to tell.";

  /** Held in memory to find out the order of day and month; further rows follow it. */
  private static final int LOOKED_AT = 1 << 24;

  private final ExportRows rows;
  private final ParseSettings settings;
  private final String path;
  private final Provenance provenance;
  private final EventValues values = new EventValues();
  private final Description description = new Description(values);
  private final LocalTime date = new LocalTime();
  private final TreeSet<String> notes = new TreeSet<>();
  private final DateOrder order;
  private final Charset charset;
  private long record;

  ExportReader(PieceInput piece, ParseSettings settings) throws IOException {
    byte[] head = piece.in().readNBytes(LOOKED_AT);
    InputStream all = new SequenceInputStream(new ByteArrayInputStream(head), piece.in());
    this.rows = new ExportRows(all, piece.offset(), settings.maxLine());
    this.settings = settings;
    this.path = piece.path();
    this.record = piece.firstRecord() - 1;
    this.charset = Encoding.of(head).charset();
    DateClues clues = clues(head, settings.maxLine());
    this.order = clues.order();
    String doubt = clues.doubt();
    this.provenance =
        new Provenance(
            piece.ledger(), piece.stream(), TimePrecision.SECOND, TimeBasis.ZONE_ASSUMED);
    if (doubt != null) {
      notes.add(doubt);
    }
  }

  private static DateClues clues(byte[] head, int maxLine) throws IOException {
    DateClues clues = new DateClues();
    try (ExportRows all = new ExportRows(new ByteArrayInputStream(head), 0, maxLine)) {
      while (all.next()) {
        if (all.bad() == null && all.fields() == ExportRows.FIELDS) {
          clues.row(all.block(), all.start(0), all.end(0), all.start(1), all.end(1));
        }
      }
    }
    return clues;
  }

  @Override
  public Fate next(RecordSink sink) throws IOException {
    if (!rows.next()) {
      return Fate.END;
    }
    record++;
    RejectReason bad = rows.bad();
    if (bad != null) {
      return reject(sink, bad);
    }
    if (rows.end() == rows.start()) {
      return Fate.IGNORED;
    }
    if (rows.fields() < ExportRows.FIELDS) {
      return reject(sink, RejectReason.TOO_FEW_FIELDS);
    }
    return row(sink);
  }

  private Fate row(RecordSink sink) {
    byte[] b = rows.block();
    long id = AsciiNumbers.unsigned(b, rows.start(5), rows.end(5));
    if (id < 0) {
      return reject(sink, RejectReason.BAD_FIELD);
    }
    long time = time(b);
    if (time == Times.NEVER) {
      return reject(sink, RejectReason.BAD_TIME);
    }
    if (settings.zone() == null) {
      notes.add(NO_ZONE);
    }
    head(b, (int) id & 0xffff);
    KnownEvent known = KnownEvent.of(values);
    if (known == null) {
      return Fate.IGNORED;
    }
    describe(known, b);
    Origin origin =
        new Origin(
            provenance, time, b, rows.start(), rows.end() - rows.start(), record, rows.offset());
    return Telling.tell(known, values, origin, sink);
  }

  private long time(byte[] b) {
    date.numbers(b, rows.start(0), rows.end(0));
    int second = LocalTime.secondOfDay(b, rows.start(1), rows.end(1));
    return LocalTime.nanos(date.day(order), second, settings.zone());
  }

  /** Reads source and computer; the export does not name its channel. */
  private void head(byte[] b, int id) {
    values.clear();
    values.id(id);
    field(Field.PROVIDER, b, 2);
    field(Field.COMPUTER, b, 7);
    values.begin().ascii(channel());
    values.finish(Field.CHANNEL);
  }

  private void field(Field field, byte[] b, int place) {
    decode(values.begin(), b, rows.start(place), rows.end(place));
    values.finish(field);
  }

  private String channel() {
    if (values.is(Field.PROVIDER, "Security")) {
      return "Security";
    }
    return ExportPath.isSystem(path) ? "System" : "Application";
  }

  private void describe(KnownEvent known, byte[] b) {
    int from = rows.start(8);
    int to = rows.end(8);
    boolean quoted = from < to && b[from] == '"';
    if (quoted) {
      from++;
      to = to > from && b[to - 1] == '"' ? to - 1 : to;
    }
    Utf8Text text = values.begin();
    int start = text.length();
    if (quoted) {
      byte[] single = new byte[to - from];
      int end = CsvFields.copyUndoubled(b, from, to, single, 0);
      decode(text, single, 0, end);
    } else {
      decode(text, b, from, to);
    }
    description.read(known, start, text.length());
    if (known.meaning() == Meaning.CLOCK_CHANGED) {
      values.clock(clock(Field.TIME_BEFORE), clock(Field.TIME_AFTER));
    }
  }

  /** A time and a date, in either order, as event 520 has them; 0 where there are none. */
  private long clock(Field field) {
    byte[] b = values.bytes();
    int from = values.start(field);
    int to = values.end(field);
    int second = -1;
    long day = Long.MIN_VALUE;
    for (int i = from; i < to; ) {
      int end = i;
      while (end < to && b[end] != ' ' && b[end] != '\t') {
        end++;
      }
      int ofDay = LocalTime.secondOfDay(b, i, Math.min(to, end + 3));
      if (ofDay >= 0 && second < 0 && contains(b, i, end)) {
        second = ofDay;
      } else if (date.numbers(b, i, end)) {
        day = date.day(order);
      }
      i = end + 1;
    }
    long time = LocalTime.nanos(day, second, settings.zone());
    return time == Times.NEVER ? 0 : time;
  }

  private static boolean contains(byte[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      if (b[i] == ':') {
        return true;
      }
    }
    return false;
  }

  private void decode(Utf8Text out, byte[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      if (b[i] < 0) {
        byte[] utf8 =
            new String(b, from, to - from, charset)
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        out.copy(utf8, 0, utf8.length);
        return;
      }
    }
    out.copy(b, from, to);
  }

  @Override
  public EventValues values() {
    return values;
  }

  private Fate reject(RecordSink sink, RejectReason reason) {
    sink.reject(reason, record, rows.offset(), rows.length());
    return Fate.REJECTED;
  }

  @Override
  public SortedSet<String> notes() {
    return Collections.unmodifiableSortedSet(notes);
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
