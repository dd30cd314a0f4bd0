package postmortem.parser.windows.export;

import postmortem.parser.LogParser;
import postmortem.parser.ParserContractTest;

final class EventDumpParserTest extends ParserContractTest {

  @Override
  protected LogParser parser() {
    return new EventDumpParser();
  }
}
