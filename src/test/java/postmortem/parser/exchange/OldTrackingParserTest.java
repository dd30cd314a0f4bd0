package postmortem.parser.exchange;

import postmortem.parser.LogParser;
import postmortem.parser.ParserContractTest;

/**
 * The samples of {@code testdata/format/exchange-tracking-2003}, under the contract of all parsers.
 */
final class OldTrackingParserTest extends ParserContractTest {

  @Override
  protected LogParser parser() {
    return new OldTrackingParser();
  }
}
