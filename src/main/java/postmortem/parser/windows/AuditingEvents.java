package postmortem.parser.windows;

import static postmortem.parser.windows.Field.ACCOUNT;
import static postmortem.parser.windows.Field.ACTOR;
import static postmortem.parser.windows.Field.ACTOR_DOMAIN;
import static postmortem.parser.windows.Field.ADDRESS;
import static postmortem.parser.windows.Field.DOMAIN;
import static postmortem.parser.windows.Field.LOGON_PROCESS;
import static postmortem.parser.windows.Field.LOGON_TYPE;
import static postmortem.parser.windows.Field.PORT;
import static postmortem.parser.windows.Field.PROCESS;
import static postmortem.parser.windows.Field.STATUS;
import static postmortem.parser.windows.Field.SUB_STATUS;
import static postmortem.parser.windows.Field.TIME_AFTER;
import static postmortem.parser.windows.Field.TIME_BEFORE;
import static postmortem.parser.windows.Field.WORKSTATION;

import org.jspecify.annotations.Nullable;
import postmortem.event.AccountAction;
import postmortem.event.Reason;

/**
 * The events of Windows Vista and later (windows-event-logs.md, 2). Logs give their values names;
 * exports have only the insertion strings, or the text in the language of the machine.
 */
final class AuditingEvents {

  private static final Positions NONE = Positions.NONE;

  /** Restricted Admin Mode and more, since Windows 8.1, have made a section of the logon type. */
  private static final TextLayout LATER_LOGON =
      TextLayout.of(4, 2, 5, 2, 3)
          .with(LOGON_TYPE, 2, 1)
          .with(ACCOUNT, 3, 2)
          .with(DOMAIN, 3, 3)
          .with(PROCESS, 4, 2)
          .with(WORKSTATION, 5, 1)
          .with(ADDRESS, 5, 2)
          .with(PORT, 5, 3)
          .with(LOGON_PROCESS, 6, 1);

  private static final KnownEvent ACCEPTED =
      of(
          Meaning.LOGON_ACCEPTED,
          Reason.NONE,
          NONE.with(ACCOUNT, 6)
              .with(DOMAIN, 7)
              .with(LOGON_TYPE, 9)
              .with(LOGON_PROCESS, 10)
              .with(WORKSTATION, 12)
              .with(PROCESS, 18)
              .with(ADDRESS, 19)
              .with(PORT, 20),
          TextLayout.of(5, 5, 2, 3)
              .with(LOGON_TYPE, 1, 5)
              .with(ACCOUNT, 2, 2)
              .with(DOMAIN, 2, 3)
              .with(PROCESS, 3, 2)
              .with(WORKSTATION, 4, 1)
              .with(ADDRESS, 4, 2)
              .with(PORT, 4, 3)
              .with(LOGON_PROCESS, 5, 1)
              .orWithHeadAt(5, LATER_LOGON));

  private static final KnownEvent REJECTED =
      of(
          Meaning.LOGON_REJECTED,
          Reason.DENIED,
          NONE.with(ACCOUNT, 6)
              .with(DOMAIN, 7)
              .with(STATUS, 8)
              .with(SUB_STATUS, 10)
              .with(LOGON_TYPE, 11)
              .with(LOGON_PROCESS, 12)
              .with(WORKSTATION, 14)
              .with(PROCESS, 19)
              .with(ADDRESS, 20)
              .with(PORT, 21),
          TextLayout.of(5, 3, 3, 2, 3)
              .with(LOGON_TYPE, 1, 5)
              .with(ACCOUNT, 2, 2)
              .with(DOMAIN, 2, 3)
              .with(STATUS, 3, 2)
              .with(SUB_STATUS, 3, 3)
              .with(PROCESS, 4, 2)
              .with(WORKSTATION, 5, 1)
              .with(ADDRESS, 5, 2)
              .with(PORT, 5, 3)
              .with(LOGON_PROCESS, 6, 1));

  private static final KnownEvent TRIED =
      of(
          Meaning.LOGON_TRIED,
          Reason.NONE,
          NONE.with(ACCOUNT, 6).with(DOMAIN, 7).with(PROCESS, 12).with(ADDRESS, 13).with(PORT, 14),
          TextLayout.of(5, 3, 2, 2)
              .with(ACCOUNT, 2, 1)
              .with(DOMAIN, 2, 2)
              .with(PROCESS, 4, 2)
              .with(ADDRESS, 5, 1)
              .with(PORT, 5, 2));

  /** Encryption types of account, service and controller are told since 2025. */
  private static final TextLayout LATER_TICKET =
      TextLayout.of(5, 4, 2, 2)
          .with(ACCOUNT, 1, 1)
          .with(DOMAIN, 1, 2)
          .with(ADDRESS, 4, 1)
          .with(PORT, 4, 2)
          .with(STATUS, 5, 2);

