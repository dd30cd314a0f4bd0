package postmortem.parser.windows.evt;

import java.io.IOException;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import postmortem.event.Origin;
import postmortem.event.TimeBasis;
import postmortem.event.TimePrecision;
import postmortem.event.Times;
import postmortem.parser.Fate;
import postmortem.parser.PieceInput;
import postmortem.parser.RecordSink;
import postmortem.parser.RejectReason;
import postmortem.parser.windows.EventOrigins;
import postmortem.parser.windows.EventReader;
import postmortem.parser.windows.EventValues;
import postmortem.parser.windows.KnownEvent;
import postmortem.parser.windows.Telling;
import postmortem.parser.windows.Unsaid;

/** Reads the live records of an EVT file, in the order of the file. */
final class EvtReader implements EventReader {

  private static final String NO_END =
      "The file does not show where its log ends, as a part of a log or a damaged one: all of its"
          + " records were read, among them such that were overwritten, if there are any.";

  private static final String GARBAGE =
      "At the end of the file stand bytes that are no record; they were not read.";

  private final EvtRecords records;
  private final EventOrigins origins;
  private final EventValues values = new EventValues();
  private final EvtScan scan;
  private final boolean leftovers;
  private final TreeSet<String> notes = new TreeSet<>();
  private long record;

  /**
   * @param leftovers are records read, too, that an earlier round of the ring has left?
   */
  EvtReader(PieceInput piece, boolean leftovers) {
    this.leftovers = leftovers;
    this.records = new EvtRecords(piece.in(), piece.offset(), leftovers);
    this.record = piece.firstRecord() - 1;
    this.scan = new EvtScan(values, new Unsaid(piece.path()));
    this.origins = new EventOrigins(piece, TimePrecision.SECOND);
  }

  @Override
  public Fate next(RecordSink sink) throws IOException {
    if (!records.next()) {
      atEnd();
      return Fate.END;
    }
    record++;
    RejectReason bad = records.bad();
    if (bad != null) {
      scan.none();
      return reject(sink, bad);
    }
    scan.head(records.record(), records.start(), records.end());
    values.recovered(records.recovered());
    if (!KnownEvent.mayTell(values.id())) {
      return Fate.IGNORED;
    }
    if (!scan.names()) {
      return reject(sink, RejectReason.DAMAGED);
    }
    KnownEvent known = KnownEvent.of(values);
    return known == null ? Fate.IGNORED : told(known, sink);
  }

  private Fate told(KnownEvent known, RecordSink sink) {
    if (!scan.data()) {
      return reject(sink, RejectReason.DAMAGED);
    }
    if (values.time() == Times.NEVER) {
      return reject(sink, RejectReason.BAD_TIME);
    }
    known.takeStrings(values);
    Origin origin =
        origins.of(
            values,
            TimeBasis.AS_LOGGED,
            values.time(),
            records.block(),
            records.blockStart(),
            (int) records.length(),
            record,
            records.offset());
    return Telling.tell(known, values, origin, sink);
  }

  private Fate reject(RecordSink sink, RejectReason reason) {
    sink.reject(reason, record, records.offset(), records.length());
    return Fate.REJECTED;
  }

  private void atEnd() {
    long old = records.overwritten();
    if (old > 0) {
      String several = old + (old == 1 ? " overwritten record is" : " overwritten records are");
      String read = old == 1 ? "it was" : "they were";
      notes.add(
          leftovers
              ? "%s left in the file; %s read, too.".formatted(several, read)
              : "%s left in the file; %s not read (see --leftovers).".formatted(several, read));
    }
    if (!records.ended()) {
      notes.add(NO_END);
    }
    if (records.garbage()) {
      notes.add(GARBAGE);
    }
  }

  @Override
  public long logNumber() {
    return values.logNumber();
  }

  long overwritten() {
    return records.overwritten();
  }

  @Override
  public EventValues values() {
    scan.names(); // where they do not end, it has none
    return values;
  }

  @Override
  public String rendered() {
    return records.bad() == null ? EvtText.of(scan, values) : "";
  }

  @Override
  public SortedSet<String> notes() {
    return Collections.unmodifiableSortedSet(notes);
  }

  @Override
  public void close() throws IOException {
    records.close();
  }
}
