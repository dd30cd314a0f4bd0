package postmortem.parser.windows.export;

import postmortem.parser.LogParser;
import postmortem.parser.ParserContractTest;

final class EventViewerCsvParserTest extends ParserContractTest {

  @Override
  protected LogParser parser() {
    return new EventViewerCsvParser();
  }
}
