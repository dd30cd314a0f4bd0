package postmortem.parser.windows;

import static postmortem.parser.windows.Field.ACCOUNT;
import static postmortem.parser.windows.Field.ACTOR;
import static postmortem.parser.windows.Field.ACTOR_DOMAIN;
import static postmortem.parser.windows.Field.ADDRESS;
import static postmortem.parser.windows.Field.CLIENT;
import static postmortem.parser.windows.Field.COMMAND;
import static postmortem.parser.windows.Field.DOMAIN;
import static postmortem.parser.windows.Field.ERROR;
import static postmortem.parser.windows.Field.LOGON_PROCESS;
import static postmortem.parser.windows.Field.LOGON_TYPE;
import static postmortem.parser.windows.Field.MECHANISM;
import static postmortem.parser.windows.Field.MESSAGE_ID;
import static postmortem.parser.windows.Field.PERSON;
import static postmortem.parser.windows.Field.PERSON_DOMAIN;
import static postmortem.parser.windows.Field.PORT;
import static postmortem.parser.windows.Field.PROCESS;
import static postmortem.parser.windows.Field.PROCESS_ID;
import static postmortem.parser.windows.Field.RECIPIENT;
import static postmortem.parser.windows.Field.REPLY;
import static postmortem.parser.windows.Field.STATUS;
import static postmortem.parser.windows.Field.SUB_STATUS;
import static postmortem.parser.windows.Field.TIME_AFTER;
import static postmortem.parser.windows.Field.TIME_BEFORE;
import static postmortem.parser.windows.Field.VERB;
import static postmortem.parser.windows.Field.WORKSTATION;

import org.jspecify.annotations.Nullable;
import postmortem.event.AccountAction;
import postmortem.event.Reason;

/**
 * An event that tells something: what, and where its insertion strings have the values
 * (windows-event-logs.md, 2; evt-evtx-binary.md, 1.6).
 *
 * @param reason why a logon was refused, where the number of the event says it
 * @param action what was done to an account, if something was
 * @param strings the place of each value; values with names need none
 * @param labelsBefore labels of its text before those of the strings
 * @param text where its text has the values, if not at the places of the strings
 */
