package postmortem.parser.exchange;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import postmortem.event.Direction;
import postmortem.parser.Format;

/** The SMTP Send protocol log of Exchange 2007 and later: what our server said to others. */
public final class SmtpSendParser extends SmtpProtocolParser {

  private static final Format FORMAT =
      new Format(
          "exchange-smtp-send",
          "Exchange SMTP Send protocol log",
          List.of(
              "SMTP sessions of our server with others",
              "envelope senders and recipients that were handed over",
              "replies of remote servers, with refusals and the blocklists that they name"),
          List.of(
              "A send connector writes no protocol log until it is set to Verbose: silence proves"
                  + " nothing.",
              "The log does not say which client or account a message came from."),
          false);

  public SmtpSendParser() {
    super(LogKind.SEND, FORMAT);
  }

  @Override
  public Set<Direction> mail() {
    return EnumSet.of(Direction.OUT);
  }
}
