package postmortem.parser.iis;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import postmortem.parser.RecordLaw;

/** Any bytes are under the law of records. */
final class IisSmtpFuzzTest {

  private static final IisSmtpParser PARSER = new IisSmtpParser();

  @FuzzTest
  void anyBytes(byte[] file) throws IOException {
    RecordLaw.check(PARSER, "MAIL01/SMTPSVC1/ex031014.log", file);
  }
}
