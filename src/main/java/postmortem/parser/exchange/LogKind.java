package postmortem.parser.exchange;

import postmortem.event.Direction;
import postmortem.text.AsciiText;

/** Which log of Exchange a file says that it is, in its {@code #Log-type}. */
enum LogKind {
  /** SMTP Receive Protocol Log: clients come to us. */
  RECEIVE,
  /** SMTP Send Protocol Log: we go to others. */
  SEND,
  /** Another log, that these parsers do not read. */
  OTHER,
  /** It does not say. */
  UNSAID;

  /** The kind that the value of a {@code #Log-type} names. */
  static LogKind of(byte[] b, int from, int to) {
    if (AsciiText.contains(b, from, to, "SMTP Receive")) {
      return RECEIVE;
    }
    return AsciiText.contains(b, from, to, "SMTP Send") ? SEND : OTHER;
  }

  Direction direction() {
    return this == SEND ? Direction.OUT : Direction.IN;
  }

  /** The event of a row that holds a client's command (exchange-logs.md, 2, "Direction trap"). */
  byte command() {
    return (byte) (this == SEND ? '>' : '<');
  }

  /** The event of a row that holds a server's reply. */
  byte reply() {
    return (byte) (this == SEND ? '<' : '>');
  }
}
