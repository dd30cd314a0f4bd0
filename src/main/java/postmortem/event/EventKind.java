package postmortem.event;

/** The kinds of {@link Event}, for exhaustive switches. */
public enum EventKind {
  CONNECTION,
  SESSION,
  AUTH_ATTEMPT,
  MESSAGE,
  RECIPIENT,
  DELIVERY,
  DSN,
  LOGON,
  ACCOUNT_CHANGE,
  AUDIT,
  ALERT
}
