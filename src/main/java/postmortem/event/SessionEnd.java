package postmortem.event;

/** How a session ended. */
public enum SessionEnd {
  QUIT,
  TIMEOUT,
  /** Closed without QUIT. */
  DROPPED,
  /** No record tells: the log stops, or never notes it. */
  NOT_SEEN
}
