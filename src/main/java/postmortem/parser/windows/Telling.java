package postmortem.parser.windows;

import java.util.List;
import org.jspecify.annotations.Nullable;
import postmortem.event.AccountAction;
import postmortem.event.Address;
import postmortem.event.AuditAction;
import postmortem.event.Direction;
import postmortem.event.Event;
import postmortem.event.Names;
import postmortem.event.Origin;
import postmortem.event.Outcome;
import postmortem.event.Peer;
import postmortem.event.Reason;
import postmortem.event.Service;
import postmortem.event.Slice;
import postmortem.event.TextSpace;
import postmortem.event.Times;
import postmortem.parser.Fate;
import postmortem.parser.RecordSink;
import postmortem.text.AsciiNumbers;
import postmortem.text.IsoTime;

/** Turns the values of an event that tells something into an event of ours. */
public final class Telling {

  private static final double CERTAIN = 1;
  private static final int NOT_OFFERED = 504; // replies to AUTH (RFC 4954, 6)
  private static final int BAD_CREDENTIALS = 535;
  private static final List<String> GUESSED = List.of("LOGIN", "PLAIN", "NTLM");

  private final EventValues values;
  private final RecordSink sink;
  private final Origin origin;

  private Telling(EventValues values, Origin origin, RecordSink sink) {
    this.values = values;
    this.sink = sink;
    this.origin = origin;
  }

  /** Tells what an event says. */
  public static Fate tell(KnownEvent known, EventValues values, Origin origin, RecordSink sink) {
    Event event = new Telling(values, origin, sink).event(known);
    if (event == null) {
      return Fate.IGNORED;
    }
    sink.event(event);
    return Fate.EVENTS;
  }

  private @Nullable Event event(KnownEvent known) {
    return switch (known.meaning()) {
      case LOGON_ACCEPTED ->
          values.has(Field.ACCOUNT) ? logon(Outcome.ACCEPTED, Reason.NONE) : null;
      case LOGON_REJECTED -> logon(Outcome.REJECTED, reason(known.reason()));
      case LOGON_TRIED -> values.has(Field.ACCOUNT) ? logon(Outcome.UNKNOWN, Reason.NONE) : null;
      case CHECKED -> checked();
      case TICKET -> ticket();
      case ACCOUNT_CHANGED -> changed(known.action());
      case LOG_CLEARED -> audit(AuditAction.LOG_CLEARED);
      case CLOCK_CHANGED -> audit(AuditAction.CLOCK_CHANGED);
      case POLICY_CHANGED -> audit(AuditAction.POLICY_CHANGED);
      case PROCESS_STARTED -> started();
      case SMTP_AUTH_DENIED -> denied();
      case SMTP_AUTH_GRANTED -> smtpAuth(Outcome.ACCEPTED, Reason.NONE);
      case SMTP_COMMAND_REFUSED -> commandRefused();
      case SMTP_DISCONNECTED -> disconnected();
      case SMTP_REFUSED_US -> mail().refusedUs(remote(Field.CLIENT));
      case DELIVERY_DELAYED -> mail().delayed(remote(Field.CLIENT));
      case NDR_MADE -> mail().report();
      case SMTP_AUTH_NOT_ALLOWED -> smtpAuth(Outcome.REJECTED, Reason.RIGHT_PASSWORD_REFUSED);
    };
  }

  private MailTelling mail() {
    return new MailTelling(values, origin, sink.names());
  }

  private boolean isNobody() {
    return AccountText.isService(values, Field.ACCOUNT, Field.DOMAIN);
  }

  private int account() {
    return AccountText.id(values, Field.ACCOUNT, Field.DOMAIN, sink.names());
  }

