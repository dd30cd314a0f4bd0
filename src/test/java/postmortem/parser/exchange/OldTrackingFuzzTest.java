package postmortem.parser.exchange;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import postmortem.parser.RecordLaw;

/** Any bytes are under the law of records. */
final class OldTrackingFuzzTest {

  private static final OldTrackingParser PARSER = new OldTrackingParser();

  @FuzzTest
  void anyBytes(byte[] file) throws IOException {
    RecordLaw.check(PARSER, "MAIL01/MAIL01.log/20031008.log", file);
  }
}
