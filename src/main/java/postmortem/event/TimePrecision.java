package postmortem.event;

/** The unit in which a log writes its times. */
public enum TimePrecision {
  MINUTE,
  SECOND,
  MILLISECOND,
  MICROSECOND,
  TICK,
  NANOSECOND
}
