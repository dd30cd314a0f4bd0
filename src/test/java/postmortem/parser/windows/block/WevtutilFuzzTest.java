package postmortem.parser.windows.block;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import postmortem.parser.RecordLaw;

/** Any bytes are under the law of records. */
final class WevtutilFuzzTest {

  private static final WevtutilParser PARSER = new WevtutilParser();

  @FuzzTest
  void anyBytes(byte[] file) throws IOException {
    RecordLaw.check(PARSER, "MAIL01/security.txt", file);
  }
}
