package postmortem.parser.windows.export;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import postmortem.event.Origin;
import postmortem.event.TimeBasis;
import postmortem.event.TimePrecision;
import postmortem.event.Times;
import postmortem.parser.Fate;
import postmortem.parser.ParseSettings;
import postmortem.parser.PieceInput;
import postmortem.parser.RecordSink;
import postmortem.parser.RejectReason;
import postmortem.parser.Sample;
import postmortem.parser.windows.CodePage;
import postmortem.parser.windows.EventOrigins;
import postmortem.parser.windows.EventReader;
import postmortem.parser.windows.EventTexts;
import postmortem.parser.windows.EventValues;
import postmortem.parser.windows.Field;
import postmortem.parser.windows.KnownEvent;
import postmortem.parser.windows.Meaning;
import postmortem.parser.windows.Noise;
import postmortem.parser.windows.Telling;

/** Reads an event log that was exported as a table, whatever its layout. */
final class ExportReader implements EventReader {

  private static final String NO_SOURCE =
      "The table does not say who logged its events; they were told by their numbers and texts.";
  private static final String NOT_TOLD =
      "Blanks separate the values of an event and stand in them too; where nothing told them apart,"
          + " the event was left out.";

  /** Held in memory to find out the order of day and month; further rows follow it. */
  private static final int LOOKED_AT = 1 << 24;

  private final ExportRows rows;
  private final ParseSettings settings;
  private final TableLayout layout;
  private final EventOrigins origins;
  private final RowValues row;
  private final RowClock clock;
  private final TreeSet<String> notes = new TreeSet<>();
  private long record;

  ExportReader(PieceInput piece, ParseSettings settings, Function<byte[], TableLayout> finder)
      throws IOException {
    byte[] head = piece.in().readNBytes(LOOKED_AT);
    InputStream all = new SequenceInputStream(new ByteArrayInputStream(head), piece.in());
    this.layout = finder.apply(Arrays.copyOf(head, Math.min(head.length, Sample.LENGTH)));
    this.rows = new ExportRows(all, piece.offset(), settings.maxLine(), layout);
    this.settings = settings;
    this.record = piece.firstRecord() - 1;
    this.row = new RowValues(layout, new CodePage(head), piece.path());
    this.clock = new RowClock(layout, head, settings);
    this.origins = new EventOrigins(piece, TimePrecision.SECOND);
    String doubt = clock.doubt();
    if (doubt != null) {
      notes.add(doubt);
    }
  }

  @Override
  public Fate next(RecordSink sink) throws IOException {
    if (!rows.next()) {
      if (rows.isTorn()) {
        notes.add(EventTexts.TORN);
      }
      return Fate.END;
    }
    record++;
    row.values().clear();
    RejectReason bad = rows.bad();
    if (bad != null) {
      return reject(sink, bad);
    }
    boolean blank = rows.end() == rows.start();
    Fate fate = blank || record <= layout.headRows() ? Fate.IGNORED : cells(sink);
    return Noise.hides(fate, rows.block(), rows.start(), rows.end(), notes)
        ? reject(sink, RejectReason.DAMAGED)
        : fate;
  }

  private Fate cells(RecordSink sink) {
    if (rows.fields() < layout.least()) {
      return reject(sink, RejectReason.TOO_FEW_FIELDS);
    }
    if (!layout.lastTakesRest() && rows.fields() > layout.cells()) {
      return reject(sink, RejectReason.TOO_MANY_FIELDS);
    }
    return row(sink);
  }

  private Fate row(RecordSink sink) {
    if (!row.head(rows)) {
      return layout.repeatsHead(rows) ? Fate.IGNORED : reject(sink, RejectReason.BAD_FIELD);
    }
    long time = clock.time(rows);
    if (time == Times.NEVER) {
      return reject(sink, RejectReason.BAD_TIME);
    }
    if (settings.zone() == null && clock.isAssumed()) {
      notes.add(EventTexts.NO_ZONE);
    }
    KnownEvent known = row.known();
    return known == null ? Fate.IGNORED : tell(known, time, sink);
  }

  private Fate tell(KnownEvent known, long time, RecordSink sink) {
    if (!row.describe(known, rows)) {
      if (!row.isAssumed()) {
        notes.add(NOT_TOLD);
      }
      return Fate.IGNORED;
    }
    if (row.isAssumed()) {
      notes.add(NO_SOURCE);
    }
    EventValues values = row.values();
    if (known.meaning() == Meaning.CLOCK_CHANGED) {
      values.clock(clock.clock(values, Field.TIME_BEFORE), clock.clock(values, Field.TIME_AFTER));
    }
    Origin origin =
        origins.of(
            values,
            clock.isAssumed() ? TimeBasis.ZONE_ASSUMED : TimeBasis.AS_LOGGED,
            time,
            rows.block(),
            rows.start(),
            rows.end() - rows.start(),
            record,
            rows.offset());
    return Telling.tell(known, values, origin, sink);
  }

  @Override
  public EventValues values() {
    return row.values();
  }

  private Fate reject(RecordSink sink, RejectReason reason) {
    sink.reject(reason, record, rows.offset(), rows.length());
    return Fate.REJECTED;
  }

  @Override
  public @Nullable String dateOrder() {
    return clock.dateOrder();
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
