package postmortem.parser;

/** How near a log is to what it tells of. */
public enum Hand {
  /** The log of those who did it: a protocol log. */
  FIRST,
  /** What repeats that: message tracking. */
  SECOND,
  /** What remarks on some of it: an event log. */
  THIRD
}
