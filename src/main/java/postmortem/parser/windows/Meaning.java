package postmortem.parser.windows;

/** What kind of thing an event tells. */
public enum Meaning {
  LOGON_ACCEPTED,
  LOGON_REJECTED,
  /** A logon in another's name; how it ended is not said. */
  LOGON_TRIED,
  /** A password was checked; a code says with which result. */
  CHECKED,
  /** A ticket was asked for; only refusals are told. */
  TICKET,
  ACCOUNT_CHANGED,
  LOG_CLEARED,
  CLOCK_CHANGED,
  POLICY_CHANGED,
  /** It only helps to understand what follows. */
  PROCESS_STARTED,
  SMTP_AUTH_DENIED,
  SMTP_AUTH_GRANTED,
  SMTP_AUTH_NOT_ALLOWED,
  /** A client was cut off, because too many of its logons had failed. */
  SMTP_DISCONNECTED,
  /** Our server refused a client's command. */
  SMTP_COMMAND_REFUSED,
  /** Another server refused our command. */
  SMTP_REFUSED_US,
  /** Mail to a domain could not be handed over, and will be tried again. */
  DELIVERY_DELAYED,
  NDR_MADE
}
