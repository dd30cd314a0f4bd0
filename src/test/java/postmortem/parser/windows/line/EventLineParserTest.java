package postmortem.parser.windows.line;

import postmortem.parser.LogParser;
import postmortem.parser.ParserContractTest;

final class EventLineParserTest extends ParserContractTest {

  @Override
  protected LogParser parser() {
    return new EventLineParser();
  }
}
