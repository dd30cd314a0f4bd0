package postmortem.parser;

/** How sure a parser is that a sample is of its format. */
public enum Confidence {
  NONE,
  /** The file's name, or one line. The most that a generic format may answer. */
  POSSIBLE,
  /** Many lines of the sample parse. */
  LIKELY,
  /** Magic bytes, or a full header. */
  CERTAIN
}
