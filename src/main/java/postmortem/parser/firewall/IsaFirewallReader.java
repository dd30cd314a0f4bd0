package postmortem.parser.firewall;

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
import postmortem.parser.ParseSettings;
import postmortem.parser.PieceInput;
import postmortem.parser.RecordReader;
import postmortem.parser.RecordSink;
import postmortem.parser.RejectReason;
import postmortem.text.AsciiTimes;
import postmortem.text.Lines;

/** Reads the rows of a firewall log. Times are UTC (isa-tmg.md, 2). */
final class IsaFirewallReader implements RecordReader {

  private static final String NO_HEADER =
      "Rows stand before any #Fields line, and what their columns are cannot be told.";
  private static final String DAY_OF_DATE =
      "Rows have no date: they were taken to be of the day of the #Date line above them.";

  private final Lines lines;
  private final Provenance logged;
  private final Provenance inferred;
  private final IsaRow row = new IsaRow();
  private final Connections connections = new Connections(row);
  private final TreeSet<String> notes = new TreeSet<>();
  private IsaState state;
  private boolean noted; // what the columns leave unsaid

  /**
   * @param state in force where the piece begins
   */
  IsaFirewallReader(PieceInput piece, ParseSettings settings, IsaState state) {
    this.lines = new Lines(piece.in(), piece.offset(), piece.firstRecord(), settings.maxLine());
    this.state = state;
    this.logged = provenance(piece, TimeBasis.AS_LOGGED);
    this.inferred = provenance(piece, TimeBasis.DATE_INFERRED);
  }

  private static Provenance provenance(PieceInput piece, TimeBasis basis) {
    return new Provenance(piece.ledger(), piece.stream(), TimePrecision.SECOND, basis);
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
      IsaState after = state.after(b, from, to);
      noted &= after.equals(state);
      state = after;
      return Fate.IGNORED;
    }
    if (isBlank(b, from, to)) {
      return Fate.IGNORED;
    }
    if (b[from] == 0) { // blocks that the service had set aside when the machine stopped
      return reject(sink, RejectReason.DAMAGED);
    }
    return row(sink, b, from, to);
  }

  private static boolean isBlank(byte[] b, int from, int to) {
    int i = from;
    while (i < to && (b[i] == ' ' || b[i] == '\t')) {
      i++;
    }
    return i == to;
  }

  private Fate row(RecordSink sink, byte[] b, int from, int to) {
    Columns columns = state.columns();
    if (columns == null) {
      notes.add(NO_HEADER);
      return reject(sink, RejectReason.NO_HEADER);
    }
    @Nullable RejectReason bad = row.cut(columns, b, from, to);
    if (bad != null) {
      return reject(sink, bad);
    }
    boolean dated = columns.has(Column.DATE);
    int day = dated ? row.day() : state.day();
    int second = row.second();
    if (!noted) {
      noted = true;
      columns.addLosses(notes);
    }
    if (day == AsciiTimes.NO_DAY || second < 0) {
      return reject(sink, RejectReason.BAD_TIME);
    }
    Action action = Action.of(row);
    if (action == Action.OTHER || !connections.read()) {
      return Fate.IGNORED;
    }
    if (!connections.readable()) {
      return reject(sink, RejectReason.BAD_FIELD);
    }
    if (!dated) {
      notes.add(DAY_OF_DATE);
    }
    long time = day * Times.DAY + second * Times.SECOND;
    Origin origin = origin(dated ? logged : inferred, time);
    sink.event(connections.event(action, origin, sink.names()));
    return Fate.EVENTS;
  }

  private Origin origin(Provenance provenance, long time) {
    return new Origin(
        provenance,
        time,
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

  @Override
  public SortedSet<String> notes() {
    return notes;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
