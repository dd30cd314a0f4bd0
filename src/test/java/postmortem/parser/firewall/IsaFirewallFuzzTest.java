package postmortem.parser.firewall;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import postmortem.parser.RecordLaw;

/** Any bytes are under the law of records. */
final class IsaFirewallFuzzTest {

  private static final IsaFirewallParser PARSER = new IsaFirewallParser();

  @FuzzTest
  void anyBytes(byte[] file) throws IOException {
    RecordLaw.check(PARSER, "ISALOG_20040824_FWS_000.w3c", file);
  }
}
