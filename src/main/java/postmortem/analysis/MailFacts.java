package postmortem.analysis;

import org.jspecify.annotations.Nullable;
import postmortem.event.Direction;
import postmortem.event.Event;
import postmortem.event.Names;
import postmortem.event.Outcome;
import postmortem.event.Peer;
import postmortem.event.Permission;
import postmortem.event.Reason;
import postmortem.event.Service;
import postmortem.event.Slice;
import postmortem.event.TextSpace;

/** Which events about mail are facts. */
final class MailFacts {

  private MailFacts() {}

  static @Nullable Fact of(Event.Message m, Names names) {
    if (m.peer().direction() != Direction.IN) {
      return null;
    }
    if (m.nullSender()) {
      return Facts.row(
          m,
          FactKind.NULL_SENDER,
          m.peer(),
          0,
          m.domain(),
          m.otherDomain(),
          0,
          0,
          Math.max(1, m.accepted()),
          m.inDomain(),
          m.outcome(),
          Reason.NONE,
          m.permission());
    }
    if (m.outcome() != Outcome.ACCEPTED || m.accepted() == 0) {
      return null;
    }
    return Facts.row(
        m,
        FactKind.MESSAGE,
        m.peer(),
        m.account(),
        m.domain(),
        m.otherDomain(),
        domain(m.sender(), names),
        0,
        m.accepted(),
        m.inDomain(),
        m.outcome(),
        Reason.NONE,
        m.permission());
  }

  static @Nullable Fact of(Event.Recipient r) {
    if (r.peer().direction() != Direction.IN || r.outcome() != Outcome.REJECTED) {
      return null;
    }
    return Facts.row(
        r,
        FactKind.REFUSED_RECIPIENT,
        r.peer(),
        r.account(),
        r.domain(),
        0,
        0,
        0,
        1,
        0,
        r.outcome(),
        r.reason(),
        Permission.UNKNOWN);
  }

  static @Nullable Fact of(Event.Delivery d, Names names) {
    if (d.nullSender()) {
      return Facts.row(
          d,
          FactKind.DSN_SENT,
          d.peer(),
          0,
          d.domain(),
          0,
          0,
          d.blocklist(),
          1,
          0,
          d.outcome(),
          d.reason(),
          Permission.UNKNOWN);
    }
    if (d.outcome() != Outcome.REJECTED && d.reason() != Reason.REPUTATION) {
      return null;
    }
    return Facts.row(
        d,
        FactKind.REMOTE_REFUSAL,
        d.peer(),
        0,
        d.domain(),
        0,
        domain(d.sender(), names),
        d.blocklist(),
        1,
        0,
        d.outcome(),
        d.reason(),
        Permission.UNKNOWN);
  }

  /**
   * A report that a log names as such; it goes to the sender of what it is about. Where a protocol
   * log of the same server tells its way out too, {@link LeadStreams} has only one of them count.
   */
  static Fact of(Event.Dsn d, Names names) {
    return Facts.row(
        d,
        FactKind.DSN_SENT,
        new Peer(0, 0, 0, 0, 0, d.direction(), Service.SMTP, 0),
        0,
        domain(d.originalSender(), TextSpace.DOMAIN, names),
        0,
        0,
        0,
        1,
        0,
        Outcome.UNKNOWN,
        Reason.NONE,
        Permission.UNKNOWN);
  }

  private static int domain(@Nullable Slice mailbox, Names names) {
    return domain(mailbox, TextSpace.SENDER, names);
  }

  private static int domain(@Nullable Slice mailbox, TextSpace space, Names names) {
    int at = mailbox == null ? -1 : mailbox.lastIndexOf('@');
    return mailbox == null || at < 0 || at + 1 == mailbox.length()
        ? Names.ABSENT
        : names.lowerText(space, mailbox.part(at + 1, mailbox.length()));
  }
}
