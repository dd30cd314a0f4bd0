package postmortem.event.flat;

/** What the values of a column are. */
public enum ColumnType {
  /** Text as the log has it, or a word of ours; may be empty where the column says so. */
  TEXT,
  /** A whole number of at most 64 bits, signed. */
  INTEGER,
  /** A fraction, as a double. */
  REAL,
  BOOLEAN,
  /** An instant: nanoseconds since 1970 UTC. */
  TIME,
  /** An IP address, version 4 or 6. */
  ADDRESS
}
