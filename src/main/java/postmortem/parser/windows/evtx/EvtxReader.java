package postmortem.parser.windows.evtx;

import java.io.IOException;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import postmortem.event.Origin;
import postmortem.event.Provenance;
import postmortem.event.TimeBasis;
import postmortem.event.TimePrecision;
import postmortem.event.Times;
import postmortem.parser.Fate;
import postmortem.parser.PieceInput;
import postmortem.parser.RecordSink;
import postmortem.parser.RejectReason;
import postmortem.parser.windows.EventReader;
import postmortem.parser.windows.EventValues;
import postmortem.parser.windows.KnownEvent;
import postmortem.parser.windows.Telling;
import postmortem.parser.windows.Utf8Text;
import postmortem.text.AsciiText;

/** Reads the records of an EVTX file, chunk by chunk, in the order of the file. */
final class EvtxReader implements EventReader {

  private static final String LOST_MAGIC =
      "Some chunks have lost their signature; they were read, because records stand in them.";

  private static final int MAGIC = 0x2a2a;
  private static final int HEAD = 24;
  private static final int TAIL = 4;

  private final EvtxChunks chunks;
  private final Provenance provenance;
  private final EventValues values = new EventValues();
  private final Templates templates = new Templates();
  private final EvtxScan scan = new EvtxScan(values, templates);
  private final XmlText xml = new XmlText(templates);
  private final TreeSet<String> notes = new TreeSet<>();
  private @Nullable Chunk chunk;
  private int next; // where the next record begins in the chunk
  private int start; // of the current one
  private int end;
  private long record;

  EvtxReader(PieceInput piece) {
    this.chunks = new EvtxChunks(piece.in(), piece.offset());
    this.record = piece.firstRecord() - 1;
    this.provenance =
        new Provenance(piece.ledger(), piece.stream(), TimePrecision.TICK, TimeBasis.AS_LOGGED);
  }

  @Override
  public Fate next(RecordSink sink) throws IOException {
    while (true) {
      Chunk here = chunk;
      if (here != null && next < here.length()) {
        if (isRecord(here)) {
          return record(here, sink);
        }
        int from = next;
        next = here.length();
        if (from < Math.min(here.free(), here.length()) && !here.isEmpty(from)) {
          return damaged(from, next, sink);
        }
      }
      chunk = chunks.next();
      if (chunk == null) {
        return Fate.END;
      }
      templates.chunk(chunk);
      scan.chunk(chunk);
      next = Chunk.HEADER;
      if (!chunk.hasMagic() && !begin(chunk)) {
        next = chunk.length();
        if (!chunk.isEmpty(0)) {
          return damaged(0, next, sink);
        }
      }
    }
  }

  /** May a chunk without its signature be read? */
  private boolean begin(Chunk without) {
    if (!isRecord(without)) {
      return false;
    }
    notes.add(LOST_MAGIC);
    return true;
  }

  private boolean isRecord(Chunk here) {
    return next + HEAD <= here.length()
        && (next < here.free() || !here.hasMagic())
        && AsciiText.four(here.bytes(), next) == MAGIC;
  }

  /** One rejection for what is no record: to the next one in the chunk, or to its end. */
  private Fate damaged(int from, int to, RecordSink sink) {
    record++;
    start = from;
    end = to;
    chunks.keep();
    sink.reject(RejectReason.DAMAGED, record, chunks.offset() + from, (long) to - from);
    return Fate.REJECTED;
  }

  private Fate record(Chunk here, RecordSink sink) {
    int size = AsciiText.four(here.bytes(), next + 4);
    start = next;
    if (size < HEAD + TAIL || size > Chunk.SIZE - start) {
      next = nextSignature(here, start + 4);
      return damaged(start, next, sink);
    }
    if (size > here.length() - start) {
      next = here.length();
      return cutOff(start, next, sink);
    }
    next = start + size;
    end = next;
    if (AsciiText.four(here.bytes(), next - TAIL) != size) {
      next = nextSignature(here, start + 4);
      return cutOff(start, next, sink);
    }
    record++;
    try {
      return understood(here, sink);
    } catch (DamageException e) {
      sink.reject(RejectReason.DAMAGED, record, chunks.offset() + start, (long) end - start);
      return Fate.REJECTED;
    }
  }

  private Fate cutOff(int from, int to, RecordSink sink) {
    damagedAt(from, to);
    sink.reject(RejectReason.CUT_OFF, record, chunks.offset() + from, (long) to - from);
    return Fate.REJECTED;
  }

  private void damagedAt(int from, int to) {
    record++;
    start = from;
    end = to;
  }

  private static int nextSignature(Chunk here, int from) {
    for (int i = from; i + HEAD <= here.length(); i++) {
      if (here.bytes()[i] == '*' && AsciiText.four(here.bytes(), i) == MAGIC) {
        return i;
      }
    }
    return here.length();
  }

  private Fate understood(Chunk here, RecordSink sink) throws DamageException {
    scan.head(start + HEAD, end - TAIL);
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
      time = ValueText.nanos(here.i64(start + 16));
    }
    if (time == Times.NEVER) {
      sink.reject(RejectReason.BAD_TIME, record, chunks.offset() + start, (long) end - start);
      return Fate.REJECTED;
    }
    chunks.keep();
    Origin origin =
        new Origin(
            provenance, time, here.bytes(), start, end - start, record, chunks.offset() + start);
    return Telling.tell(known, values, origin, sink);
  }

  /** The EventRecordID of the current record; 0 where it has none. */
  long eventRecordId() {
    return scan.recordId();
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
    return text == null ? "" : text.toString();
  }

  /** All of the current record as XML, used again for the next; null where there is none. */
  @Nullable Utf8Text xml() {
    Chunk here = chunk;
    return here == null ? null : xml.of(here, start + HEAD, end - TAIL);
  }

  @Override
  public SortedSet<String> notes() {
    return Collections.unmodifiableSortedSet(notes);
  }

  @Override
  public void close() throws IOException {
    chunks.close();
  }
}
