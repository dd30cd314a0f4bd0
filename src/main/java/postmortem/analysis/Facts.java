package postmortem.analysis;

import org.jspecify.annotations.Nullable;
import postmortem.event.Direction;
import postmortem.event.Event;
import postmortem.event.Names;
import postmortem.event.Origin;
import postmortem.event.Outcome;
import postmortem.event.Peer;
import postmortem.event.Permission;
import postmortem.event.Reason;
import postmortem.event.Service;
import postmortem.event.SessionEnd;
import postmortem.event.Slice;
import postmortem.event.TextSpace;
import postmortem.event.Times;

/** Which events are facts: the one place that decides it. */
public final class Facts {

  private static final Peer NOBODY = new Peer(0, 0, 0, 0, 0, Direction.INTERNAL, Service.OTHER, 0);
  private static final int PORT = (1 << 15) - 1; // what FactRow has room for

  private Facts() {}

  /** The fact that an event is, or null where it is counted only. */
  public static @Nullable Fact of(Event event, Names names) {
    return switch (event.kind()) {
      case AUTH_ATTEMPT -> of((Event.AuthAttempt) event);
      case SESSION -> of((Event.Session) event);
      case MESSAGE -> of((Event.Message) event, names);
      case RECIPIENT -> of((Event.Recipient) event);
      case DELIVERY -> of((Event.Delivery) event, names);
      case LOGON -> of((Event.Logon) event);
      case CONNECTION -> of((Event.Connection) event);
      case ACCOUNT_CHANGE -> of((Event.AccountChange) event);
      case AUDIT -> of((Event.Audit) event);
      case DSN -> of((Event.Dsn) event, names);
      case ALERT -> null;
    };
  }

  /** Both rows of a connection are put at its opening, so that either is enough to find it. */
  private static @Nullable Fact of(Event.Connection c) {
    boolean asked = c.peer().direction() == Direction.IN && isMail(c.peer().service());
    if (!asked || c.end() && c.nanos() < 0) {
      return null;
    }
    long nanos = c.end() ? c.nanos() : 0;
    long millis = c.end() ? c.nanos() / Times.MILLI : -1;
    return row(
        c,
        c.time() - nanos,
        FactKind.CONNECTION,
        c.peer(),
        0,
        0,
        0,
        0,
        0,
        (int) Math.min(millis, Integer.MAX_VALUE),
        c.peer().port() & PORT,
        c.outcome(),
        Reason.NONE,
        Permission.UNKNOWN);
  }

  private static boolean isMail(Service service) {
    return switch (service) {
      case SMTP, SUBMISSION, POP, IMAP -> true;
      case OWA, ACTIVESYNC, EWS, SMB, RDP, OTHER -> false;
    };
  }

  private static Fact of(Event.AuthAttempt a) {
    return row(
        a,
        FactKind.ATTEMPT,
        a.peer(),
        a.account(),
        0,
        0,
        0,
        a.mechanism(),
        a.count(),
        0,
        a.outcome(),
        a.reason(),
        Permission.UNKNOWN);
  }

  private static @Nullable Fact of(Event.Session s) {
    if (s.peer().direction() != Direction.IN || s.messages() > 0 || s.attempts() > 0) {
      return null;
    }
    return row(
        s,
        FactKind.EMPTY_SESSION,
        s.peer(),
        0,
        0,
        0,
        0,
        0,
        s.commands(),
        0,
        Outcome.UNKNOWN,
        Reason.NONE,
        Permission.UNKNOWN);
  }

  private static @Nullable Fact of(Event.Message m, Names names) {
    if (m.peer().direction() != Direction.IN) {
      return null;
    }
    if (m.nullSender()) {
      return row(
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
    return row(
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

  private static @Nullable Fact of(Event.Recipient r) {
    if (r.peer().direction() != Direction.IN || r.outcome() != Outcome.REJECTED) {
      return null;
    }
    return row(
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

  private static @Nullable Fact of(Event.Delivery d, Names names) {
    if (d.nullSender()) {
      return row(
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
    return row(
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
  private static Fact of(Event.Dsn d, Names names) {
    return row(
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

  private static Fact of(Event.Logon l) {
    return row(
        l,
        l.logonType() == Event.Logon.VALIDATION ? FactKind.VALIDATION : FactKind.LOGON,
        l.peer(),
        l.account(),
        0,
        0,
        0,
        0,
        l.count(),
        0,
        l.outcome(),
        l.reason(),
        Permission.UNKNOWN);
  }

  /** The whole of a client's session; null where the client was not one. */
  public static @Nullable Fact span(Event.Session s) {
    if (s.peer().direction() != Direction.IN) {
      return null;
    }
    boolean ended = s.how() != SessionEnd.NOT_SEEN;
    int millis = (int) Math.min(Integer.MAX_VALUE, (s.end() - s.time()) / Times.MILLI);
    return row(
        s,
        FactKind.SESSION,
        s.peer(),
        0,
        0,
        0,
        0,
        0,
        ended ? millis : -1 - millis,
        0,
        Outcome.UNKNOWN,
        Reason.NONE,
        Permission.UNKNOWN);
  }

  private static Fact of(Event.AccountChange c) {
    return row(
        c,
        FactKind.ACCOUNT_CHANGE,
        NOBODY,
        c.account(),
        0,
        0,
        0,
        0,
        1,
        c.action().ordinal(),
        Outcome.UNKNOWN,
        Reason.NONE,
        Permission.UNKNOWN);
  }

  private static Fact of(Event.Audit a) {
    long forward = (a.clockAfter() - a.clockBefore()) / Times.SECOND;
    return row(
        a,
        FactKind.AUDIT,
        NOBODY,
        a.account(),
        0,
        0,
        0,
        0,
        (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, forward)),
        a.action().ordinal(),
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

  private static Fact row(
      Event event,
      FactKind kind,
      Peer peer,
      int account,
      int domain,
      int otherDomain,
      int senderDomain,
      int label,
      int count,
      int inDomain,
      Outcome outcome,
      Reason reason,
      Permission permission) {
    return row(
        event,
        event.time(),
        kind,
        peer,
        account,
        domain,
        otherDomain,
        senderDomain,
        label,
        count,
        inDomain,
        outcome,
        reason,
        permission);
  }

  private static Fact row(
      Event event,
      long time,
      FactKind kind,
      Peer peer,
      int account,
      int domain,
      int otherDomain,
      int senderDomain,
      int label,
      int count,
      int inDomain,
      Outcome outcome,
      Reason reason,
      Permission permission) {
    Origin o = event.origin();
    return new Fact(
        time,
        kind,
        peer.address(),
        account,
        domain,
        otherDomain,
        senderDomain,
        peer.helo(),
        label,
        count,
        inDomain,
        outcome,
        reason,
        permission,
        peer.service(),
        o.stream(),
        o.ledger(),
        o.record(),
        o.offset(),
        o.length());
  }
}
