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
  /**
   * A report of ours (null sender) that was handed to a remote server, or offered to it, or that a
   * log says was made; {@code domain}: of the mailbox that it goes to.
   */
  DSN_SENT,
  /**
   * A Windows logon or a refusal; {@code inDomain}, as that of ATTEMPT: the ordinal of the {@link
   * Attribution}.
   */
  LOGON,
  /** A password was checked where the account lives, for whatever machine; gone after the join. */
  VALIDATION,
  /** {@code inDomain}: the ordinal of the {@link postmortem.event.AccountAction}. */
  ACCOUNT_CHANGE,
  /**
   * {@code inDomain}: the ordinal of the {@link postmortem.event.AuditAction}; {@code count}:
   * seconds by which the clock was put forward.
   */
  AUDIT,
  /**
   * A connection from outside to SMTP, submission, POP or IMAP, at its opening; {@code count}: how
   * long it lasted in milliseconds, -1 where that is not said; {@code inDomain}: the low 15 bits of
   * the client's port. A connection of which a log tells opening and end gives two facts at
   * (nearly) the same time; one that a rule refused is REJECTED.
   */
  CONNECTION,
  /**
   * An SMTP session of a client, where something is to be joined to it; {@code count}: how long it
   * lasted in milliseconds; where its log does not tell its end, -1 less what it tells.
   */
  SESSION,
  ALERT,
  /**
   * That an event stands in a record to which its log gave a number; {@code count}: the low 32 bits
   * of the number; {@code inDomain}: the 15 above; ACCEPTED, or UNKNOWN where the record is left
   * over from former use of its file. Apart from all other facts.
   */
  NUMBERED
}
