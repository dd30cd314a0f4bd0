package postmortem.parser.exchange;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import postmortem.parser.RecordLaw;

/** Any bytes are under the law of records. */
final class TrackingFuzzTest {

  private static final TrackingParser PARSER = new TrackingParser();

  @FuzzTest
  void anyBytes(byte[] file) throws IOException {
    RecordLaw.check(PARSER, "MX01/MessageTracking/MSGTRK2024030508-1.LOG", file);
  }
}
