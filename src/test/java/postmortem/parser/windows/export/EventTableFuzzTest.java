package postmortem.parser.windows.export;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import postmortem.parser.RecordLaw;

/** Any bytes are under the law of records. */
final class EventTableFuzzTest {

  private static final EventTableParser PARSER = new EventTableParser();

  @FuzzTest
  void anyBytes(byte[] file) throws IOException {
    RecordLaw.check(PARSER, "MAIL01/Security.csv", file);
  }
}
