package postmortem.parser.windows.json;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
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
import postmortem.parser.Sample;
import postmortem.parser.windows.EventOrigins;
import postmortem.parser.windows.EventReader;
import postmortem.parser.windows.EventValues;
import postmortem.parser.windows.KnownEvent;
import postmortem.parser.windows.LocalClock;
import postmortem.parser.windows.Noise;
import postmortem.parser.windows.Telling;
import postmortem.parser.windows.Unsaid;
import postmortem.text.AsciiNumbers;
import postmortem.text.AsciiText;

/** Reads events as JSON: each object is a record. */
final class EventJsonReader implements EventReader {

  private static final String OUTSIDE = "Some text stands outside of objects, and was not read.";

  /** Stands above each object, with its number, where evtx_dump indents them. */
  private static final String HEADING = "Record ";

  private final JsonObjects objects;
  private final EventOrigins origins;
  private final LocalClock clock;
  private final Unsaid unsaid;
  private final EventValues values = new EventValues();
  private final JsonHead head;
  private final JsonData data;
  private final TreeSet<String> notes = new TreeSet<>();
  private long record;
  private boolean event;

  EventJsonReader(PieceInput piece, ParseSettings settings) throws IOException {
    byte[] first = piece.in().readNBytes(Sample.LENGTH);
    InputStream all = new SequenceInputStream(new ByteArrayInputStream(first), piece.in());
    this.objects = new JsonObjects(all, piece.offset(), settings.maxLine());
    this.record = piece.firstRecord() - 1;
    this.origins = new EventOrigins(piece, TimePrecision.TICK);
    this.clock = new LocalClock(settings.zone());
    this.unsaid = new Unsaid(piece.path());
    JsonCursor cursor = new JsonCursor(Encoding.of(first).charset());
    this.head = new JsonHead(values, cursor);
    this.data = new JsonData(values, cursor);
  }

  @Override
  public Fate next(RecordSink sink) throws IOException {
    if (!objects.next()) {
      return Fate.END;
    }
    record++;
    return switch (objects.kind()) {
      case OBJECT -> object(sink);
      case CUT -> reject(sink, RejectReason.CUT_OFF);
      case TOO_LONG -> reject(sink, RejectReason.TOO_LONG);
      case JUNK -> junk(sink);
    };
  }

  private Fate junk(RecordSink sink) {
    byte[] b = objects.block();
    int end = AsciiText.trimEnd(b, objects.start(), objects.end());
    end = end > objects.start() && b[end - 1] == '\r' ? end - 1 : end;
    if (AsciiText.startsWithIgnoreCase(b, objects.start(), end, HEADING)
        && AsciiNumbers.unsigned(b, objects.start() + HEADING.length(), end) >= 0) {
      return Fate.IGNORED;
    }
    notes.add(OUTSIDE);
    return reject(sink, RejectReason.DAMAGED);
  }

  private Fate object(RecordSink sink) {
    byte[] b = objects.block();
    if (Noise.in(b, objects.start(), objects.end())) {
      return reject(sink, RejectReason.DAMAGED); // JSON escapes all control characters
    }
    head.read(b, objects.body(), objects.end());
    if (head.badId()) {
      return reject(sink, RejectReason.BAD_FIELD);
    }
    event = head.isEvent();
    unsaid.complete(values);
    KnownEvent known = KnownEvent.of(values);
    if (known == null) {
      return Fate.IGNORED;
    }
    if (values.time() == Times.NEVER) {
      return reject(sink, RejectReason.BAD_TIME);
    }
    data.read(known, b, objects.body(), objects.end());
    return Telling.tell(known, values, origin(b), sink);
  }

  /** Is the current object an event beyond doubt? */
  boolean isEvent() {
    return objects.kind() == JsonObjects.Kind.OBJECT && event;
  }

  private Origin origin(byte[] b) {
    String note = head.isLocal() ? clock.note() : null;
    if (note != null) {
      notes.add(note);
    }
    return origins.of(
        values,
        head.isLocal() ? TimeBasis.ZONE_ASSUMED : TimeBasis.AS_LOGGED,
        head.isLocal() ? clock.utc(values.time()) : values.time(),
        b,
        objects.start(),
        objects.end() - objects.start(),
        record,
        objects.offset());
  }

  private Fate reject(RecordSink sink, RejectReason reason) {
    sink.reject(reason, record, objects.offset(), objects.length());
    return Fate.REJECTED;
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
    objects.close();
  }
}
