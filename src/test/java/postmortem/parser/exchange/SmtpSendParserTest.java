package postmortem.parser.exchange;

import postmortem.parser.LogParser;
import postmortem.parser.ParserContractTest;

final class SmtpSendParserTest extends ParserContractTest {

  @Override
  protected LogParser parser() {
    return new SmtpSendParser();
  }
}
