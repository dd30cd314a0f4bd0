package postmortem.parser.windows;

import org.jspecify.annotations.Nullable;
import postmortem.event.Address;
import postmortem.event.Direction;
import postmortem.event.Event;
import postmortem.event.Names;
import postmortem.event.Origin;
import postmortem.event.Outcome;
import postmortem.event.Peer;
import postmortem.event.Reason;
import postmortem.event.RefusalText;
import postmortem.event.Service;
import postmortem.event.Slice;
import postmortem.event.TextSpace;
import postmortem.text.AsciiNumbers;

/** Turns what the SMTP service remarks on mail into events of ours (windows-event-logs.md, 2.2). */
final class MailTelling {

  private static final String TYPE = "rfc822;"; // of the address, before it

  private final EventValues values;
  private final Origin origin;
  private final Names names;

  MailTelling(EventValues values, Origin origin, Names names) {
    this.values = values;
    this.origin = origin;
    this.names = names;
  }

  /** Is it an enhanced status code of a failure (RFC 3463)? */
  static boolean isStatus(byte[] b, int from, int to) {
    return to - from >= 5
        && (b[from] == '4' || b[from] == '5')
        && b[from + 1] == '.'
        && b[from + 2] >= '0'
        && b[from + 2] <= '9';
  }

  /** A recipient that our server refused. */
  @Nullable Event refusedClient(Peer peer) {
    int status = status();
    if (!values.is(Field.VERB, "rcpt") || Outcome.ofReply(status) != Outcome.REJECTED) {
      return null;
    }
    Slice recipient = inBrackets(Field.COMMAND);
    return new Event.Recipient(
        origin,
        peer,
        Names.ABSENT,
        recipient,
        domain(recipient),
        status,
        Outcome.REJECTED,
        RefusalText.reason(status, words()),
        false);
  }

  /** A recipient or a message that another server refused. */
  @Nullable Event refusedUs(@Nullable Address remote) {
    int status = status();
    if (Outcome.ofReply(status) != Outcome.REJECTED) {
      return null;
    }
    Slice recipient = values.is(Field.VERB, "rcpt") ? inBrackets(Field.COMMAND) : null;
    Slice words = words();
    Reason reason = RefusalText.reason(status, words);
    Slice list = reason == Reason.REPUTATION ? RefusalText.blocklist(words) : null;
    return delivery(
        remote, recipient, domain(recipient), status, words, Outcome.REJECTED, reason, list);
  }

  /** Mail to a domain that will be tried again. */
  @Nullable Event delayed(@Nullable Address remote) {
    int domain = names.lowerText(TextSpace.DOMAIN, values.slice(Field.DOMAIN));
    return domain == Names.ABSENT
        ? null
        : delivery(remote, null, domain, 0, null, Outcome.UNAVAILABLE, Reason.TEMPORARY, null);
  }

  /** A report of failure that was made here. */
  @Nullable Event report() {
    if (!isStatus(values.bytes(), values.start(Field.REPLY), values.end(Field.REPLY))) {
      return null;
    }
    Slice recipient = values.slice(Field.RECIPIENT);
    boolean typed = recipient != null && recipient.startsWithIgnoreCase(TYPE);
    return new Event.Dsn(
        origin,
        Direction.OUT,
        null,
        recipient == null || !typed ? recipient : recipient.part(TYPE.length(), recipient.length()),
        0,
        inBrackets(Field.MESSAGE_ID));
  }

  private Event delivery(
      @Nullable Address remote,
      @Nullable Slice recipient,
      int domain,
      int status,
      @Nullable Slice reply,
      Outcome outcome,
      Reason reason,
      @Nullable Slice blocklist) {
    Peer peer =
        new Peer(
            names.address(remote),
            remote == null ? 0 : (int) (remote.owner().hash64() >>> 58),
            0,
            Names.ABSENT,
            Names.ABSENT,
            Direction.OUT,
            Service.SMTP,
            0);
    return new Event.Delivery(
        origin,
        peer,
        origin.time(),
        null,
        recipient,
        domain,
        status,
        reply,
        outcome,
        reason,
        names.text(TextSpace.LABEL, blocklist));
  }

  /** The code of the answer; 0 where it has none. */
  int status() {
    int from = values.start(Field.REPLY);
    int to = Math.min(values.end(Field.REPLY), from + 3);
    return (int) Math.max(0, AsciiNumbers.unsigned(values.bytes(), from, to));
  }

  /** The answer behind its code. */
  private Slice words() {
    int to = values.end(Field.REPLY);
    int from = Math.min(to, values.start(Field.REPLY) + 3);
    return new Slice(values.bytes(), from, to);
  }

  private @Nullable Slice inBrackets(Field field) {
    Slice all = values.slice(field);
    if (all == null) {
      return null;
    }
    int open = all.indexOf('<');
    int close = all.lastIndexOf('>');
    return open < 0 || close <= open ? null : all.part(open + 1, close);
  }

  private int domain(@Nullable Slice recipient) {
    if (recipient == null || recipient.lastIndexOf('@') < 0) {
      return Names.ABSENT;
    }
    int at = recipient.lastIndexOf('@');
    return names.lowerText(TextSpace.DOMAIN, recipient.part(at + 1, recipient.length()));
  }
}
