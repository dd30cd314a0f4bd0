package postmortem.parser.windows.xml;

import postmortem.parser.LogParser;
import postmortem.parser.ParserContractTest;

final class EventXmlParserTest extends ParserContractTest {

  @Override
  protected LogParser parser() {
    return new EventXmlParser();
  }
}
