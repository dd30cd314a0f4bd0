package postmortem.parser.windows.export;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import postmortem.parser.RecordLaw;

/** Any bytes are under the law of records. */
final class EventViewerCsvFuzzTest {

  private static final EventViewerCsvParser PARSER = new EventViewerCsvParser();

  @FuzzTest
  void anyBytes(byte[] file) throws IOException {
    RecordLaw.check(PARSER, "MAIL01/security.csv", file);
  }
}
