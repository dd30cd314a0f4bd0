package postmortem.event;

/** Who opened the connection. */
public enum Direction {
  /** A client came to our server, from outside or from inside. */
  IN,
  /** Our server went to another. */
  OUT,
  /** Between two of our servers, or two roles of one. */
  INTERNAL
}
