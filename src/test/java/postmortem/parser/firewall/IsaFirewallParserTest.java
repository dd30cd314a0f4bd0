package postmortem.parser.firewall;

import postmortem.parser.LogParser;
import postmortem.parser.ParserContractTest;

/** The samples of {@code testdata/format/isa-firewall-w3c}, under the contract of all parsers. */
final class IsaFirewallParserTest extends ParserContractTest {

  @Override
  protected LogParser parser() {
    return new IsaFirewallParser();
  }
}
