package postmortem.parser.exchange;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import postmortem.event.Direction;
import postmortem.parser.Format;

/** The SMTP Receive protocol log of Exchange 2007 and later: what clients said to our server. */
public final class SmtpReceiveParser extends SmtpProtocolParser {

  private static final Format FORMAT =
      new Format(
          "exchange-smtp-receive",
          "Exchange SMTP Receive protocol log",
          List.of(
              "SMTP sessions of clients",
              "AUTH attempts with outcome, and the tried name from 2013 on",
              "envelope senders and recipients",
              "replies of the server"),
          List.of(
              "A receive connector writes no protocol log until it is set to Verbose; from 2013 on"
                  + " only the default front-end connector is by itself: silence proves nothing.",
              "Exchange 2007 and 2010 do not log the name that a failed AUTH attempt was for.",
              "Passwords are never in this log.",
              "After a front end has handed an authenticated client over, its messages stand in the"
                  + " log of the Hub role only."),
          true);

  public SmtpReceiveParser() {
    super(LogKind.RECEIVE, FORMAT);
  }

  @Override
  public Set<Direction> mail() {
    return EnumSet.of(Direction.IN);
  }
}
