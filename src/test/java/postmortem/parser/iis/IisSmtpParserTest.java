package postmortem.parser.iis;

import postmortem.parser.LogParser;
import postmortem.parser.ParserContractTest;

/** The samples of {@code testdata/format/iis-smtp-w3c}, under the contract of all parsers. */
final class IisSmtpParserTest extends ParserContractTest {

  @Override
  protected LogParser parser() {
    return new IisSmtpParser();
  }
}
