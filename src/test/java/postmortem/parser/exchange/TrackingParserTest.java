package postmortem.parser.exchange;

import postmortem.parser.LogParser;
import postmortem.parser.ParserContractTest;

/** The samples of {@code testdata/format/exchange-tracking}, under the contract of all parsers. */
final class TrackingParserTest extends ParserContractTest {

  @Override
  protected LogParser parser() {
    return new TrackingParser();
  }
}
