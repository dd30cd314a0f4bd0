package postmortem.parser.exchange;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import postmortem.parser.RecordLaw;

/** Any bytes are under the law of records. */
final class SmtpReceiveFuzzTest {

  private static final SmtpReceiveParser PARSER = new SmtpReceiveParser();

  @FuzzTest
  void anyBytes(byte[] file) throws IOException {
    RecordLaw.check(PARSER, "MX01/SmtpReceive/protocol.log", file);
  }
}
