package postmortem.parser.exchange;

import java.io.IOException;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import postmortem.event.Address;
import postmortem.event.Direction;
import postmortem.event.Event;
import postmortem.event.Names;
import postmortem.event.Origin;
import postmortem.event.Peer;
import postmortem.event.Provenance;
import postmortem.event.Slice;
import postmortem.event.TimeBasis;
import postmortem.event.TimePrecision;
import postmortem.parser.Fate;
import postmortem.parser.ParseSettings;
import postmortem.parser.PieceInput;
import postmortem.parser.RecordReader;
import postmortem.parser.RecordSink;
import postmortem.parser.RejectReason;
import postmortem.text.Lines;

/**
 * Reads the rows of Exchange 2000 or 2003 message tracking.
 *
 * <p>A message has one row for each recipient and stage. Told are: that it was taken (1019 from a
 * client, 1027 from a mailbox), that another server took a recipient (1031), that one was given up
 * (1021, 1022, 1026), and that a report was made (1030). Stages between, and local deliveries
 * (1023, 1028), tell of messages that were told when they were taken. Of null-sender mail no way
 * out is told: a report that was made here is told by 1030, another one when it came.
 */
final class OldTrackingReader implements RecordReader {

  private static final int FROM_CLIENT = 1019;
  private static final int FROM_MAILBOX = 1027;

  private final Lines lines;
  private final Provenance provenance;
  private final OldTrackingRow row = new OldTrackingRow();
  private final OldTrackingGroup group = new OldTrackingGroup();
  private boolean ahead; // the current line was not handled yet
  private boolean end;
  private @Nullable IOException failure; // of the line after the group

  OldTrackingReader(PieceInput piece, ParseSettings settings) {
    this.lines = new Lines(piece.in(), piece.offset(), piece.firstRecord(), settings.maxLine());
    this.provenance =
        new Provenance(piece.ledger(), piece.stream(), TimePrecision.SECOND, TimeBasis.AS_LOGGED);
  }

  @Override
  public Fate next(RecordSink sink) throws IOException {
    if (failure != null) {
      throw failure;
    }
    if (!ahead && (end || !lines.next())) {
      return Fate.END;
    }
    ahead = false;
    if (lines.tooLong()) {
      return reject(sink, RejectReason.TOO_LONG);
    }
    byte[] b = lines.block();
    int from = lines.textStart();
    if (from == lines.end() || b[from] == '#') {
      return Fate.IGNORED;
    }
    @Nullable RejectReason bad =
        b[from] == 0 ? RejectReason.DAMAGED : row.read(b, from, lines.end());
    return bad == null ? row(sink) : reject(sink, bad);
  }

  private Fate row(RecordSink sink) {
    Names names = sink.names();
    return switch (row.event()) {
      case FROM_CLIENT, FROM_MAILBOX -> group(sink);
      case 1031 ->
          wayOut(sink, s -> TrackingEvents.handedOver(origin(), partner(names), s, to(), names));
      case 1021, 1022, 1026 ->
          wayOut(
              sink, s -> TrackingEvents.failed(origin(), partner(names), s, to(), 0, null, names));
      case 1030 -> {
        sink.event(
            new Event.Dsn(
                origin(),
                Direction.OUT,
                to(), // the report goes to the sender of what it is about
                null,
                0,
                TrackingEvents.bare(row.slice(OldTrackingRow.LINKED))));
        yield Fate.EVENTS;
      }
      default -> Fate.IGNORED;
    };
  }

  private interface WayOut {
    Event of(@Nullable Slice sender);
  }

  private Fate wayOut(RecordSink sink, WayOut event) {
    Slice sender = TrackingEvents.bare(row.slice(OldTrackingRow.SENDER));
    if (sender != null && sender.isEmpty()) {
      return Fate.IGNORED;
    }
    sink.event(event.of(sender));
    return Fate.EVENTS;
  }

  private @Nullable Slice to() {
    return row.slice(OldTrackingRow.RECIPIENT);
  }

  private Peer partner(Names names) {
    Slice partner = row.slice(OldTrackingRow.PARTNER);
    Address address = partner == null ? null : partner.address();
    return TrackingEvents.peer(address, Direction.OUT, names);
  }

  /** Looks ahead, because the last row of a message gives its event. */
  private Fate group(RecordSink sink) {
    if (group.isEmpty()) {
      group.begin(row, origin(), row.event() == FROM_CLIENT);
    }
    group.add(row);
    if (goesOn()) {
      return Fate.PART;
    }
    sink.event(group.event(sink.names()));
    group.clear();
    return Fate.EVENTS;
  }

  private boolean goesOn() {
    try {
      ahead = lines.next();
      end = !ahead;
    } catch (IOException e) {
      failure = e;
      return false;
    }
    return ahead
        && !lines.tooLong()
        && row.read(lines.block(), lines.textStart(), lines.end()) == null
        && group.holds(row);
  }

  private Origin origin() {
    return new Origin(
        provenance,
        row.time(),
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
    return new TreeSet<>();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
