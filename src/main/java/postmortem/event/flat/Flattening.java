package postmortem.event.flat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import postmortem.event.Event;
import postmortem.event.Names;
import postmortem.event.Origin;
import postmortem.event.Outcome;
import postmortem.event.Peer;
import postmortem.event.Permission;
import postmortem.event.Reason;
import postmortem.event.Slice;
import postmortem.event.SourceRef;
import postmortem.event.TextSpace;

/**
 * Makes the row of an event: the one place that does.
 *
 * <p>What is said of the stream and of the evidence file (format, server, site, path), and what is
 * known only when all logs were read (the clock that was right, the account's one name, an address
 * that another log tells), is set by whoever has read them.
 */
public final class Flattening {

  private static final Slice OPENED = Slice.of("opened");
  private static final Slice CLOSED = Slice.of("closed");
  private static final Slice LOGON = Slice.of("logon");

  /** {@link Column#ACTION} of a logon that is but a check of the password. */
  public static final Slice PASSWORD_CHECK = Slice.of("password-check");

  private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private final Names names;
  private final RowBuilder row;

  private Flattening(Names names, RowBuilder row) {
    this.names = names;
    this.row = row;
  }

  /**
   * The row of an event.
   *
   * @param names that the event's ids are of; the row has none
   * @return a row whose texts are slices of the event's blocks: it is to be written or copied
   *     before the next event is read
   */
  public static FlatRow of(Event event, Names names) {
    RowBuilder row = new RowBuilder(event.origin().stream());
    new Flattening(names, row).flatten(event);
    return row.build();
  }

  private void flatten(Event event) {
    common(event);
    switch (event.kind()) {
      case CONNECTION -> connection((Event.Connection) event);
      case SESSION -> session((Event.Session) event);
      case AUTH_ATTEMPT -> attempt((Event.AuthAttempt) event);
      case MESSAGE -> message((Event.Message) event);
      case RECIPIENT -> recipient((Event.Recipient) event);
      case DELIVERY -> delivery((Event.Delivery) event);
      case DSN -> dsn((Event.Dsn) event);
      case LOGON -> logon((Event.Logon) event);
      case ACCOUNT_CHANGE -> accountChange((Event.AccountChange) event);
      case AUDIT -> audit((Event.Audit) event);
      case ALERT -> alert((Event.Alert) event);
    }
  }

  private void common(Event event) {
    Origin origin = event.origin();
    row.number(Column.TIME, event.time())
        .word(Column.TIME_PRECISION, origin.provenance().precision())
        .word(Column.TIME_BASIS, origin.provenance().basis())
        .word(Column.KIND, event.kind())
        .number(Column.COUNT, event.count())
        .number(Column.LEDGER, origin.ledger())
        .number(Column.RECORD, origin.record())
        .number(Column.OFFSET, origin.offset())
        .number(Column.LENGTH, origin.length());
    if (origin.provenance().recovered()) {
      row.flag(Column.RECOVERED, true);
    }
  }

  private void peer(Peer peer) {
    row.address(Column.PEER_ADDRESS, names.address(peer.address()))
        .positive(Column.PEER_PORT, peer.port())
        .text(Column.HELO, name(TextSpace.HELO, peer.helo()))
        .text(Column.LISTENER, name(TextSpace.LABEL, peer.listener()))
        .word(Column.DIRECTION, peer.direction())
        .word(Column.SERVICE, peer.service());
    if (peer.session() != 0) {
      row.text(Column.SESSION, hex(peer.session()));
    }
  }

  private static Slice hex(long key) {
    byte[] digits = new byte[DIGITS.length];
    long rest = key;
    for (int i = digits.length - 1; i >= 0; i--) {
      digits[i] = DIGITS[(int) rest & DIGITS.length - 1];
      rest >>>= 4;
    }
    return new Slice(digits, 0, digits.length);
  }

  private @Nullable Slice name(TextSpace space, int id) {
    return names.text(space, id);
  }

  private void lasted(long start, long end) {
    row.number(Column.START_TIME, start).number(Column.END_TIME, end);
  }

  private void ended(Outcome outcome, Reason reason) {
    row.word(Column.OUTCOME, outcome).word(Column.REASON, reason == Reason.NONE ? null : reason);
  }

  private void account(int id) {
    row.text(Column.ACCOUNT_LOGGED, name(TextSpace.ACCOUNT, id));
  }

  private void connection(Event.Connection e) {
    peer(e.peer());
    ended(e.outcome(), Reason.NONE);
    row.text(Column.ACTION, e.end() ? CLOSED : OPENED).text(Column.RULE, e.rule());
    if (!e.end()) {
      row.number(Column.START_TIME, e.time());
      return;
    }
    row.number(Column.END_TIME, e.time());
    if (e.nanos() >= 0) {
      row.number(Column.START_TIME, e.time() - e.nanos());
    }
    if (e.bytesIn() >= 0) {
      row.number(Column.BYTES_IN, e.bytesIn());
    }
    if (e.bytesOut() >= 0) {
      row.number(Column.BYTES_OUT, e.bytesOut());
    }
  }

