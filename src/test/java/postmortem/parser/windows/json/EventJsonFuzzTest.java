package postmortem.parser.windows.json;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import postmortem.parser.RecordLaw;

/** Any bytes are under the law of records. */
final class EventJsonFuzzTest {

  private static final EventJsonParser PARSER = new EventJsonParser();

  @FuzzTest
  void anyBytes(byte[] file) throws IOException {
    RecordLaw.check(PARSER, "MAIL01/security.json", file);
  }
}
