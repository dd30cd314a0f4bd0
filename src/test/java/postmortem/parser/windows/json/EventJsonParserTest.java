package postmortem.parser.windows.json;

import postmortem.parser.LogParser;
import postmortem.parser.ParserContractTest;

final class EventJsonParserTest extends ParserContractTest {

  @Override
  protected LogParser parser() {
    return new EventJsonParser();
  }
}
