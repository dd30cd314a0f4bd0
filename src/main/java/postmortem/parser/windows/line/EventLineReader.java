package postmortem.parser.windows.line;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import postmortem.event.Origin;
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
import postmortem.parser.windows.EventOrigins;
import postmortem.parser.windows.EventReader;
import postmortem.parser.windows.EventTexts;
import postmortem.parser.windows.EventValues;
import postmortem.parser.windows.Field;
import postmortem.parser.windows.KnownEvent;
import postmortem.parser.windows.LocalClock;
import postmortem.parser.windows.Noise;
import postmortem.parser.windows.Telling;
import postmortem.parser.windows.Unsaid;
import postmortem.parser.windows.Utf8Text;
import postmortem.parser.windows.line.EventLine.Part;
import postmortem.text.Lines;

/** Reads events that stand in a line each, among other lines of syslog or alone. */
final class EventLineReader implements EventReader {

  private static final String NO_TIME =
      "Some lines have no time, so nothing could be told of them.";
  private static final String NO_YEAR =
      "Some lines have a date without a year, so nothing could be told of them. Use --year to"
          + " tell.";

  private final Lines lines;
  private final EventOrigins origins;
  private final ParseSettings settings;
  private final LocalClock clock;
  private final Unsaid unsaid;
  private final LineForms forms = new LineForms();
  private final LineDate date = new LineDate();
  private final EventLine line = new EventLine();
  private final EventValues values = new EventValues();
  private final Description description = new Description(values);
  private final TreeSet<String> notes = new TreeSet<>();
  private TimeBasis basis = TimeBasis.AS_LOGGED;
  private boolean event;

  EventLineReader(PieceInput piece, ParseSettings settings) {
    this.lines = new Lines(piece.in(), piece.offset(), piece.firstRecord(), settings.maxLine());
    this.origins = new EventOrigins(piece, TimePrecision.SECOND);
    this.settings = settings;
    this.clock = new LocalClock(settings.zone());
    this.unsaid = new Unsaid(piece.path());
  }

  @Override
  public Fate next(RecordSink sink) throws IOException {
    event = false;
    if (!lines.next()) {
      if (lines.isTorn()) {
        notes.add(EventTexts.TORN);
      }
      return Fate.END;
    }
    values.clear();
    if (lines.tooLong()) {
      return reject(sink, RejectReason.TOO_LONG);
    }
    Fate fate =
        switch (forms.read(lines.block(), lines.textStart(), lines.end(), settings.year(), line)) {
          case EVENT -> event(sink);
          case BROKEN -> reject(sink, RejectReason.TOO_FEW_FIELDS);
          case OTHER -> Fate.IGNORED;
        };
    return Noise.hides(fate, lines.block(), lines.start(), lines.end(), notes)
        ? reject(sink, RejectReason.DAMAGED)
        : fate;
  }

  private Fate event(RecordSink sink) {
    if (line.id() == EventLine.NO_ID) {
      return reject(sink, RejectReason.BAD_FIELD);
    }
    event = true;
    head();
    KnownEvent known = KnownEvent.of(values);
    if (known == null) {
      return Fate.IGNORED;
    }
    values.time(time());
    if (values.time() == Times.NEVER) {
      return reject(sink, RejectReason.BAD_TIME);
    }
    int start = text();
    description.read(known, start, values.text().length());
    return Telling.tell(known, values, origin(), sink);
  }

  private void head() {
    values.id(line.id());
    field(Field.CHANNEL, line.start(Part.LOG), line.end(Part.LOG));
    field(Field.PROVIDER, line.start(Part.SOURCE), line.end(Part.SOURCE));
    if (line.has(Part.COMPUTER)) {
      field(Field.COMPUTER, line.start(Part.COMPUTER), line.end(Part.COMPUTER));
    } else {
      field(Field.COMPUTER, forms.head().hostStart(), forms.head().hostEnd());
    }
    unsaid.complete(values);
  }

  private void field(Field field, int from, int to) {
    values.begin();
    decode(from, to);
    values.finish(field);
  }

  /** The agent's date, else that of the head. */
  private long time() {
    LineDate found = date;
    boolean own =
        line.date() >= 0
            && date.read(lines.block(), line.date(), lines.end(), settings.year()) >= 0;
    if (!own) {
      if (!forms.head().dated()) {
        notes.add(NO_TIME);
        return Times.NEVER;
      }
      found = forms.head().date();
    }
    if (found.nanos() == Times.NEVER) {
      notes.add(found.yearless() ? NO_YEAR : NO_TIME);
      return Times.NEVER;
    }
    basis = basis(found);
    return found.zoned() ? found.nanos() : clock.utc(found.nanos());
  }

  private TimeBasis basis(LineDate found) {
    if (found.zoned()) {
      return TimeBasis.AS_LOGGED;
    }
    String note = clock.note();
    if (note != null) {
      notes.add(note);
    }
    return found.yearGiven() ? TimeBasis.YEAR_INFERRED : TimeBasis.ZONE_ASSUMED;
  }

  /** Writes the text; returns where it begins. */
  private int text() {
    int start = values.begin().length();
    Utf8Text out = values.text();
    byte[] b = lines.block();
    int from = line.start(Part.TEXT);
    int to = line.end(Part.TEXT);
    for (int i = from; i + 4 <= to; i++) {
      int control = b[i] == '#' && b[i + 1] == '0' && b[i + 2] == '1' ? b[i + 3] - '0' : -1;
      if (control >= 1 && control <= 7) { // rsyslog writes control characters in octal
        decode(from, i);
        out.put(control == 1 ? '\t' : ' ');
        from = i + 4;
        i += 3;
      }
    }
    decode(from, to);
    return start;
  }

  /** Lines of one file come from machines with different code pages. */
  private void decode(int from, int to) {
    byte[] b = lines.block();
    for (int i = from; i < to; i++) {
      if (b[i] < 0) {
        byte[] whole = Arrays.copyOfRange(b, lines.start(), lines.end());
        values.text().copy(b, from, to, Encoding.of(whole).charset());
        return;
      }
    }
    values.text().copy(b, from, to);
  }

  private Origin origin() {
    return origins.of(
        values,
        basis,
        values.time(),
        lines.block(),
        lines.start(),
        lines.end() - lines.start(),
        lines.record(),
        lines.offset());
  }

  private Fate reject(RecordSink sink, RejectReason reason) {
    sink.reject(reason, lines.record(), lines.offset(), lines.length());
    return Fate.REJECTED;
  }

  /** Is the current line one of an agent for events, with a number? */
  boolean isEvent() {
    return event;
  }

  /** Is there no text in the current line? */
  boolean isBlank() {
    return lines.isEmpty();
  }

  @Override
  public EventValues values() {
    return values;
  }

  @Override
  public SortedSet<String> notes() {
    return Collections.unmodifiableSortedSet(notes);
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