  private @Nullable Event logon(Outcome outcome, Reason reason) {
    if (isNobody()) {
      return null;
    }
    nameProcess();
    Address address = remote(Field.ADDRESS);
    LogonShape shape = LogonShape.of(values, address != null);
    Peer peer = peer(address, Field.WORKSTATION, shape.service());
    return new Event.Logon(
        origin, peer, account(), shape.type(), outcome, reason, shape.confidence(), 1);
  }

  private @Nullable Event started() {
    Slice program = values.slice(Field.PROCESS);
    long id = code(Field.PROCESS_ID);
    if (id > 0 && program != null) {
      values.processes().started(id, origin.time(), program);
    }
    return null;
  }

  private void nameProcess() {
    String program =
        values.has(Field.PROCESS)
            ? null
            : values.processes().program(code(Field.PROCESS_ID), origin.time());
    if (program != null) {
      values.begin().utf8(program);
      values.finish(Field.PROCESS);
    }
  }

  /** The sub-status says more, where there is one (windows-event-logs.md, 2). */
  private Reason reason(Reason byNumber) {
    long status = code(Field.STATUS);
    long detail = code(Field.SUB_STATUS);
    if (StatusCode.isSpecific(detail)) {
      return StatusCode.ofStatus(detail);
    }
    return status > 0 ? StatusCode.ofStatus(status) : byNumber;
  }

  private long code(Field field) {
    return values.has(field)
        ? StatusCode.read(values.bytes(), values.start(field), values.end(field))
        : StatusCode.NONE;
  }

  private @Nullable Event checked() {
    long code = code(Field.STATUS);
    return code > 0
        ? validation(Outcome.REJECTED, StatusCode.ofStatus(code))
        : validation(Outcome.ACCEPTED, Reason.NONE);
  }

  private @Nullable Event ticket() {
    long code = code(Field.STATUS);
    Reason reason = code < 0 ? Reason.NONE : StatusCode.ofKerberos(code);
    return reason == Reason.NONE ? null : validation(Outcome.REJECTED, reason);
  }

  private @Nullable Event validation(Outcome outcome, Reason reason) {
    if (isNobody() || !values.has(Field.ACCOUNT)) {
      return null;
    }
    Peer peer = peer(remote(Field.ADDRESS), Field.WORKSTATION, Service.OTHER);
    return new Event.Logon(
        origin, peer, account(), Event.Logon.VALIDATION, outcome, reason, CERTAIN, 1);
  }

  /**
   * A lock-out has the caller's machine where others have the domain (windows-event-logs.md, 2).
   */
  private @Nullable Event changed(@Nullable AccountAction action) {
    boolean locked = action == AccountAction.LOCKED_OUT;
    Field domain = locked ? Field.NOTHING : Field.DOMAIN;
    int account = AccountText.id(values, Field.ACCOUNT, domain, sink.names());
    return action == null || account == Names.ABSENT
        ? null
        : new Event.AccountChange(origin, account, action);
  }

  private Event audit(AuditAction action) {
    boolean person = values.has(Field.PERSON);
    int account =
        person
            ? AccountText.id(values, Field.PERSON, Field.PERSON_DOMAIN, sink.names())
            : AccountText.id(values, Field.ACTOR, Field.ACTOR_DOMAIN, sink.names());
    boolean clock = action == AuditAction.CLOCK_CHANGED;
    return new Event.Audit(
        origin,
        account,
        action,
        clock ? clock(Field.TIME_BEFORE, values.clockBefore()) : 0,
        clock ? clock(Field.TIME_AFTER, values.clockAfter()) : 0);
  }

  private long clock(Field field, long known) {
    if (known != 0 || !values.has(field)) {
      return known;
    }
    long time = IsoTime.nanos(values.bytes(), values.start(field), values.end(field));
    return time == Times.NEVER ? 0 : time;
  }

  /** Only a denied logon with a password is guessing: the rest is trouble between servers. */
  private @Nullable Event denied() {
    return values.is(Field.ERROR, "LogonDenied") && mechanism() != null
        ? smtpAuth(Outcome.REJECTED, Reason.DENIED)
        : null;
  }