public record KnownEvent(
    Meaning meaning,
    Reason reason,
    @Nullable AccountAction action,
    Positions strings,
    int labelsBefore,
    @Nullable TextLayout text) {

  private static final Positions NONE = Positions.NONE;
  private static final Positions NAMED = NONE.with(ACCOUNT, 1).with(DOMAIN, 2);
  private static final Positions FAILURE =
      NAMED
          .with(LOGON_TYPE, 3)
          .with(LOGON_PROCESS, 4)
          .with(WORKSTATION, 6)
          .with(PROCESS_ID, 10)
          .with(ADDRESS, 12)
          .with(PORT, 13);

  private static final KnownEvent ACCEPTED =
      of(
          Meaning.LOGON_ACCEPTED,
          NAMED
              .with(LOGON_TYPE, 4)
              .with(LOGON_PROCESS, 5)
              .with(WORKSTATION, 7)
              .with(PROCESS_ID, 12)
              .with(ADDRESS, 14)
              .with(PORT, 15));
  private static final KnownEvent DENIED = refused(Reason.DENIED);
  private static final KnownEvent RIGHT_PASSWORD = refused(Reason.RIGHT_PASSWORD_REFUSED);
  private static final KnownEvent NOT_ALLOWED = refused(Reason.ACCOUNT_DISABLED);
  private static final KnownEvent LOCKED = refused(Reason.LOCKED);
  private static final KnownEvent NO_NETLOGON = refused(Reason.BACK_END);
  private static final KnownEvent OTHER_FAILURE =
      new KnownEvent(
          Meaning.LOGON_REJECTED,
          Reason.BACK_END,
          null,
          FAILURE
              .with(STATUS, 7)
              .with(SUB_STATUS, 8)
              .with(PROCESS_ID, 12)
              .with(ADDRESS, 14)
              .with(PORT, 15),
          1,
          null);

  private static final KnownEvent STARTED =
      of(Meaning.PROCESS_STARTED, NONE.with(PROCESS_ID, 1).with(PROCESS, 2));

  private static final int TICKET_STRINGS = 10; // up to the address
  private static final Positions TICKET_2003 = NAMED.with(STATUS, 7).with(ADDRESS, 10);
  private static final Positions TICKET_CODE_5 = NAMED.with(STATUS, 5).with(ADDRESS, 6);
  private static final KnownEvent TICKET = of(Meaning.TICKET, TICKET_2003);
  private static final KnownEvent TICKET_REFUSED = of(Meaning.TICKET, TICKET_CODE_5);
  private static final KnownEvent PRE_AUTHENTICATION =
      of(Meaning.TICKET, NONE.with(ACCOUNT, 1).with(STATUS, 5).with(ADDRESS, 6));
  private static final KnownEvent NTLM =
      of(Meaning.CHECKED, NONE.with(ACCOUNT, 2).with(WORKSTATION, 3).with(STATUS, 4));

  /**
   * Its text begins with the account: "The logon to account: ... by: ... from workstation: ...".
   */
  private static final KnownEvent NTLM_FAILED =
      new KnownEvent(
          Meaning.CHECKED,
          Reason.NONE,
          null,
          NTLM.strings(),
          0,
          TextLayout.of().with(ACCOUNT, 1, 1).with(WORKSTATION, 1, 3).with(STATUS, 1, 4));

  private static final KnownEvent CLEARED =
      of(
          Meaning.LOG_CLEARED,
          NONE.with(ACTOR, 1).with(ACTOR_DOMAIN, 2).with(PERSON, 4).with(PERSON_DOMAIN, 5));
  private static final KnownEvent CLOCK =
      of(
          Meaning.CLOCK_CHANGED,
          NONE.with(ACTOR, 3)
              .with(ACTOR_DOMAIN, 4)
              .with(PERSON, 6)
              .with(PERSON_DOMAIN, 7)
              .with(TIME_BEFORE, 9)
              .with(TIME_AFTER, 10));

  /** The last three: who changed it, of which domain, in which logon. */
  private static final KnownEvent POLICY =
      of(Meaning.POLICY_CHANGED, NONE.with(ACTOR, -3).with(ACTOR_DOMAIN, -2));

  private static final KnownEvent SMTP_DENIED =
      of(Meaning.SMTP_AUTH_DENIED, NONE.with(ERROR, 1).with(MECHANISM, 3).with(ADDRESS, 4));
  private static final KnownEvent SMTP_GRANTED =
      of(Meaning.SMTP_AUTH_GRANTED, NONE.with(CLIENT, 1).with(MECHANISM, 2).with(ACCOUNT, 3));

  /** Virtual server, connection, the other side, command, answer, command in full. */
  private static final Positions PROTOCOL =
      NONE.with(CLIENT, 3).with(VERB, 4).with(REPLY, 5).with(COMMAND, 6);

  private static final KnownEvent COMMAND_REFUSED = of(Meaning.SMTP_COMMAND_REFUSED, PROTOCOL);
  private static final KnownEvent REFUSED_US = of(Meaning.SMTP_REFUSED_US, PROTOCOL);
  private static final KnownEvent DELAYED =
      of(Meaning.DELIVERY_DELAYED, NONE.with(DOMAIN, 1).with(ERROR, 2));
  private static final KnownEvent DELAYED_AT_HOST =
      of(Meaning.DELIVERY_DELAYED, NONE.with(CLIENT, 1).with(DOMAIN, 2).with(ERROR, 3));

  /** Many numbers, each for a status; the status itself is in the strings. */
  private static final int FIRST_NDR = 3000;

  private static final int LAST_NDR = 3099;
  private static final KnownEvent NDR =
      of(Meaning.NDR_MADE, NONE.with(REPLY, 1).with(RECIPIENT, 2).with(MESSAGE_ID, 3));

  private static final KnownEvent SMTP_NOT_ALLOWED =
      of(Meaning.SMTP_AUTH_NOT_ALLOWED, NONE.with(ACCOUNT, 1).with(ADDRESS, 3));

  private static final KnownEvent SMTP_DISCONNECTED =
      of(Meaning.SMTP_DISCONNECTED, NONE.with(CLIENT, 3));

  private static final KnownEvent[] CHANGES = changes(NAMED, null);

  /** What is done to each kind of account, by the kind. */
  static KnownEvent[] changes(Positions strings, @Nullable TextLayout text) {
    KnownEvent[] changes = new KnownEvent[AccountAction.values().length];
    for (AccountAction action : AccountAction.values()) {
      changes[action.ordinal()] =
          new KnownEvent(Meaning.ACCOUNT_CHANGED, Reason.NONE, action, strings, 0, text);
    }
    return changes;
  }

  private static KnownEvent of(Meaning meaning, Positions strings) {
    return new KnownEvent(meaning, Reason.NONE, null, strings, 0, null);
  }

  /** The text of a refusal begins with a line that the strings do not have: the reason. */
  private static KnownEvent refused(Reason reason) {
    return new KnownEvent(Meaning.LOGON_REJECTED, reason, null, FAILURE, 1, null);
  }

  private static KnownEvent change(AccountAction action) {
    return CHANGES[action.ordinal()];
  }

  /** May an event of this number tell something, whoever logs it? Cheap. */
  public static boolean mayTell(int id) {
    return id > 0
        && (security(id) != null
            || AuditingEvents.of(id) != null
            || AuditingEvents.ofLog(id) != null
            || transport(id) != null); // and so the SMTP service
  }

  /** What the event of these values tells, of which the head is read; null where nothing is. */
  public static @Nullable KnownEvent of(EventValues values) {
    Publisher publisher = mayTell(values.id()) ? Publisher.of(values) : null;
    return publisher == null ? null : of(publisher, values.id());
  }

  /** What an event tells; null where that is nothing. */
  static @Nullable KnownEvent of(Publisher publisher, int id) {
    return switch (publisher) {
      case SECURITY -> security(id);
      case AUDITING -> AuditingEvents.of(id);
      case EVENT_LOG -> AuditingEvents.ofLog(id);
      case TRANSPORT -> transport(id);
      case FRONT_END -> id == 1035 || id == 1020 || id == 1012 ? transport(id) : null;
      case SMTP_SERVICE -> service(id);
    };
  }

  private static @Nullable KnownEvent security(int id) {
    return switch (id) {
      case 528, 540 -> ACCEPTED;
      case 529 -> DENIED;
      case 530, 533, 534, 535 -> RIGHT_PASSWORD;
      case 531, 532 -> NOT_ALLOWED;
      case 536 -> NO_NETLOGON;
      case 537 -> OTHER_FAILURE;
      case 539 -> LOCKED;
      case 672 -> TICKET;
      case 675 -> PRE_AUTHENTICATION;
      case 676 -> TICKET_REFUSED;
      case 680 -> NTLM;
      case 681 -> NTLM_FAILED;
      case 644 -> change(AccountAction.LOCKED_OUT);
      case 671 -> change(AccountAction.UNLOCKED);
      case 624 -> change(AccountAction.CREATED);
      case 626 -> change(AccountAction.ENABLED);
      case 629 -> change(AccountAction.DISABLED);
      case 630 -> change(AccountAction.DELETED);
      case 627, 628 -> change(AccountAction.PASSWORD_SET);
      case 642 -> change(AccountAction.CHANGED);
      case 517 -> CLEARED;
      case 520 -> CLOCK;
      case 592 -> STARTED;
      case 612 -> POLICY;
      default -> null;
    };
  }

  private static @Nullable KnownEvent transport(int id) {
    return switch (id) {
      case 1035 -> SMTP_DENIED;
      case 1708 -> SMTP_GRANTED;
      case 1020 -> SMTP_NOT_ALLOWED;
      case 1012 -> SMTP_DISCONNECTED;
      default -> id >= FIRST_NDR && id <= LAST_NDR ? NDR : service(id);
    };
  }

  private static @Nullable KnownEvent service(int id) {
    return switch (id) {
      case 7010 -> COMMAND_REFUSED;
      case 7004 -> REFUSED_US;
      case 4000 -> DELAYED;
      case 4006 -> DELAYED_AT_HOST;
      default -> null;
    };
  }

  /** Takes the values from insertion strings, where they have no names. */
  public void takeStrings(EventValues values) {
    if (values.strings() > 0) {
      take(values, 0);
    }
  }

  /**
   * Takes the values from the labels of the event's text, which are the strings of the values.
   *
   * @param head how many labels stand before these strings
   */
  void takeLabels(EventValues values, Labels labels, int head) {
    if (text == null) {
      take(values, labelsBefore);
    } else {
      text.take(values, labels, head);
    }
  }

  private void take(EventValues values, int before) {
    strings.take(values, before);
    if (strings == TICKET_2003 && values.strings() < TICKET_STRINGS) {
      values.noField(STATUS); // Windows 2000: there were tickets that were granted only
    }
  }
}
