package postmortem.event;

/** What was done to the evidence, or to the clock that it goes by. */
public enum AuditAction {
  LOG_CLEARED,
  CLOCK_CHANGED,
  POLICY_CHANGED
}
