package postmortem.parser.windows.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import postmortem.event.Times;

/** Times as the tools write them into JSON. */
final class JsonTimeTest {

  @ParameterizedTest
  @CsvSource({
    "2024-03-05T08:00:00.123456Z, 2024-03-05T08:00:00.123456Z, true",
    "2024-03-05T09:00:00.4600000+01:00, 2024-03-05T08:00:00.460Z, true",
    "2024-03-05T08:00:05.000+0000, 2024-03-05T08:00:05Z, true",
    "2024-03-05 08:00:00.5 UTC, 2024-03-05T08:00:00.500Z, true",
    "2024-03-05 09:00:00.5 +0100, 2024-03-05T08:00:00.500Z, true",
    "2024-03-05 08:00:00, 2024-03-05T08:00:00Z, false",
    "/Date(1709625600123)/, 2024-03-05T08:00:00.123Z, true",
    "\\/Date(1709625600123+0100)\\/, 2024-03-05T08:00:00.123Z, true",
    "1709625600, 2024-03-05T08:00:00Z, true",
    "1709625600.25, 2024-03-05T08:00:00.250Z, true",
    "1709625600123, 2024-03-05T08:00:00.123Z, true",
    "1709625600123456, 2024-03-05T08:00:00.123456Z, true",
  })
  void reads(String text, String instant, boolean zoned) {
    byte[] b = text.getBytes(StandardCharsets.US_ASCII);
    JsonTime time = new JsonTime();
    assertEquals(true, time.read(b, 0, b.length));
    assertEquals(instant, Times.instant(time.nanos()).toString());
    assertEquals(zoned, time.zoned());
  }

  @ParameterizedTest
  @CsvSource({
    "''",
    "12",
    "3/5/2024 9:00:00 AM",
    "/Date(x)/",
    "99999999999999999999999",
    "true",
  })
  void isNone(String text) {
    byte[] b = text.getBytes(StandardCharsets.US_ASCII);
    assertEquals(false, new JsonTime().read(b, 0, b.length));
  }
}
