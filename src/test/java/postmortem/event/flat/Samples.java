package postmortem.event.flat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import postmortem.event.AccountAction;
import postmortem.event.Address;
import postmortem.event.AuditAction;
import postmortem.event.Direction;
import postmortem.event.Event;
import postmortem.event.Names;
import postmortem.event.Origin;
import postmortem.event.Outcome;
import postmortem.event.Peer;
import postmortem.event.Permission;
import postmortem.event.Provenance;
import postmortem.event.Reason;
import postmortem.event.Service;
import postmortem.event.SessionEnd;
import postmortem.event.Slice;
import postmortem.event.SourceRef;
import postmortem.event.TextSpace;
import postmortem.event.TimeBasis;
import postmortem.event.TimePrecision;
import postmortem.event.Times;

/** An event of each kind, with all that it can have; and one that has next to nothing. */
public final class Samples {

  private static final long RECOVERED = 2; // a record that is left over from former use

  /** 2024-03-04 08:00:00 UTC. */
  public static final long TIME = 1_709_539_200L * Times.SECOND;

  private final Names names = new Names();
  private final String text;
  private int record;

  private Samples(String text) {
    this.text = text;
  }

  /** Rows of all kinds, complete; each text that a log tells is this one. */
  public static List<FlatRow> rows(String text) {
    Samples samples = new Samples(text);
    List<FlatRow> rows = new ArrayList<>();
    for (Event event : samples.events()) {
      rows.add(
          Flattening.of(event, samples.names)
              .with()
              .words(Column.FORMAT, "exchange-smtp-receive")
              .words(Column.SERVER, "MAIL01")
              .words(Column.SITE, "Security")
              .words(Column.PATH, "mail.zip!recv.log")
              .build());
    }
    return rows;
  }

  /** Rows as a worker makes them. */
  static List<FlatRow> bare(String text) {
    Samples samples = new Samples(text);
    return samples.events().stream().map(e -> Flattening.of(e, samples.names)).toList();
  }

  private Slice told() {
    byte[] bytes = (" " + text + " ").getBytes(StandardCharsets.UTF_8);
    return new Slice(bytes, 1, bytes.length - 1); // a part of a block, as in a log
  }

  private int name(TextSpace space) {
    return names.text(space, told());
  }

  private Origin origin() {
    record++;
    Provenance provenance =
        new Provenance(
            3, 0, TimePrecision.MILLISECOND, TimeBasis.ZONE_ASSUMED, record == RECOVERED);
    return new Origin(provenance, TIME + record, new byte[90], 0, 80, record, record * 100L);
  }

  private Peer peer(Direction direction, Service service) {
    int address = names.address(Address.parse("203.0.113.9"));
    return new Peer(
        address, 7, 4025, name(TextSpace.HELO), name(TextSpace.LABEL), direction, service, 0xabcL);
  }

  private List<Event> events() {
    Peer in = peer(Direction.IN, Service.SMTP);
    Peer out = peer(Direction.OUT, Service.SMTP);
    Peer nobody = new Peer(0, 0, 0, 0, 0, Direction.INTERNAL, Service.OTHER, 0);
    int account = name(TextSpace.ACCOUNT);
    int domain = name(TextSpace.DOMAIN);
    long end = TIME + Times.SECOND;
    List<SourceRef> more = List.of(new SourceRef(3, 8, 900, 40), new SourceRef(3, 9, 950, 41));
    return List.of(
        new Event.Connection(origin(), in, false, Outcome.REJECTED, -1, -1, -1, told()),
        new Event.Connection(origin(), out, true, Outcome.ACCEPTED, 5, 6, Times.SECOND, null),
        new Event.Session(origin(), in, end, 5, 1, 2, 3, 1, true, SessionEnd.TIMEOUT),
        new Event.AuthAttempt(
            origin(),
            in,
            more,
            end,
            name(TextSpace.LABEL),
            account,
            Outcome.REJECTED,
            Reason.WRONG_PASSWORD,
            true,
            true,
            2),
        new Event.AuthAttempt(
            origin(), nobody, List.of(), end, 0, 0, Outcome.UNKNOWN, Reason.NONE, false, false, 1),
        new Event.Message(
            origin(),
            in,
            end,
            told(),
            account,
            told(),
            900,
            3,
            1,
            domain,
            2,
            domain,
            Permission.ACCOUNT,
            Outcome.ACCEPTED),
        new Event.Message(
            origin(),
            out,
            end,
            Slice.of(""),
            0,
            null,
            0,
            0,
            0,
            0,
            0,
            0,
            Permission.UNKNOWN,
            Outcome.ABORTED),
        new Event.Recipient(
            origin(),
            in,
            account,
            told(),
            domain,
            550,
            Outcome.REJECTED,
            Reason.RELAY_DENIED,
            true),
        new Event.Delivery(
            origin(),
            out,
            end,
            told(),
            told(),
            domain,
            554,
            told(),
            Outcome.REJECTED,
            Reason.REPUTATION,
            name(TextSpace.LABEL)),
        new Event.Dsn(origin(), Direction.OUT, told(), told(), 511, told()),
        new Event.Dsn(origin(), Direction.IN, null, null, 0, null),
        new Event.Logon(origin(), in, account, 3, Outcome.ACCEPTED, Reason.NONE, 0.25, 1),
        new Event.Logon(
            origin(),
            nobody,
            account,
            Event.Logon.VALIDATION,
            Outcome.REJECTED,
            Reason.LOCKED,
            1,
            1),
        new Event.AccountChange(origin(), account, AccountAction.LOCKED_OUT),
        new Event.AccountChange(origin(), account, AccountAction.UNLOCKED),
        new Event.Audit(origin(), account, AuditAction.LOG_CLEARED, 0, 0),
        new Event.Audit(origin(), 0, AuditAction.CLOCK_CHANGED, TIME - 5, TIME + 5),
        new Event.Alert(origin(), in, told(), 1));
  }
}
