package postmortem.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, as a log tells it: the closed family.
 *
 * <p>Ids ({@code address}, {@code account}, {@code domain}, ...) are those of the {@link Names} of
 * whoever made the event; 0 is absent. Slices keep their block in memory. An event is complete in
 * itself: nothing else has to be read to understand it.
 */
public sealed interface Event {

  EventKind kind();

  /** The record that tells of it first, with time, place and bytes. */
  Origin origin();

  /** Nanoseconds since 1970 UTC, as logged. */
  default long time() {
    return origin().time();
  }

  /** How many things of this kind the record reports: 1, but for a line that says "repeated". */
  default int count() {
    return 1;
  }

  /**
   * A network connection, as a firewall or a capture tells it.
   *
   * @param end false: its opening; true: its end, with bytes and duration
   * @param outcome ACCEPTED, or REJECTED where a rule refused it
   * @param bytesIn from the other side, -1 where unknown
   * @param nanos how long it lasted, -1 where unknown
   * @param rule of the firewall that decided
   */
  record Connection(
      Origin origin,
      Peer peer,
      boolean end,
      Outcome outcome,
      long bytesIn,
      long bytesOut,
      long nanos,
      @Nullable Slice rule)
      implements Event {
    @Override
    public EventKind kind() {
      return EventKind.CONNECTION;
    }
  }

  /**
   * An SMTP session, from its first record to its last.
   *
   * @param end time of the last record
   * @param commands that were seen
   * @param attempts AUTH attempts
   * @param messages mail transactions that were begun
   * @param recipients that were accepted
   * @param delivered messages that were accepted whole
   * @param tls encrypted, so far as the log says
   */
  record Session(
      Origin origin,
      Peer peer,
      long end,
      int commands,
      int attempts,
      int messages,
      int recipients,
      int delivered,
      boolean tls,
      SessionEnd how)
      implements Event {
    @Override
    public EventKind kind() {
      return EventKind.SESSION;
    }
  }

  /**
   * One AUTH exchange (RFC 4954) and how it ended.
   *
   * @param more further records of the same attempt, at most seven
   * @param end time of the record that tells the outcome
   * @param mechanism id of the mechanism as typed, upper case
   * @param account id of the account: the authenticated identity where accepted, else as tried
   * @param observed false where the attempt is inferred from something else
   */
  record AuthAttempt(
      Origin origin,
      Peer peer,
      List<SourceRef> more,
      long end,
      int mechanism,
      int account,
      Outcome outcome,
      Reason reason,
      boolean tls,
      boolean observed,
      int count)
      implements Event {
    public AuthAttempt {
      more = List.copyOf(more);
    }

    @Override
    public EventKind kind() {
      return EventKind.AUTH_ATTEMPT;
    }
  }

  /**
   * One mail transaction, from MAIL to the end of the data, or to where it was given up.
   *
   * @param sender the envelope sender; empty: the null sender; null: the log does not say
   * @param account id of the authenticated identity of the session, 0 where none
   * @param messageId without angle brackets, or null
   * @param size in bytes, as declared or as received; 0 where unknown
   * @param accepted recipients
   * @param refused recipients
   * @param domain id of the domain of the first accepted recipient (of the first refused, where
   *     none was accepted)
   * @param inDomain how many of the accepted recipients are in that domain
   * @param otherDomain id of the first other domain among the accepted recipients, or 0
   * @param outcome ACCEPTED only where the data was taken
   */
  record Message(
      Origin origin,
      Peer peer,
      long end,
      @Nullable Slice sender,
      int account,
      @Nullable Slice messageId,
      long size,
      int accepted,
      int refused,
      int domain,
      int inDomain,
      int otherDomain,
      Permission permission,
      Outcome outcome)
      implements Event {
    @Override
    public EventKind kind() {
      return EventKind.MESSAGE;
    }

    public boolean nullSender() {
      return sender != null && sender.isEmpty();
    }
  }

  /**
   * What our server said to one RCPT.
   *
   * @param account id of the authenticated identity of the session, 0 where none
   * @param recipient as given; null where the log does not say
   * @param domain id of its domain, lower case; 0 where it has none
   * @param nullSender the transaction has the null sender
   */
  record Recipient(
      Origin origin,
      Peer peer,
      int account,
      @Nullable Slice recipient,
      int domain,
      int status,
      Outcome outcome,
      Reason reason,
      boolean nullSender)
      implements Event {
    @Override
    public EventKind kind() {
      return EventKind.RECIPIENT;
    }
  }

  /**
   * What a remote server said to one recipient of ours; or, where that was yes, to the message.
   *
   * @param end time of the answer
   * @param sender the envelope sender; empty: the null sender; null: the log does not say
   * @param reply the first line of the answer, without the code, or null
   * @param blocklist id of the blocklist that the reply names, or 0
   */
  record Delivery(
      Origin origin,
      Peer peer,
      long end,
      @Nullable Slice sender,
      @Nullable Slice recipient,
      int domain,
      int status,
      @Nullable Slice reply,
      Outcome outcome,
      Reason reason,
      int blocklist)
      implements Event {
    @Override
    public EventKind kind() {
      return EventKind.DELIVERY;
    }

    public boolean nullSender() {
      return sender != null && sender.isEmpty();
    }
  }

  /**
   * A delivery status notification that a log names as such.
   *
   * @param relatedMessageId the message that it is about, or null
   */
  record Dsn(
      Origin origin,
      Direction direction,
      @Nullable Slice originalSender,
      @Nullable Slice originalRecipient,
      int status,
      @Nullable Slice relatedMessageId)
      implements Event {
    @Override
    public EventKind kind() {
      return EventKind.DSN;
    }
  }

  /**
   * A Windows logon, or a refusal; or that a password was checked where the account lives.
   *
   * @param logonType Windows' own code (3 network, 8 network clear text, 10 remote), {@link
   *     #VALIDATION} where the record only tells that a password was checked, for whatever machine
   * @param confidence 0..1 that {@code peer.service} is right
   */
  record Logon(
      Origin origin,
      Peer peer,
      int account,
      int logonType,
      Outcome outcome,
      Reason reason,
      double confidence,
      int count)
      implements Event {

    /** Not a logon: the password was checked for one (events 675, 680, 4771, 4776). */
    public static final int VALIDATION = -1;

    @Override
    public EventKind kind() {
      return EventKind.LOGON;
    }
  }

  /**
   * An account was locked out, unlocked, enabled or changed.
   *
   * @param account id of the account that it was done to
   */
  record AccountChange(Origin origin, int account, AccountAction action) implements Event {
    @Override
    public EventKind kind() {
      return EventKind.ACCOUNT_CHANGE;
    }
  }

  /**
   * Something about the evidence itself: log cleared, clock changed, audit policy changed.
   *
   * @param account id of the account that did it, 0 where nobody is named
   * @param clockBefore nanoseconds since 1970 UTC; 0 where it is no change of the clock
   * @param clockAfter likewise
   */
  record Audit(Origin origin, int account, AuditAction action, long clockBefore, long clockAfter)
      implements Event {
    @Override
    public EventKind kind() {
      return EventKind.AUDIT;
    }
  }

  /** A message made by somebody else's IDS. */
  record Alert(Origin origin, Peer peer, Slice signature, int priority) implements Event {
    @Override
    public EventKind kind() {
      return EventKind.ALERT;
    }
  }
}
