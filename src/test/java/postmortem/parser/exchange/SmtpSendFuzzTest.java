package postmortem.parser.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import postmortem.parser.ParseSettings;
import postmortem.parser.Reading;
import postmortem.parser.Sample;
import postmortem.parser.SampleCase;

/** Any bytes: nothing is thrown, and pieces give what the whole does. */
final class SmtpSendFuzzTest {

  private static final SmtpSendParser PARSER = new SmtpSendParser();
  private static final ParseSettings SETTINGS = new ParseSettings(null, 0, 4096);
  private static final String PATH = "MX01/SmtpSend/protocol.log";

  @FuzzTest
  void anyBytes(byte[] file) throws IOException {
    Sample sample = SampleCase.sample(PATH, file);
    PARSER.probe(sample);
    PARSER.stream(sample);
    List<Integer> cuts = new ArrayList<>();
    for (int i = 1; i < file.length; i++) {
      if (file[i - 1] == '\n') {
        cuts.add(i);
      }
    }
    String whole = Reading.whole(PARSER, PATH, file, SETTINGS).toString();
    assertEquals(whole, Reading.pieces(PARSER, PATH, file, SETTINGS, cuts).toString());
    PARSER.mask(file.clone());
  }
}