  private static final KnownEvent TICKET =
      of(
          Meaning.TICKET,
          Reason.NONE,
          NONE.with(ACCOUNT, 1).with(DOMAIN, 2).with(STATUS, 7).with(ADDRESS, 10).with(PORT, 11),
          TextLayout.of(3, 2, 2)
              .with(ACCOUNT, 1, 1)
              .with(DOMAIN, 1, 2)
              .with(ADDRESS, 3, 1)
              .with(PORT, 3, 2)
              .with(STATUS, 4, 2)
              .orWithHeadAt(6, LATER_TICKET));

  private static final KnownEvent PRE_AUTHENTICATION =
      of(
          Meaning.TICKET,
          Reason.NONE,
          NONE.with(ACCOUNT, 1).with(STATUS, 5).with(ADDRESS, 7).with(PORT, 8),
          TextLayout.of(2, 1, 2)
              .with(ACCOUNT, 1, 2)
              .with(ADDRESS, 3, 1)
              .with(PORT, 3, 2)
              .with(STATUS, 4, 2));

  private static final KnownEvent CHECKED =
      of(
          Meaning.CHECKED,
          Reason.NONE,
          NONE.with(ACCOUNT, 2).with(WORKSTATION, 3).with(STATUS, 4),
          TextLayout.of().with(ACCOUNT, 1, 2).with(WORKSTATION, 1, 3).with(STATUS, 1, 4));

  private static final KnownEvent POLICY =
      of(Meaning.POLICY_CHANGED, Reason.NONE, subject(2, 3), subject());
  private static final KnownEvent CLEARED =
      of(Meaning.LOG_CLEARED, Reason.NONE, subject(2, 3), subject());

  /** Of another log than that of security, whose texts name nobody. */
  private static final KnownEvent OTHER_CLEARED =
      of(Meaning.LOG_CLEARED, Reason.NONE, subject(1, 2), TextLayout.of());

  private static final KnownEvent CLOCK =
      of(
          Meaning.CLOCK_CHANGED,
          Reason.NONE,
          subject(2, 3).with(TIME_BEFORE, 5).with(TIME_AFTER, 6),
          subject().with(TIME_BEFORE, 2, 3).with(TIME_AFTER, 2, 4));

  private static final KnownEvent[] CHANGES =
      KnownEvent.changes(
          NONE.with(ACCOUNT, 1).with(DOMAIN, 2),
          TextLayout.of(4).with(ACCOUNT, 2, 2).with(DOMAIN, 2, 3));

  /** Its first string is a dash that stands for nothing. */
  private static final KnownEvent CHANGED =
      new KnownEvent(
          Meaning.ACCOUNT_CHANGED,
          Reason.NONE,
          AccountAction.CHANGED,
          NONE.with(ACCOUNT, 2).with(DOMAIN, 3),
          0,
          change(AccountAction.CHANGED).text());

  private AuditingEvents() {}

  private static KnownEvent of(Meaning meaning, Reason reason, Positions strings, TextLayout text) {
    return new KnownEvent(meaning, reason, null, strings, 0, text);
  }

  private static Positions subject(int name, int domain) {
    return NONE.with(ACTOR, name).with(ACTOR_DOMAIN, domain);
  }

  private static TextLayout subject() {
    return TextLayout.of(4).with(ACTOR, 1, 2).with(ACTOR_DOMAIN, 1, 3);
  }

  private static KnownEvent change(AccountAction action) {
    return CHANGES[action.ordinal()];
  }

  /** What an event of auditing tells; null where that is nothing. */
  static @Nullable KnownEvent of(int id) {
    return switch (id) {
      case 4624 -> ACCEPTED;
      case 4625 -> REJECTED;
      case 4648 -> TRIED;
      case 4768 -> TICKET;
      case 4771 -> PRE_AUTHENTICATION;
      case 4776 -> CHECKED;
      case 4740 -> change(AccountAction.LOCKED_OUT);
      case 4767 -> change(AccountAction.UNLOCKED);
      case 4720 -> change(AccountAction.CREATED);
      case 4722 -> change(AccountAction.ENABLED);
      case 4725 -> change(AccountAction.DISABLED);
      case 4726 -> change(AccountAction.DELETED);
      case 4723, 4724 -> change(AccountAction.PASSWORD_SET);
      case 4738 -> CHANGED;
      case 4616 -> CLOCK;
      case 4719 -> POLICY;
      default -> null;
    };
  }

  /** What an event of the event log itself tells; null where that is nothing. */
  static @Nullable KnownEvent ofLog(int id) {
    return switch (id) {
      case 1102 -> CLEARED;
      case 104 -> OTHER_CLEARED;
      default -> null;
    };
  }
}
