package postmortem.parser.windows.evtx;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import postmortem.parser.RecordLaw;
import postmortem.parser.SampleCase;

/** Any bytes are under the law of records, as a file, and as a chunk behind a good header. */
final class EvtxFuzzTest {

  private static final EvtxParser PARSER = new EvtxParser();
  private static final int RECORDS = 4096 + Chunk.HEADER;

  static Stream<byte[]> samples() {
    return SampleCase.of(PARSER.format().id()).stream().map(SampleCase::bytes);
  }

  @FuzzTest
  @MethodSource("samples")
  void anyBytes(byte[] file) throws IOException {
    RecordLaw.check(PARSER, "MAIL01/Security.evtx", file);
    byte[] chunk = Arrays.copyOf(SampleEvents.security(), RECORDS + file.length);
    System.arraycopy(file, 0, chunk, RECORDS, file.length);
    RecordLaw.check(PARSER, "MAIL01/Security.evtx", chunk);
  }
}
