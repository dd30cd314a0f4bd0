package postmortem.parser.windows.export;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import postmortem.parser.RecordLaw;

/** Any bytes are under the law of records. */
final class EventDumpFuzzTest {

  private static final EventDumpParser PARSER = new EventDumpParser();

  @FuzzTest
  void anyBytes(byte[] file) throws IOException {
    RecordLaw.check(PARSER, "dump.txt", file);
  }
}
