package postmortem.parser.windows.evt;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import postmortem.parser.RecordLaw;
import postmortem.parser.SampleCase;

/** Any bytes are under the law of records, as a file, and behind a good header. */
final class EvtFuzzTest {

  private static final EvtParser PARSER = new EvtParser();

  static Stream<byte[]> samples() {
    return SampleCase.of(PARSER.format().id()).stream().map(SampleCase::bytes);
  }

  @FuzzTest
  @MethodSource("samples")
  void anyBytes(byte[] file) throws IOException {
    RecordLaw.check(PARSER, "MAIL01/SecEvent.Evt", file);
    byte[] log = Arrays.copyOf(EvtSamples.ring(), EvtWriter.HEADER + file.length);
    System.arraycopy(file, 0, log, EvtWriter.HEADER, file.length);
    RecordLaw.check(PARSER, "MAIL01/SecEvent.Evt", log);
  }
}
