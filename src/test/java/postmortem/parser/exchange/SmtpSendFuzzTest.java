package postmortem.parser.exchange;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import postmortem.parser.RecordLaw;

/** Any bytes are under the law of records. */
final class SmtpSendFuzzTest {

  private static final SmtpSendParser PARSER = new SmtpSendParser();

  @FuzzTest
  void anyBytes(byte[] file) throws IOException {
    RecordLaw.check(PARSER, "MX01/SmtpSend/protocol.log", file);
  }
}
