package postmortem.parser.windows.export;

import postmortem.parser.LogParser;
import postmortem.parser.ParserContractTest;

final class EventTableParserTest extends ParserContractTest {

  @Override
  protected LogParser parser() {
    return new EventTableParser();
  }
}