  private void session(Event.Session e) {
    peer(e.peer());
    lasted(e.time(), e.end());
    row.number(Column.COMMANDS, e.commands())
        .number(Column.ATTEMPTS, e.attempts())
        .number(Column.MESSAGES, e.messages())
        .number(Column.RECIPIENTS_ACCEPTED, e.recipients())
        .number(Column.DELIVERED, e.delivered())
        .flag(Column.TLS, e.tls())
        .word(Column.SESSION_END, e.how());
  }

  private void attempt(Event.AuthAttempt e) {
    peer(e.peer());
    lasted(e.time(), e.end());
    ended(e.outcome(), e.reason());
    account(e.account());
    row.text(Column.MECHANISM, name(TextSpace.LABEL, e.mechanism()))
        .flag(Column.TLS, e.tls())
        .flag(Column.OBSERVED, e.observed())
        .words(Column.MORE_RECORDS, places(e.more()));
  }

  private static String places(List<SourceRef> refs) {
    StringBuilder out = new StringBuilder();
    for (SourceRef ref : refs) {
      out.append(out.isEmpty() ? "" : " ").append(ref.ledger()).append(':').append(ref.record());
      out.append('@').append(ref.offset()).append('+').append(ref.length());
    }
    return out.toString();
  }

  private void message(Event.Message e) {
    peer(e.peer());
    lasted(e.time(), e.end());
    ended(e.outcome(), Reason.NONE);
    account(e.account());
    row.text(Column.SENDER, e.sender())
        .text(Column.MESSAGE_ID, e.messageId())
        .positive(Column.SIZE, e.size())
        .number(Column.RECIPIENTS_ACCEPTED, e.accepted())
        .number(Column.RECIPIENTS_REFUSED, e.refused())
        .text(Column.RECIPIENT_DOMAIN, name(TextSpace.DOMAIN, e.domain()))
        .text(Column.OTHER_RECIPIENT_DOMAIN, name(TextSpace.DOMAIN, e.otherDomain()))
        .word(Column.PERMISSION, e.permission() == Permission.UNKNOWN ? null : e.permission());
    if (e.accepted() > 0) {
      row.number(Column.RECIPIENTS_IN_DOMAIN, e.inDomain());
    }
  }

  private void recipient(Event.Recipient e) {
    peer(e.peer());
    ended(e.outcome(), e.reason());
    account(e.account());
    row.text(Column.RECIPIENT, e.recipient())
        .text(Column.RECIPIENT_DOMAIN, name(TextSpace.DOMAIN, e.domain()))
        .positive(Column.STATUS, e.status())
        .flag(Column.NULL_SENDER, e.nullSender());
  }

  private void delivery(Event.Delivery e) {
    peer(e.peer());
    lasted(e.time(), e.end());
    ended(e.outcome(), e.reason());
    row.text(Column.SENDER, e.sender())
        .text(Column.RECIPIENT, e.recipient())
        .text(Column.RECIPIENT_DOMAIN, name(TextSpace.DOMAIN, e.domain()))
        .positive(Column.STATUS, e.status())
        .text(Column.REPLY, e.reply())
        .text(Column.BLOCKLIST, name(TextSpace.LABEL, e.blocklist()));
  }

  private void dsn(Event.Dsn e) {
    row.word(Column.DIRECTION, e.direction())
        .text(Column.ORIGINAL_SENDER, e.originalSender())
        .text(Column.ORIGINAL_RECIPIENT, e.originalRecipient())
        .positive(Column.STATUS, e.status())
        .text(Column.RELATED_MESSAGE_ID, e.relatedMessageId());
  }

  private void logon(Event.Logon e) {
    peer(e.peer());
    ended(e.outcome(), e.reason());
    account(e.account());
    row.real(Column.SERVICE_CONFIDENCE, e.confidence());
    if (e.logonType() == Event.Logon.VALIDATION) {
      row.text(Column.ACTION, PASSWORD_CHECK);
    } else {
      row.text(Column.ACTION, LOGON).positive(Column.LOGON_TYPE, e.logonType());
    }
  }

  private void accountChange(Event.AccountChange e) {
    account(e.account());
    row.word(Column.ACTION, e.action());
  }

  private void audit(Event.Audit e) {
    account(e.account());
    row.word(Column.ACTION, e.action());
    if (e.clockBefore() != 0) {
      row.number(Column.CLOCK_BEFORE, e.clockBefore());
    }
    if (e.clockAfter() != 0) {
      row.number(Column.CLOCK_AFTER, e.clockAfter());
    }
  }

  private void alert(Event.Alert e) {
    peer(e.peer());
    row.text(Column.SIGNATURE, e.signature()).positive(Column.PRIORITY, e.priority());
  }
}
