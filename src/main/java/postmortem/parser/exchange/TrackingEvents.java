package postmortem.parser.exchange;

import org.jspecify.annotations.Nullable;
import postmortem.event.Address;
import postmortem.event.Direction;
import postmortem.event.Event;
import postmortem.event.Names;
import postmortem.event.Origin;
import postmortem.event.Outcome;
import postmortem.event.Peer;
import postmortem.event.Permission;
import postmortem.event.Reason;
import postmortem.event.RefusalText;
import postmortem.event.Service;
import postmortem.event.Slice;
import postmortem.event.TextSpace;

/** The events that message tracking tells, of whatever version. */
final class TrackingEvents {

  /** More recipients than any server takes: a larger number is none. */
  static final int MOST_RECIPIENTS = 1_000_000;

  private TrackingEvents() {}

  /** A message that came to us, from a client or from a mailbox. */
  static Event message(
      Origin origin,
      Peer peer,
      @Nullable Slice sender,
      @Nullable Slice messageId,
      long size,
      int accepted,
      RecipientDomains domains,
      Names names) {
    return new Event.Message(
        origin,
        peer,
        origin.time(),
        sender,
        Names.ABSENT,
        messageId,
        size,
        Math.max(accepted, domains.recipients()),
        0,
        domains.first(names),
        domains.inFirst(),
        domains.other(names),
        Permission.UNKNOWN,
        Outcome.ACCEPTED);
  }

  /** A recipient that another server took. */
  static Event handedOver(
      Origin origin, Peer peer, @Nullable Slice sender, @Nullable Slice recipient, Names names) {
    return delivery(
        origin, peer, sender, recipient, 0, null, Outcome.ACCEPTED, Reason.NONE, 0, names);
  }

  /**
   * A recipient that was given up.
   *
   * @param status 0 where the log does not say
   * @param reply without its code; null where the log does not say
   */
  static Event failed(
      Origin origin,
      Peer peer,
      @Nullable Slice sender,
      @Nullable Slice recipient,
      int status,
      @Nullable Slice reply,
      Names names) {
    // given up for good, whatever the last answer was: "450 4.7.1" after two days is no delay
    Reason reason = reply == null ? Reason.OTHER : RefusalText.reason(status, reply);
    Slice list = reply == null || reason != Reason.REPUTATION ? null : RefusalText.blocklist(reply);
    int blocklist = names.text(TextSpace.LABEL, list);
    return delivery(
        origin, peer, sender, recipient, status, reply, Outcome.REJECTED, reason, blocklist, names);
  }

  private static Event delivery(
      Origin origin,
      Peer peer,
      @Nullable Slice sender,
      @Nullable Slice recipient,
      int status,
      @Nullable Slice reply,
      Outcome outcome,
      Reason reason,
      int blocklist,
      Names names) {
    return new Event.Delivery(
        origin,
        peer,
        origin.time(),
        sender,
        recipient,
        RecipientDomains.id(recipient, names),
        status,
        reply,
        outcome,
        reason,
        blocklist);
  }

  /** The other side, which tracking knows by its address at most. */
  static Peer peer(@Nullable Address address, Direction direction, Names names) {
    int network = address == null ? 0 : (int) (address.owner().hash64() >>> 58);
    return new Peer(
        names.address(address), network, 0, Names.ABSENT, Names.ABSENT, direction, Service.SMTP, 0);
  }

  /** Without angle brackets; {@code <>} is the null sender, which is empty. */
  static @Nullable Slice bare(@Nullable Slice text) {
    boolean bracketed =
        text != null
            && text.length() >= 2
            && text.byteAt(0) == '<'
            && text.byteAt(text.length() - 1) == '>';
    return text == null || !bracketed ? text : text.part(1, text.length() - 1);
  }
}
