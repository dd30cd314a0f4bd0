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
 * Reads the rows of message tracking since Exchange 2007.
 *
 * <p>Told are: that a message was taken (RECEIVE), that another server took recipients (SEND,
 * SENDEXTERNAL over SMTP), that recipients were given up (FAIL), and that a report was made (DSN).
 * All else is of messages that were told when they were taken: shadow copies (HA...), stages
 * (EXPAND, RESOLVE, TRANSFER, AGENTINFO, ...), local deliveries (DELIVER), and hops within the
 * organisation, which the next server tells. Of null-sender mail no way out is told: a report that
 * was made here is told by its DSN row, another one when it came.
 */
final class TrackingReader implements RecordReader {

  private static final String HEADLESS =
      "Rows stand before any #Fields line; their columns were told by their number.";
  private static final String PROXIED = "S:ProxiedClientIPAddress=";
  private static final String WITHIN = "Intra-Organization SMTP Send Connector";

  private final Lines lines;
  private final Provenance provenance;
  private final TrackingRow row = new TrackingRow();
  private final RecipientDomains domains = new RecipientDomains();
  private final TreeSet<String> notes = new TreeSet<>();
  private TrackingLayout layout = TrackingLayout.UNSAID;

  TrackingReader(PieceInput piece, ParseSettings settings) {
    this.lines = new Lines(piece.in(), piece.offset(), piece.firstRecord(), settings.maxLine());
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
    int from = Lines.afterMark(b, lines.start(), lines.end());
    int to = lines.end();
    if (from < to && b[from] == '#') {
      layout = layout.after(b, from, to);
      return Fate.IGNORED;
    }
    if (Word.skipBlanks(b, from, to) == to) {
      return Fate.IGNORED;
    }
    @Nullable RejectReason bad =
        b[from] == 0 ? RejectReason.DAMAGED : row.read(b, from, to, layout);
    if (bad != null) {
      return reject(sink, bad);
    }
    if (!layout.named()) {
      notes.add(HEADLESS);
    }
    return row(sink);
  }

  private Fate row(RecordSink sink) {
    if (row.is(TrackingColumn.EVENT, "RECEIVE")) {
      return received(sink);
    }
    boolean smtp = row.is(TrackingColumn.SOURCE, "SMTP");
    if (smtp && row.is(TrackingColumn.EVENT, "SEND") && !row.is(TrackingColumn.CONNECTOR, WITHIN)
        || smtp && row.is(TrackingColumn.EVENT, "SENDEXTERNAL")) {
      return wayOut(sink, false);
    }
    if (row.is(TrackingColumn.EVENT, "FAIL")) {
      return wayOut(sink, true);
    }
    if (row.is(TrackingColumn.EVENT, "DSN") && row.is(TrackingColumn.SOURCE, "DSN")) {
      sink.event(
          new Event.Dsn(
              origin(),
              Direction.OUT,
              row.slice(TrackingColumn.RECIPIENT), // the sender of what it is about
              null,
              0,
              TrackingEvents.bare(row.slice(TrackingColumn.REFERENCE))));
      return Fate.EVENTS;
    }
    return Fate.IGNORED;
  }

  private Fate received(RecordSink sink) {
    boolean smtp = row.is(TrackingColumn.SOURCE, "SMTP");
    boolean here =
        row.is(TrackingColumn.SOURCE, "STOREDRIVER") || row.is(TrackingColumn.SOURCE, "PICKUP");
    if (!smtp && !here) {
      return Fate.IGNORED; // made by an agent or as a report: its own rows tell of it
    }
    domains.clear();
    domains.addAll(row.slice(TrackingColumn.RECIPIENT));
    long count = row.number(TrackingColumn.COUNT);
    if (count > TrackingEvents.MOST_RECIPIENTS) {
      return reject(sink, RejectReason.BAD_FIELD);
    }
    Names names = sink.names();
    Peer peer =
        TrackingEvents.peer(
            smtp ? client() : null, smtp ? Direction.IN : Direction.INTERNAL, names);
    sink.event(
        TrackingEvents.message(
            origin(),
            peer,
            sender(),
            TrackingEvents.bare(row.slice(TrackingColumn.MESSAGE_ID)),
            Math.max(0, row.number(TrackingColumn.SIZE)),
            (int) Math.max(0, count),
            domains,
            names));
    return Fate.EVENTS;
  }

  /** A delivery for each recipient. */
  private Fate wayOut(RecordSink sink, boolean failed) {
    Slice sender = sender();
    Slice list = row.slice(TrackingColumn.RECIPIENT);
    if (list == null || sender != null && sender.isEmpty()) {
      return Fate.IGNORED;
    }
    domains.clear();
    domains.addAll(list);
    if (domains.recipients() == 0) {
      return Fate.IGNORED;
    }
    RecipientStatus status =
        new RecipientStatus(row.slice(TrackingColumn.STATUS), domains.recipients());
    Origin origin = origin();
    // where a recipient was given up, whose address it is differs by source
    Address remote = failed ? null : address(TrackingColumn.SERVER_IP);
    for (int from = 0, end; from <= list.length(); from = end + 1) {
      end = RecipientDomains.partEnd(list, from);
      if (end > from) {
        Slice to = list.part(from, end);
        Names names = sink.names(); // the table may be cleared after any event
        Peer peer = TrackingEvents.peer(remote, Direction.OUT, names);
        sink.event(
            failed
                ? failure(origin, peer, sender, to, status.next(), names)
                : TrackingEvents.handedOver(origin, peer, sender, to, names));
      }
    }
    return Fate.EVENTS;
  }

  private static Event failure(
      Origin origin,
      Peer peer,
      @Nullable Slice sender,
      Slice to,
      @Nullable Slice status,
      Names names) {
    Slice reply = RecipientStatus.reply(status);
    int code = RecipientStatus.code(reply);
    return TrackingEvents.failed(
        origin, peer, sender, to, code, RecipientStatus.text(reply), names);
  }

  /** The envelope sender is the return path; older rows may have the address only. */
  private @Nullable Slice sender() {
    Slice path = row.slice(TrackingColumn.RETURN_PATH);
    return TrackingEvents.bare(path == null ? row.slice(TrackingColumn.SENDER) : path);
  }

  /** The client outside: a front end that speaks for it is named as the client of Hub rows. */
  private @Nullable Address client() {
    Address original = address(TrackingColumn.ORIGINAL_CLIENT);
    if (original != null) {
      return original;
    }
    Address proxied = proxied(row.slice(TrackingColumn.CUSTOM));
    return proxied != null ? proxied : address(TrackingColumn.CLIENT_IP);
  }

  private static @Nullable Address proxied(@Nullable Slice custom) {
    for (int from = 0; custom != null && from < custom.length(); ) {
      int end = RecipientDomains.partEnd(custom, from);
      Slice part = custom.part(from, end);
      if (part.startsWithIgnoreCase(PROXIED)) {
        return part.part(PROXIED.length(), part.length()).address();
      }
      from = end + 1;
    }
    return null;
  }

  private @Nullable Address address(TrackingColumn column) {
    Slice text = row.slice(column);
    return text == null ? null : text.address();
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
    return notes;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
