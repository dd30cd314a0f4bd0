package postmortem.parser.windows.line;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import postmortem.parser.ParseSettings;
import postmortem.parser.Reading;

/** What nobody wrote into the line can be told. */
final class YearTest {

  private static final byte[] LINE =
      "Mar  5 09:00:10 OLD01 security[failure] 529 x\\y  Logon Failure:  User Name: info  Domain:  Logon Type: 3"
          .getBytes(StandardCharsets.US_ASCII);

  @Test
  void yearAndZoneAreApplied() throws IOException {
    ParseSettings settings = new ParseSettings(ZoneId.of("Europe/Berlin"), 2004, 4096);
    String read = Reading.whole(new EventLineParser(), "syslog", LINE, settings).toString();
    assertEquals(
        "1 @0+104 2004-03-05T08:00:10Z SECOND YEAR_INFERRED LOGON direction=IN",
        read.substring(0, read.indexOf(" service")));
  }
}
