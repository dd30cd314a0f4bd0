package postmortem.event;

/** What was done to an account. */
public enum AccountAction {
  LOCKED_OUT,
  UNLOCKED,
  CREATED,
  ENABLED,
  DISABLED,
  DELETED,
  PASSWORD_SET,
  CHANGED
}
