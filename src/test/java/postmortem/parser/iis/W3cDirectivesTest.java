package postmortem.parser.iis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import postmortem.parser.Fate;
import postmortem.parser.ParseSettings;
import postmortem.parser.Reading;

/** Files whose header changes more often than that of any log. */
final class W3cDirectivesTest {

  private static final String SHORT = "#Fields: time c-ip cs-method cs-uri-stem sc-status\n";
  private static final String ROW = "23:00:00 192.0.2.1 QUIT - 240\n";
  private static final String NAME = "ex031014.log";
  private static final ParseSettings SETTINGS = new ParseSettings(null, 0, 1 << 20);

  @Test
  void changesAreFollowedUpToTheLimitAndNoFurther() {
    W3cDirectives directives = new W3cDirectives("");
    byte[] one = "#Fields: time".getBytes(StandardCharsets.US_ASCII);
    byte[] two = "#Fields: date time".getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < W3cDirectives.MAX_CHANGES; i++) {
      byte[] line = i % 2 == 0 ? one : two;
      assertTrue(directives.directive(line, 0, line.length));
    }
    assertEquals(2, directives.state().columns().count());
    assertTrue(directives.directive(one, 0, one.length), "the change that is one too many");
    assertEquals(W3cState.LOST, directives.state());
    assertEquals(false, directives.directive(two, 0, two.length));
    assertEquals(W3cState.LOST, directives.state());
    assertNull(directives.state().columns());
  }

  @Test
  void piecesAgreeOnWhereTheLimitIsPassed() throws IOException {
    StringBuilder text = new StringBuilder();
    List<Integer> cuts = new ArrayList<>();
    for (int i = 0; i < W3cDirectives.MAX_CHANGES + 10; i++) {
      text.append(i % 2 == 0 ? SHORT : "#Fields: date time c-ip\n");
      if (i == 7 || i >= W3cDirectives.MAX_CHANGES - 1) {
        text.append(ROW);
        cuts.add(text.length());
      }
    }
    byte[] file = text.toString().getBytes(StandardCharsets.US_ASCII);
    Reading whole = Reading.whole(new IisSmtpParser(), NAME, file, SETTINGS);
    assertEquals(whole.toString(), pieces(file, cuts));
    assertTrue(whole.toString().contains(Notes.TOO_MANY_CHANGES));
  }

  @Test
  void daysThatNoTimeCanHoldAreRejected() throws IOException {
    StringBuilder text = new StringBuilder("#Date: 2199-12-31 00:00:00\n").append(SHORT);
    List<Integer> cuts = new ArrayList<>();
    for (int i = 0; i < 46_000; i++) {
      text.append(i % 2 == 0 ? "23" : "01").append(ROW, 2, ROW.length());
      if (i % 9_000 == 7) {
        cuts.add(text.length());
      }
    }
    byte[] file = text.toString().getBytes(StandardCharsets.US_ASCII);
    Reading whole = Reading.whole(new IisSmtpParser(), "", file, SETTINGS);
    assertEquals(whole.toString(), pieces(file, cuts));
    assertTrue(whole.count(Fate.REJECTED) > 0);
    assertTrue(whole.count(Fate.PART) > 40_000);
  }

  private static String pieces(byte[] file, List<Integer> cuts) throws IOException {
    return Reading.pieces(new IisSmtpParser(), NAME, file, SETTINGS, cuts).toString();
  }

  /** Equal headers, as a service that starts every minute writes them, are no change. */
  @Test
  void equalHeadersChangeNothing() throws IOException {
    String block =
        """
        #Date: 2003-10-14 00:00:00
        #Fields: date time c-ip cs-method sc-status
        2003-10-14 01:00:00 192.0.2.1 QUIT 240
        """;
    byte[] file = block.repeat(W3cDirectives.MAX_CHANGES + 10).getBytes(StandardCharsets.US_ASCII);
    Reading reading = Reading.whole(new IisSmtpParser(), "", file, SETTINGS);
    assertEquals(W3cDirectives.MAX_CHANGES + 10, reading.count(Fate.PART));
  }
}
