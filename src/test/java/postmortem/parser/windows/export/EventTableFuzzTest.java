package postmortem.parser.windows.export;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import postmortem.parser.RecordLaw;
import postmortem.parser.SampleCase;

/** Any bytes are under the law of records. */
final class EventTableFuzzTest {

  private static final EventTableParser PARSER = new EventTableParser();

  static Stream<byte[]> samples() {
    return SampleCase.of(PARSER.format().id()).stream().map(SampleCase::bytes);
  }

  @FuzzTest
  @MethodSource("samples")
  void anyBytes(byte[] file) throws IOException {
    RecordLaw.check(PARSER, "MAIL01/Security.csv", file);
  }
}
