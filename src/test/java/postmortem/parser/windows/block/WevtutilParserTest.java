package postmortem.parser.windows.block;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import postmortem.parser.LogParser;
import postmortem.parser.ParseSettings;
import postmortem.parser.ParserContractTest;
import postmortem.parser.Reading;
import postmortem.parser.SampleCase;

final class WevtutilParserTest extends ParserContractTest {

  private static final ParseSettings TOKYO = new ParseSettings(ZoneId.of("Asia/Tokyo"), 0, 1 << 20);

  @Override
  protected LogParser parser() {
    return new WevtutilParser();
  }

  private String inTokyo(String name) throws IOException {
    SampleCase sample =
        cases().stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
    return Reading.whole(parser(), sample.path(), sample.bytes(), TOKYO).toString();
  }

  @Test
  void aZoneIsThatOfATimeWithoutOne() throws IOException {
    String local = inTokyo("security");
    assertTrue(local.contains("2024-03-05T01:20:37.460Z TICK ZONE_ASSUMED"), local);
    assertFalse(local.contains("--zone"), local);
    String universal = inTokyo("later");
    assertTrue(universal.contains("2024-03-05T10:20:37.460Z TICK AS_LOGGED"), universal);
  }

  @Test
  void hidesCommandLinesInWhateverLanguage() {
    byte[] record =
        "  Ereignis-ID: 4688\n  Aufgabe: net use secret".getBytes(StandardCharsets.UTF_8);
    parser().mask(record);
    assertEquals(
        "  Ereignis-ID: 4688\n" + "*".repeat(25), new String(record, StandardCharsets.UTF_8));
  }

  /** wevtutil numbers what it writes, without a leap. */
  @Test
  void aPieceThatWasCutOutIsSeen() throws IOException {
    StringBuilder whole = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      whole.append(event(i));
    }
    assertFalse(read(whole.toString()).contains("missing"));
    int from = whole.indexOf("Event[4]");
    String cut = whole.substring(0, from) + whole.substring(whole.indexOf("Event[7]"));
    assertTrue(read(cut).contains("The numbers of the events leap: 3 events are missing."), cut);
    String twice = whole.toString() + whole;
    assertFalse(read(twice).contains("missing"));
  }

  private String read(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Reading.whole(parser(), "a.txt", bytes, TOKYO).toString();
  }

  private static String event(int number) {
    return """
        Event[%d]:
          Log Name: Security
          Source: Microsoft-Windows-Security-Auditing
          Date: 2024-03-05T10:20:%02d.000Z
          Event ID: 4625
          Task: Logon
          Level: Information
          Opcode: Info
          Keyword: Audit Failure
          User: N/A
          User Name: N/A
          Computer: MAIL01
          Description:
        An account failed to log on.

        """
        .formatted(number, number);
  }
}
