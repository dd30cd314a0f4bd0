package postmortem.parser;

/** Where a file may be cut into pieces. */
public enum Splitting {
  NEVER,
  /** After any line end. */
  AT_LINES,
  /** At the format's own chunks. */
  AT_CHUNKS
}
