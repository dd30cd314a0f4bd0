package postmortem.report;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import postmortem.event.flat.Column;
import postmortem.event.flat.FlatRow;

/** Who was on which side of an event, as the common schemas ask: the client is the source. */
final class EventParties {

  private final FlatRow row;

  /** Did our server go to another? Then the peer is the destination. */
  final boolean outward;

  EventParties(FlatRow row) {
    this.row = row;
    this.outward = row.is(Column.DIRECTION, "out") || row.is(Column.KIND, "delivery");
  }

  @Nullable String address() {
    return row.has(Column.PEER_ADDRESS) ? String.valueOf(row.address(Column.PEER_ADDRESS)) : null;
  }

  @Nullable String server() {
    return row.text(Column.SERVER);
  }

  /** Is anything known of the other side? */
  boolean hasPeer() {
    return row.has(Column.PEER_ADDRESS) || row.has(Column.PEER_PORT);
  }

  /** The account without its domain; null where no log names one. */
  @Nullable String user() {
    return row.text(Column.ACCOUNT);
  }

  /** The Windows domain before the account, as logged; null where there is none. */
  @Nullable String domain() {
    String logged = row.text(Column.ACCOUNT_LOGGED);
    int end = logged == null ? -1 : logged.lastIndexOf('\\');
    return logged == null || end <= 0 ? null : logged.substring(0, end);
  }

  /** The account as a mail address, as logged; null where it is none. */
  @Nullable String mailbox() {
    String logged = row.text(Column.ACCOUNT_LOGGED);
    return logged != null && logged.indexOf('@') > 0 ? logged : null;
  }

  /** The name of the protocol below the service; null where it is not told. */
  @Nullable String protocol() {
    String service = row.text(Column.SERVICE);
    if (service == null) {
      return row.is(Column.KIND, "dsn") ? "smtp" : null;
    }
    return switch (service) {
      case "smtp", "submission" -> "smtp";
      case "pop" -> "pop3";
      case "imap", "smb", "rdp" -> service;
      case "owa", "activesync", "ews" -> "http";
      default -> null;
    };
  }

  /** Nanoseconds that it lasted; -1 where that is not known. */
  long nanos() {
    return row.has(Column.START_TIME) && row.has(Column.END_TIME)
        ? Math.max(0, row.number(Column.END_TIME) - row.number(Column.START_TIME))
        : -1;
  }

  /** All names of the account, each once. */
  Set<String> users() {
    Set<String> users = new TreeSet<>();
    add(row.text(Column.ACCOUNT), users);
    add(row.text(Column.ACCOUNT_LOGGED), users);
    return users;
  }

  /** All names of machines, each once. */
  Set<String> hosts() {
    Set<String> hosts = new TreeSet<>();
    add(row.text(Column.SERVER), hosts);
    add(row.text(Column.HELO), hosts);
    return hosts;
  }

  private static void add(@Nullable String text, Set<String> to) {
    if (text != null && !text.isEmpty()) {
      to.add(text);
    }
  }
}
