package postmortem.parser.windows.evtx;

import java.io.IOException;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
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
import postmortem.parser.windows.Secrets;
import postmortem.parser.windows.Telling;
import postmortem.parser.windows.Utf8Text;

/** Reads the records of an EVTX file, chunk by chunk, in the order of the file. */
final class EvtxReader implements EventReader {

  private static final int WRITTEN = 16; // when a record was, in its head

  private final EvtxChunks chunks;
  private final EventOrigins origins;
  private final EventValues values = new EventValues();
  private final Templates templates = new Templates();
  private final EvtxScan scan = new EvtxScan(values, templates);
  private final XmlText xml = new XmlText(templates);
  private final ChunkRecords records = new ChunkRecords();
  private final EvtxRemarks remarks;
  private final boolean leftovers;
  private @Nullable Chunk chunk;
  private long record;

  /**
   * @param leftovers are records read, too, that are left over from former use of their chunk?
   */
  EvtxReader(PieceInput piece, boolean leftovers) {
    this.leftovers = leftovers;
    this.remarks = new EvtxRemarks(leftovers);
    this.chunks = new EvtxChunks(piece.in(), piece.offset());
    this.record = piece.firstRecord() - 1;
    this.origins = new EventOrigins(piece, TimePrecision.TICK);
  }

  @Override
  public Fate next(RecordSink sink) throws IOException {
    while (true) {
      Chunk here = chunk;
      if (here != null && records.next()) {
        record++;
        return record(here, sink);
      }
      while (here != null && records.nextLeftover()) {
        remarks.leftover();
        if (leftovers) {
          record++;
          return leftover(here, sink);
        }
      }
      chunk = chunks.next();
      if (chunk == null) {
        return Fate.END;
      }
      begin(chunk);
    }
  }

  private void begin(Chunk next) {
    templates.chunk(next);
    scan.chunk(next);
    records.chunk(next);
    remarks.chunk(next);
  }

  private Fate record(Chunk here, RecordSink sink) {
    switch (records.kind()) {
      case DAMAGED -> {
        return reject(sink, RejectReason.DAMAGED);
      }
      case CUT_OFF -> {
        return reject(sink, RejectReason.CUT_OFF);
      }
      case RECORD -> {
        // below
      }
    }
    if (!here.hasMagic()) {
      remarks.unsigned();
    }
    try {
      return understood(here, sink, false);
    } catch (DamageException e) {
      return reject(sink, RejectReason.DAMAGED);
    }
  }

  /** What is partly overwritten is no loss of this log. */
  private Fate leftover(Chunk here, RecordSink sink) {
    try {
      return understood(here, sink, true);
    } catch (DamageException e) {
      remarks.unreadable();
      return Fate.IGNORED;
    }
  }

  private Fate reject(RecordSink sink, RejectReason reason) {
    chunks.keep();
    sink.reject(reason, record, offset(), (long) records.end() - records.start());
    return Fate.REJECTED;
  }

  private long offset() {
    return chunks.offset() + records.start();
  }

  private Fate understood(Chunk here, RecordSink sink, boolean recovered) throws DamageException {
    int start = records.start();
    int end = records.end();
    scan.head(start + ChunkRecords.HEAD, end - ChunkRecords.TAIL);
    values.recovered(recovered);
    if (!recovered && records.enter(scan.end())) {
      remarks.hidden();
    }
    if (!KnownEvent.mayTell(values.id())) {
      return Fate.IGNORED;
    }
    scan.names();
    KnownEvent known = KnownEvent.of(values);
    if (known == null) {
      return Fate.IGNORED;
    }
    scan.data();
    known.takeStrings(values);
    long time = values.time();
    if (time == Times.NEVER) {
      time = ValueText.nanos(here.i64(start + WRITTEN));
    }
    if (time == Times.NEVER) {
      return reject(sink, RejectReason.BAD_TIME);
    }
    chunks.keep();
    Origin origin =
        origins.of(
            values, TimeBasis.AS_LOGGED, time, here.bytes(), start, end - start, record, offset());
    return Telling.tell(known, values, origin, sink);
  }

  /** The EventRecordID of the current record. */
  @Override
  public long logNumber() {
    return values.logNumber();
  }

  @Override
  public EventValues values() {
    try {
      scan.names();
    } catch (DamageException e) {
      // then it has none
    }
    return values;
  }

  @Override
  public String rendered() {
    Utf8Text text = xml();
    if (text == null) {
      return "";
    }
    Secrets.maskXml(text.bytes(), 0, text.length());
    return text.toString();
  }

  /** All of the current record as XML, used again for the next; null where there is none. */
  @Nullable Utf8Text xml() {
    Chunk here = chunk;
    return here == null
        ? null
        : xml.of(here, records.start() + ChunkRecords.HEAD, records.end() - ChunkRecords.TAIL);
  }

  @Override
  public SortedSet<String> notes() {
    return remarks.sentences(chunks.header());
  }

  @Override
  public void close() throws IOException {
    chunks.close();
  }
}
