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
      case MESSAGE -> MailFacts.of((Event.Message) event, names);
      case RECIPIENT -> MailFacts.of((Event.Recipient) event);
      case DELIVERY -> MailFacts.of((Event.Delivery) event, names);
      case LOGON -> of((Event.Logon) event);
      case CONNECTION -> of((Event.Connection) event);
      case ACCOUNT_CHANGE -> of((Event.AccountChange) event);
      case AUDIT -> of((Event.Audit) event);
      case DSN -> MailFacts.of((Event.Dsn) event, names);
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
    return plain(
            c,
            FactKind.CONNECTION,
            c.peer(),
            0,
            0,
            (int) Math.min(millis, Integer.MAX_VALUE),
            c.peer().port() & PORT,
            c.outcome(),
            Reason.NONE)
        .at(c.time() - nanos);
  }

  private static boolean isMail(Service service) {
    return switch (service) {
      case SMTP, SUBMISSION, POP, IMAP -> true;
      case OWA, ACTIVESYNC, EWS, SMB, RDP, OTHER -> false;
    };
  }

  private static Fact of(Event.AuthAttempt a) {
    return plain(
        a,
        FactKind.ATTEMPT,
        a.peer(),
        a.account(),
        a.mechanism(),
        a.count(),
        0,
        a.outcome(),
        a.reason());
  }

  private static @Nullable Fact of(Event.Session s) {
    if (s.peer().direction() != Direction.IN || s.messages() > 0 || s.attempts() > 0) {
      return null;
    }
    return plain(
        s, FactKind.EMPTY_SESSION, s.peer(), 0, 0, s.commands(), 0, Outcome.UNKNOWN, Reason.NONE);
  }

  private static Fact of(Event.Logon l) {
    FactKind kind = l.logonType() == Event.Logon.VALIDATION ? FactKind.VALIDATION : FactKind.LOGON;
    return plain(l, kind, l.peer(), l.account(), 0, l.count(), 0, l.outcome(), l.reason());
  }

  /** The whole of a client's session; null where the client was not one. */
  public static @Nullable Fact span(Event.Session s) {
    if (s.peer().direction() != Direction.IN) {
      return null;
    }
    boolean ended = s.how() != SessionEnd.NOT_SEEN;
    int millis = (int) Math.min(Integer.MAX_VALUE, (s.end() - s.time()) / Times.MILLI);
    int told = ended ? millis : -1 - millis;
    return plain(s, FactKind.SESSION, s.peer(), 0, 0, told, 0, Outcome.UNKNOWN, Reason.NONE);
  }

  private static Fact of(Event.AccountChange c) {
    return plain(
        c,
        FactKind.ACCOUNT_CHANGE,
        NOBODY,
        c.account(),
        0,
        1,
        c.action().ordinal(),
        Outcome.UNKNOWN,
        Reason.NONE);
  }

  private static Fact of(Event.Audit a) {
    long forward = (a.clockAfter() - a.clockBefore()) / Times.SECOND;
    int seconds = (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, forward));
    return plain(
        a,
        FactKind.AUDIT,
        NOBODY,
        a.account(),
        0,
        seconds,
        a.action().ordinal(),
        Outcome.UNKNOWN,
        Reason.NONE);
  }

  /** That an event stands in a record of this number in its log. */
  public static Fact numbered(Event event, long number) {
    return plain(
        event,
        FactKind.NUMBERED,
        NOBODY,
        0,
        0,
        (int) number,
        (int) (number >>> Integer.SIZE) & PORT,
        event.origin().provenance().recovered() ? Outcome.UNKNOWN : Outcome.ACCEPTED,
        Reason.NONE);
  }

  /** One that is about no mail. */
  private static Fact plain(
      Event event,
      FactKind kind,
      Peer peer,
      int account,
      int label,
      int count,
      int inDomain,
      Outcome outcome,
      Reason reason) {
    return row(
        event,
        kind,
        peer,
        account,
        0,
        0,
        0,
        label,
        count,
        inDomain,
        outcome,
        reason,
        Permission.UNKNOWN);
  }

  static Fact row(
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
    Origin o = event.origin();
    return new Fact(
        event.time(),
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
