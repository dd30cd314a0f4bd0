package postmortem.parser.windows.block;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import postmortem.event.Origin;
import postmortem.event.TimeBasis;
import postmortem.event.TimePrecision;
import postmortem.event.Times;
import postmortem.parser.Fate;
import postmortem.parser.ParseSettings;
import postmortem.parser.PieceInput;
import postmortem.parser.RecordSink;
import postmortem.parser.RejectReason;
import postmortem.parser.windows.EventOrigins;
import postmortem.parser.windows.EventReader;
import postmortem.parser.windows.EventTexts;
import postmortem.parser.windows.EventValues;
import postmortem.parser.windows.KnownEvent;
import postmortem.parser.windows.Noise;
import postmortem.parser.windows.Telling;

/** Reads events as blocks of lines: each block is a record. */
final class BlockReader implements EventReader {

  /** The longest that a tool says before the first event, in bytes. */
  private static final int HEADING = 400;

  private final Blocks blocks;
  private final BlockForm form;
  private final ParseSettings settings;
  private final EventOrigins origins;
  private final TreeSet<String> notes = new TreeSet<>();
  private long record;
  private long lastNumber = BlockForm.NONE;
  private long unnumbered; // records since the last number
  private long missing;

  /**
   * @param in the piece's bytes, of which the form has seen the first
   */
  BlockReader(PieceInput piece, InputStream in, BlockForm form, ParseSettings settings) {
    this.blocks = new Blocks(in, piece.offset(), form, settings.maxLine());
    this.form = form;
    this.settings = settings;
    this.record = piece.firstRecord() - 1;
    this.origins = new EventOrigins(piece, TimePrecision.TICK);
  }

  @Override
  public Fate next(RecordSink sink) throws IOException {
    boolean more = blocks.next();
    if (more && blocks.isOutside() && isHeading()) {
      more = blocks.next();
    }
    if (!more) {
      atEnd();
      return Fate.END;
    }
    record++;
    unnumbered++;
    EventValues values = form.values();
    values.clear();
    if (blocks.tooLong()) {
      return reject(sink, RejectReason.TOO_LONG);
    }
    if (blocks.isOutside()) {
      return reject(sink, RejectReason.DAMAGED);
    }
    if (!form.head(blocks.block(), blocks.start(), blocks.end())) {
      return reject(sink, RejectReason.BAD_FIELD);
    }
    number(form.number());
    if (form.isLocal() && settings.zone() == null) {
      notes.add(EventTexts.NO_ZONE);
    }
    KnownEvent known = KnownEvent.of(values);
    return known == null ? Fate.IGNORED : told(known, sink);
  }

  /** Numbers that leap over more than the records that could not be read tell of lost ones. */
  private void number(long number) {
    if (number != BlockForm.NONE && lastNumber != BlockForm.NONE && number > lastNumber) {
      missing += Math.max(0, number - lastNumber - unnumbered);
    }
    lastNumber = number;
    unnumbered = 0;
  }

  private void atEnd() {
    if (blocks.isTorn()) {
      notes.add(EventTexts.TORN);
    }
    if (missing > 0) {
      notes.add(
          missing == 1
              ? "The numbers of the events leap: 1 event is missing."
              : "The numbers of the events leap: %d events are missing.".formatted(missing));
    }
  }

  /** What a tool says before the first event is no loss, and no record. */
  private boolean isHeading() {
    return blocks.offset() == 0
        && blocks.length() <= HEADING
        && !Noise.in(blocks.block(), blocks.start(), blocks.end());
  }

  /** Is the current record no event, but what stands around them? */
  boolean isOutside() {
    return blocks.isOutside();
  }

  private Fate told(KnownEvent known, RecordSink sink) {
    EventValues values = form.values();
    if (values.time() == Times.NEVER) {
      return reject(sink, RejectReason.BAD_TIME);
    }
    form.data(known);
    Origin origin =
        origins.of(
            values,
            form.isLocal() ? TimeBasis.ZONE_ASSUMED : TimeBasis.AS_LOGGED,
            values.time(),
            blocks.block(),
            blocks.start(),
            blocks.end() - blocks.start(),
            record,
            blocks.offset());
    return Telling.tell(known, values, origin, sink);
  }

  private Fate reject(RecordSink sink, RejectReason reason) {
    sink.reject(reason, record, blocks.offset(), blocks.length());
    return Fate.REJECTED;
  }

  @Override
  public EventValues values() {
    return form.values();
  }

  @Override
  public SortedSet<String> notes() {
    return Collections.unmodifiableSortedSet(notes);
  }

  @Override
  public void close() throws IOException {
    blocks.close();
  }
}
