package postmortem.event;

/** What one record of an SMTP session tells. {@link Step} says what its text and number are. */
public enum StepKind {
  /** The connection was opened. */
  OPEN,
  /** HELO or EHLO; text: the name; number: 1 for EHLO. */
  HELO,
  /** STARTTLS was accepted, or the connection is known to be encrypted. */
  TLS,
  /** AUTH; text: the mechanism. Starts an attempt. */
  AUTH,
  /** The server says why it denies the attempt, with a reason; text: the mechanism, or none. */
  AUTH_DENIED,
  /** The account that the attempt was for; text: as it was tried. */
  AUTH_NAME,
  /** The server grants the attempt; text: the authenticated identity. */
  AUTH_GRANTED,
  /** MAIL; text: envelope sender (empty: null sender); number: declared size, or 0. */
  MAIL,
  /** RCPT; text: envelope recipient. */
  RCPT,
  /** End of message data (DATA or the last BDAT); text: message id; number: size in bytes, or 0. */
  DATA,
  RSET,
  /** QUIT, as a command or as the end that the log notes for it. */
  QUIT,
  /** The server gave up waiting. */
  TIMEOUT,
  /** The connection was closed, by whomever. */
  CLOSE,
  /** A front end hands the client's session over; text: the client's address; number: its port. */
  PROXIED_FOR,
  /** Any other command; text: the verb as typed. */
  OTHER_COMMAND,
  /** A reply to the oldest command without one; status: the code; text: the rest of the line. */
  REPLY;

  /** Does this step end a session? */
  public boolean ends() {
    return this == QUIT || this == TIMEOUT || this == CLOSE;
  }
}
