package postmortem.parser.windows.block;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import postmortem.parser.RecordLaw;

/** Any bytes are under the law of records. */
final class EvtexportFuzzTest {

  private static final EvtexportParser PARSER = new EvtexportParser();

  @FuzzTest
  void anyBytes(byte[] file) throws IOException {
    RecordLaw.check(PARSER, "MAIL01/SecEvent.txt", file);
  }
}
