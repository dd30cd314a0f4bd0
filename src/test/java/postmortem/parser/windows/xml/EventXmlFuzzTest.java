package postmortem.parser.windows.xml;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import postmortem.parser.RecordLaw;

/** Any bytes are under the law of records. */
final class EventXmlFuzzTest {

  private static final EventXmlParser PARSER = new EventXmlParser();

  @FuzzTest
  void anyBytes(byte[] file) throws IOException {
    RecordLaw.check(PARSER, "MAIL01/security.xml", file);
  }
}
