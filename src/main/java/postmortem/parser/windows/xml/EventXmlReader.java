package postmortem.parser.windows.xml;

import java.io.IOException;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import postmortem.event.Origin;
import postmortem.event.TimeBasis;
import postmortem.event.TimePrecision;
import postmortem.parser.Fate;
import postmortem.parser.ParseSettings;
import postmortem.parser.PieceInput;
import postmortem.parser.RecordSink;
import postmortem.parser.RejectReason;
import postmortem.parser.windows.EventOrigins;
import postmortem.parser.windows.EventReader;
import postmortem.parser.windows.EventValues;
import postmortem.parser.windows.KnownEvent;
import postmortem.parser.windows.Noise;
import postmortem.parser.windows.Telling;

/** Reads events as XML: each {@code Event} element is a record. */
final class EventXmlReader implements EventReader {

  private static final String OUTSIDE = "Some text stands outside of events, and was not read.";

  private final EventElements elements;
  private final EventOrigins origins;
  private final EventValues values = new EventValues();
  private final EventXmlScan scan = new EventXmlScan(values);
  private final TreeSet<String> notes = new TreeSet<>();
  private long record;

  EventXmlReader(PieceInput piece, ParseSettings settings) {
    this.elements = new EventElements(piece.in(), piece.offset(), settings.maxLine());
    this.record = piece.firstRecord() - 1;
    this.origins = new EventOrigins(piece, TimePrecision.TICK);
  }

  @Override
  public Fate next(RecordSink sink) throws IOException {
    if (!elements.next()) {
      return Fate.END;
    }
    record++;
    return switch (elements.kind()) {
      case EVENT -> noisy(event(sink), sink);
      case CUT -> reject(sink, RejectReason.CUT_OFF);
      case TOO_LONG -> reject(sink, RejectReason.TOO_LONG);
      case JUNK -> {
        notes.add(OUTSIDE);
        yield reject(sink, RejectReason.DAMAGED);
      }
    };
  }

  private Fate noisy(Fate fate, RecordSink sink) {
    return Noise.hides(fate, elements.block(), elements.start(), elements.end(), notes)
        ? reject(sink, RejectReason.DAMAGED)
        : fate;
  }

  private Fate event(RecordSink sink) {
    byte[] b = elements.block();
    if (!scan.head(b, elements.start(), elements.end())) {
      return reject(sink, RejectReason.BAD_FIELD);
    }
    KnownEvent known = KnownEvent.of(values);
    if (known == null) {
      return Fate.IGNORED;
    }
    if (!scan.timed()) {
      return reject(sink, RejectReason.BAD_TIME);
    }
    scan.data();
    known.takeStrings(values);
    Origin origin =
        origins.of(
            values,
            TimeBasis.AS_LOGGED,
            values.time(),
            b,
            elements.start(),
            elements.end() - elements.start(),
            record,
            elements.offset());
    return Telling.tell(known, values, origin, sink);
  }

  private Fate reject(RecordSink sink, RejectReason reason) {
    sink.reject(reason, record, elements.offset(), elements.length());
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
    elements.close();
  }
}