  private @Nullable String mechanism() {
    for (String mechanism : GUESSED) {
      if (values.is(Field.MECHANISM, mechanism)) {
        return mechanism;
      }
    }
    return null;
  }

  private @Nullable Event smtpAuth(Outcome outcome, Reason reason) {
    boolean denied = reason == Reason.DENIED;
    int account = account();
    if (!denied && account == Names.ABSENT) {
      return null;
    }
    Address client = remote(Field.CLIENT);
    Address address = client != null ? client : remote(Field.ADDRESS);
    Peer peer = peer(address, client != null ? Field.NOTHING : Field.CLIENT, Service.SMTP);
    String mechanism = mechanism();
    return new Event.AuthAttempt(
        origin,
        peer,
        List.of(),
        origin.time(),
        mechanism == null
            ? sink.names().text(TextSpace.LABEL, values.slice(Field.MECHANISM))
            : sink.names().text(TextSpace.LABEL, Slice.of(mechanism)),
        account,
        outcome,
        reason,
        false,
        true,
        1);
  }

  private @Nullable Event commandRefused() {
    return values.is(Field.VERB, "auth")
        ? authRefused()
        : mail().refusedClient(peer(remote(Field.CLIENT), Field.NOTHING, Service.SMTP));
  }

  /**
   * A refused AUTH; where it came to a logon, the Security log tells of it too, if there is one.
   */
  private @Nullable Event authRefused() {
    int status = mail().status();
    if (Outcome.ofReply(status) != Outcome.REJECTED) {
      return null;
    }
    Slice mechanism = Secrets.mechanism(values.slice(Field.COMMAND));
    return new Event.AuthAttempt(
        origin,
        peer(remote(Field.CLIENT), Field.NOTHING, Service.SMTP),
        List.of(),
        origin.time(),
        sink.names().text(TextSpace.LABEL, mechanism),
        Names.ABSENT,
        Outcome.REJECTED,
        authReason(status),
        false,
        true,
        1);
  }

  private static Reason authReason(int status) {
    return switch (status) {
      case BAD_CREDENTIALS -> Reason.DENIED;
      case NOT_OFFERED -> Reason.MECHANISM_NOT_OFFERED;
      default -> Reason.OTHER;
    };
  }

  /** Who failed to log on too often: each failure has an event of its own. */
  private Event disconnected() {
    return new Event.Connection(
        origin,
        peer(remote(Field.CLIENT), Field.NOTHING, Service.SMTP),
        true,
        Outcome.REJECTED,
        -1,
        -1,
        -1,
        Slice.of("more failed logons than the connector allows"));
  }

  private Peer peer(@Nullable Address address, Field helo, Service service) {
    Names names = sink.names();
    return new Peer(
        names.address(address),
        address == null ? 0 : (int) (address.owner().hash64() >>> 58),
        address == null ? 0 : port(),
        names.text(TextSpace.HELO, values.slice(helo)),
        Names.ABSENT,
        Direction.IN,
        service,
        0);
  }

  private int port() {
    long port =
        AsciiNumbers.unsigned(values.bytes(), values.start(Field.PORT), values.end(Field.PORT));
    return port < 0 || port > 0xffff ? 0 : (int) port;
  }

  /** The address of another machine; null where there is none. */
  private @Nullable Address remote(Field field) {
    if (!values.has(field)) {
      return null;
    }
    Address address = Address.parse(values.bytes(), values.start(field), values.end(field));
    if (address == null || isHere(address)) {
      return null;
    }
    return address;
  }

  private static boolean isHere(Address address) {
    boolean none = address.high() == 0 && address.low() <= 1 && address.low() >= 0;
    return none || address.isV4() && (byte) (address.low() >>> 24) == 127 || isZero(address);
  }

  private static boolean isZero(Address address) {
    return address.isV4() && (int) address.low() == 0;
  }
}
