package postmortem.analysis;

/** What a {@link Fact} is of. */
public enum FactKind {
  /** An AUTH attempt; reason and outcome say how it ended. */
  ATTEMPT,
  /** A session in which no mail was begun and no AUTH was seen; {@code count}: commands. */
  EMPTY_SESSION,
  /**
   * A transaction that we accepted from a client; {@code count}: accepted recipients; {@code
   * inDomain}: those in {@code domain}; {@code otherDomain}: the first other domain. Not with the
   * null sender.
   */
  MESSAGE,
  /** A recipient that we refused for good; {@code domain}: its domain. */
  REFUSED_RECIPIENT,
  /** Null-sender mail that came to us; accepted or refused; {@code count}: recipients. */
  NULL_SENDER,
  /**
   * A recipient of our outgoing mail whom a remote server refused for good. Not with the null
   * sender.
   */
  REMOTE_REFUSAL,
  /** A report of ours (null sender) that was handed to a remote server, or offered to it. */
  DSN_SENT,
  LOGON,
  ACCOUNT_CHANGE,
  AUDIT,
  CONNECTION,
  ALERT
}
