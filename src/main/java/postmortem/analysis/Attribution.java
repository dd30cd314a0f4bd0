package postmortem.analysis;

/** How the address of an attempt is known, or why it is not. */
public enum Attribution {
  /** The log itself tells it, or nobody asked. */
  LOGGED,
  /** One address alone was connected in that second. */
  ATTRIBUTED,
  /** Several were: counted, never assigned. */
  AMBIGUOUS,
  /** None was, or one that was there by chance. */
  UNATTRIBUTED;

  private static final Attribution[] ALL = values();

  static Attribution of(int ordinal) {
    return ALL[ordinal];
  }
}
