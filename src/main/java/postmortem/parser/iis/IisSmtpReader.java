package postmortem.parser.iis;

import java.io.IOException;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import postmortem.event.Origin;
import postmortem.event.Provenance;
import postmortem.event.TimeBasis;
import postmortem.event.TimePrecision;
import postmortem.event.Times;
import postmortem.parser.Fate;
import postmortem.parser.FileFacts;
import postmortem.parser.ParseSettings;
import postmortem.parser.PieceInput;
import postmortem.parser.RecordReader;
import postmortem.parser.RecordSink;
import postmortem.parser.RejectReason;
import postmortem.text.AsciiText;
import postmortem.text.AsciiTimes;
import postmortem.text.Lines;

/**
 * Reads the rows of the SMTP service from a W3C log.
 *
 * <p>A reader of a whole file follows directives itself; one of a piece takes what they say from
 * the facts. Rows before any directive are read where they have the service's full layout, so that
 * a file whose beginning is lost is not lost itself.
 */
final class IisSmtpReader implements RecordReader {

  /** The last day whose nanoseconds fit in a long, with room for a correction of clocks. */
  private static final int LAST_DAY = (int) (Long.MAX_VALUE / Times.DAY) - 366;

  private final Lines lines;
  private final W3cRow row = new W3cRow();
  private final SmtpSteps steps = new SmtpSteps();
  private final Provenance logged;
  private final Provenance inferred;
  private final TreeSet<String> notes = new TreeSet<>();

  private final @Nullable W3cFacts facts;
  private final W3cDirectives directives; // followed where there are no facts
  private int changes; // of the facts that were taken over
  private long nextChange = Long.MAX_VALUE;
  private W3cState state = W3cState.NONE;
  private boolean noted; // what the state leaves unsaid

  IisSmtpReader(PieceInput piece, FileFacts facts, ParseSettings settings) {
    this.lines = new Lines(piece.in(), piece.offset(), piece.firstRecord(), settings.maxLine());
    this.logged =
        new Provenance(piece.ledger(), piece.stream(), TimePrecision.SECOND, TimeBasis.AS_LOGGED);
    this.inferred =
        new Provenance(
            piece.ledger(), piece.stream(), TimePrecision.SECOND, TimeBasis.DATE_INFERRED);
    this.directives = new W3cDirectives(piece.path());
    this.facts = facts instanceof W3cFacts surveyed ? surveyed : null;
    takeOver(piece.offset());
  }

  private void takeOver(long offset) {
    if (facts != null) {
      changes = facts.changesUpTo(offset);
      enter(facts.state(changes));
      nextChange = facts.nextChange(changes);
    }
  }

  private void enter(W3cState next) {
    state = next;
    noted = false;
  }

  @Override
  public Fate next(RecordSink sink) throws IOException {
    Lines line = lines;
    if (!line.next()) {
      return Fate.END;
    }
    if (line.tooLong()) {
      return reject(sink, RejectReason.TOO_LONG);
    }
    if (line.offset() >= nextChange) {
      takeOver(line.offset());
    }
    byte[] b = line.block();
    int from = line.textStart();
    int to = AsciiText.trimEnd(b, from, line.end());
    if (from == to) {
      return Fate.IGNORED;
    }
    if (b[from] == '#') {
      if (facts == null && directives.directive(b, from, to)) {
        enter(directives.state());
      }
      return Fate.IGNORED;
    }
    return row(sink, b, from, to);
  }

  private Fate row(RecordSink sink, byte[] b, int from, int to) {
    if (b[from] == 0) { // blocks that the service had set aside when the machine stopped
      return reject(sink, RejectReason.DAMAGED);
    }
    Columns columns = state.columns();
    RejectReason bad =
        columns == null ? cutWithoutHeader(b, from, to) : row.cut(columns, b, from, to);
    if (bad != null) {
      return reject(sink, bad);
    }
    boolean dated = row.has(Column.DATE);
    boolean timed = row.has(Column.TIME);
    int second = timed ? row.second() : Math.max(0, state.second());
    if (second < 0) {
      return reject(sink, RejectReason.BAD_TIME);
    }
    if (facts == null && state.countsMidnights() && directives.row(second)) {
      enter(directives.state());
    }
    int day = dated ? row.day() : state.day();
    if (day == AsciiTimes.NO_DAY || day > LAST_DAY) {
      return reject(sink, RejectReason.BAD_TIME);
    }
    if (!SmtpRows.isSmtp(row)) {
      notes.add(Notes.OTHER_SERVICES);
      return Fate.IGNORED;
    }
    int status = SmtpSteps.status(row);
    if (status == SmtpSteps.BAD_STATUS) {
      return reject(sink, RejectReason.BAD_FIELD);
    }
    if (!noted) {
      noted = true;
      Notes.of(state, notes);
    }
    long time = day * Times.DAY + second * Times.SECOND;
    sink.step(steps.step(row, origin(dated && timed ? logged : inferred, time), status));
    return Fate.PART;
  }

  private Origin origin(Provenance provenance, long time) {
    Lines line = lines;
    return new Origin(
        provenance,
        time,
        line.block(),
        line.start(),
        line.end() - line.start(),
        line.record(),
        line.offset());
  }

  /** Null where a row has the service's full layout and names the service. */
  private @Nullable RejectReason cutWithoutHeader(byte[] b, int from, int to) {
    boolean full =
        row.cut(Columns.FULL, b, from, to) == null
            && SmtpRows.namesService(row)
            && SmtpRows.namesProtocol(row);
    return full ? null : RejectReason.NO_HEADER;
  }

  private Fate reject(RecordSink sink, RejectReason reason) {
    if (reason == RejectReason.NO_HEADER && state.equals(W3cState.LOST)) {
      notes.add(Notes.TOO_MANY_CHANGES);
    }
    sink.reject(reason, lines.record(), lines.offset(), lines.length());
    return Fate.REJECTED;
  }

  @Override
  public SortedSet<String> notes() {
    if (steps.maskedVerbs()) {
      notes.add(Notes.MASKED_VERBS);
    }
    return notes;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
