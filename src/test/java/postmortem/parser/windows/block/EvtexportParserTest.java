package postmortem.parser.windows.block;

import postmortem.parser.LogParser;
import postmortem.parser.ParserContractTest;

final class EvtexportParserTest extends ParserContractTest {

  @Override
  protected LogParser parser() {
    return new EvtexportParser();
  }
}
