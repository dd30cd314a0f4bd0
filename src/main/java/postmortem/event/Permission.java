package postmortem.event;

/** By what right a message was taken. */
public enum Permission {
  /** The log does not show AUTH, so nobody can tell. */
  UNKNOWN,
  /** Without AUTH, in a log that shows AUTH. */
  ANONYMOUS,
  /** Because of the client's address. */
  ADDRESS,
  /** By an authenticated account. */
  ACCOUNT
}
