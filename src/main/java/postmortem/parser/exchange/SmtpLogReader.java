package postmortem.parser.exchange;

import java.io.IOException;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import postmortem.event.Direction;
import postmortem.event.Origin;
import postmortem.event.Provenance;
import postmortem.event.Span;
import postmortem.event.Step;
import postmortem.event.StepKind;
import postmortem.event.TimeBasis;
import postmortem.event.TimePrecision;
import postmortem.parser.Fate;
import postmortem.parser.ParseSettings;
import postmortem.parser.PieceInput;
import postmortem.parser.RecordReader;
import postmortem.parser.RecordSink;
import postmortem.parser.RejectReason;
import postmortem.text.Lines;

/** Reads the rows of a protocol log, of either direction. */
final class SmtpLogReader implements RecordReader {

  private static final String HEADLESS =
      "Rows stand before any #Fields line; their columns were taken to be the usual ones.";
  private static final String FOREIGN =
      "The file also holds rows of another log, which were not read.";
  private static final String EVENT_LOST =
      "Some rows have lost their event column; it was inferred from their text.";
  private static final String SURPLUS =
      "Some rows have commas in their text that are not quoted; the text was put together again.";

  private final Lines lines;
  private final LogKind assumed;
  private final Provenance provenance;
  private final Row row = new Row();
  private final StepDraft draft = new StepDraft();
  private final TreeSet<String> notes = new TreeSet<>();
  private Layout layout;

  /**
   * @param assumed the kind of log where the file does not say
   * @param layout in force where the piece begins
   */
  SmtpLogReader(PieceInput piece, ParseSettings settings, LogKind assumed, Layout layout) {
    this.lines = new Lines(piece.in(), piece.offset(), piece.firstRecord(), settings.maxLine());
    this.assumed = assumed;
    this.layout = layout;
    this.provenance =
        new Provenance(
            piece.ledger(), piece.stream(), TimePrecision.MILLISECOND, TimeBasis.AS_LOGGED);
  }

  @Override
  public Fate next(RecordSink sink) throws IOException {
    if (!lines.next()) {
      return Fate.END;
    }
    if (lines.tooLong()) {
      return reject(sink, RejectReason.TOO_LONG);
    }
    byte[] b = lines.block();
    int from = lines.textStart();
    int to = lines.end();
    if (from < to && b[from] == '#') {
      layout = layout.after(b, from, to);
      return Fate.IGNORED;
    }
    if (Word.skipBlanks(b, from, to) == to) {
      return Fate.IGNORED;
    }
    // a server that crashed leaves zeros; a head that was copied along, a byte order mark
    while (from < to && b[from] == 0) {
      from++;
    }
    if (from == to) {
      return reject(sink, RejectReason.DAMAGED);
    }
    return row(sink, b, Lines.afterMark(b, from, to), to);
  }

  private Fate row(RecordSink sink, byte[] b, int from, int to) {
    if (from < to && b[from] == '#') {
      return Fate.IGNORED;
    }
    if (!layout.readable()) {
      notes.add(FOREIGN);
      return reject(sink, RejectReason.NO_HEADER);
    }
    LogKind kind = layout.kind() == LogKind.UNSAID ? assumed : layout.kind();
    @Nullable RejectReason bad = row.read(b, lines.start(), from, to, layout, kind);
    if (bad != null) {
      return reject(sink, bad);
    }
    if (!layout.named()) {
      notes.add(HEADLESS);
    }
    if (row.eventLost()) {
      notes.add(EVENT_LOST);
    }
    if (row.surplus()) {
      notes.add(SURPLUS);
    }
    draft.clear();
    understand(kind);
    if (draft.kind != null) {
      sink.step(step(draft.kind, kind.direction()));
    }
    return Fate.PART;
  }

  private void understand(LogKind kind) {
    byte[] b = row.block();
    byte event = row.event();
    if (event == kind.command()) {
      CommandText.read(b, row.dataFrom(), row.dataTo(), draft);
    } else if (event == kind.reply()) {
      ReplyText.read(b, row.dataFrom(), row.dataTo(), draft);
    } else if (event == '*') {
      NoteText.read(b, row.dataFrom(), row.dataTo(), row.contextFrom(), row.contextTo(), draft);
    } else if (event == '+') {
      draft.note(StepKind.OPEN);
    } else {
      draft.note(StepKind.CLOSE);
      draft.text(row.contextFrom(), row.contextTo());
    }
  }

  private Step step(StepKind kind, Direction direction) {
    Origin origin =
        new Origin(
            provenance,
            row.time(),
            row.block(),
            lines.start() - row.shift(),
            lines.end() - lines.start(),
            lines.record(),
            lines.offset());
    return new Step(
        origin,
        kind,
        direction,
        row.session(),
        row.span(Column.REMOTE),
        row.span(Column.LOCAL),
        row.span(Column.CONNECTOR),
        Span.ABSENT,
        draft.text,
        draft.status,
        draft.number,
        draft.reason);
  }

  private Fate reject(RecordSink sink, RejectReason reason) {
    sink.reject(reason, lines.record(), lines.offset(), lines.length());
    return Fate.REJECTED;
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
