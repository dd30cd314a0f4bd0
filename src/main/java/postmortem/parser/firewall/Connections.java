package postmortem.parser.firewall;

import org.jspecify.annotations.Nullable;
import postmortem.event.Address;
import postmortem.event.Direction;
import postmortem.event.Event;
import postmortem.event.Names;
import postmortem.event.Origin;
import postmortem.event.Outcome;
import postmortem.event.Peer;
import postmortem.event.Service;
import postmortem.event.TextSpace;

/** Makes the event of a row. Made once and used for each row. */
final class Connections {

  private static final long MILLISECOND = 1_000_000;

  /** A year: nothing is connected longer, and no opening may be put before all logs. */
  private static final long MOST_MILLIS = 366L * 24 * 3600 * 1000;

  private final Endpoint source = new Endpoint();
  private final Endpoint destination = new Endpoint();
  private final Endpoint client = new Endpoint();
  private final IsaRow row;
  private boolean readable;
  private long sent;
  private long received;
  private long millis;

  Connections(IsaRow row) {
    this.row = row;
  }

  /**
   * Reads the ends of the row's connection.
   *
   * @return is it TCP? Nothing else has connections that a mail server could know of.
   */
  boolean read() {
    if (row.has(Column.PROTOCOL) && !row.is(Column.PROTOCOL, "TCP")) {
      return false;
    }
    boolean from = row.endpoint(Column.SOURCE, source);
    boolean to = row.endpoint(Column.DESTINATION, destination);
    sent = row.number(Column.SENT);
    received = row.number(Column.RECEIVED);
    millis = row.number(Column.DURATION);
    readable =
        (!from || source.address() != null)
            && (!to || destination.address() != null)
            && Math.min(Math.min(sent, received), millis) != IsaRow.NO_NUMBER
            && millis <= MOST_MILLIS;
    return row.has(Column.PROTOCOL) || service(Direction.INTERNAL, true) != Service.OTHER;
  }

  /** Are the cells of the row what the header says? */
  boolean readable() {
    return readable;
  }

  /** The event of the row that was read last. */
  Event event(Action action, Origin origin, Names names) {
    Address asked = destination.address();
    Direction direction = Networks.direction(row, source.address(), asked);
    boolean denied = action == Action.DENIED;
    Service service = service(direction, denied);
    boolean out = direction == Direction.OUT;
    // "sent" is what the client sent (isa-tmg.md, 5)
    return new Event.Connection(
        origin,
        out
            ? peer(asked, destination.port(), 0, direction, service, names)
            : incoming(direction, service, names),
        action == Action.TERMINATE,
        denied ? Outcome.REJECTED : Outcome.ACCEPTED,
        out ? received : sent,
        out ? sent : received,
        millis < 0 || action != Action.TERMINATE ? -1 : millis * MILLISECOND,
        row.slice(Column.RULE));
  }

  /**
   * The client by its own address, where another proxy or NAT stands before the firewall: then the
   * port that is logged is not the client's.
   */
  private Peer incoming(Direction direction, Service service, Names names) {
    Address address = source.address();
    int port = source.port();
    // mostly it is the source's, and need not be read
    if (!row.isAddressOf(Column.CLIENT, Column.SOURCE) && row.endpoint(Column.CLIENT, client)) {
      Address original = client.address();
      if (original != null && !original.equals(address) && !isUnspecified(original)) {
        address = original;
        port = client.port();
      }
    }
    boolean told = service != Service.OTHER; // or a scan of all ports would fill the table
    int listener = told ? names.text(TextSpace.LABEL, row.slice(Column.DESTINATION)) : Names.ABSENT;
    return peer(address, port, listener, direction, service, names);
  }

  private static Peer peer(
      @Nullable Address address,
      int port,
      int listener,
      Direction direction,
      Service service,
      Names names) {
    int network = address == null ? 0 : (int) (address.owner().hash64() >>> 58);
    return new Peer(
        names.address(address), network, port, Names.ABSENT, listener, direction, service, 0);
  }

  private static boolean isUnspecified(Address address) {
    return address.isV4() ? (int) address.low() == 0 : (address.high() | address.low()) == 0;
  }

  /** By the port; a web server that is published inwards beside a mail server is its web mail. */
  private Service service(Direction direction, boolean denied) {
    int port = destination.port();
    return switch (port) {
      case 25, 465, 587, 110, 995, 143, 993 -> Service.ofMailPort(port);
      case 80, 443 -> direction == Direction.IN && !denied ? Service.OWA : Service.OTHER;
      case 139, 445 -> Service.SMB;
      case 3389 -> Service.RDP;
      default -> Service.OTHER;
    };
  }
}
