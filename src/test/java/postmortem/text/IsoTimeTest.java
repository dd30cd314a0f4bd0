package postmortem.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import postmortem.event.Times;

final class IsoTimeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2023-01-11T15:59:51.433Z       | 2023-01-11T15:59:51.433Z
          2023-01-11T15:59:51Z           | 2023-01-11T15:59:51Z
          2023-01-11 15:59:51            | 2023-01-11T15:59:51Z
          2023-01-11T15:59:51,5z         | 2023-01-11T15:59:51.500Z
          2024-02-29T00:00:00.123456789Z | 2024-02-29T00:00:00.123456789Z
          2024-02-29T00:00:00.1234567899 | 2024-02-29T00:00:00.123456789Z
          2000-02-29T23:59:59Z           | 2000-02-29T23:59:59Z
          2016-12-31T23:59:60Z           | 2017-01-01T00:00:00Z
          2023-01-01T01:30:00+02:00      | 2022-12-31T23:30:00Z
          2023-01-01T01:30:00-0330       | 2023-01-01T05:00:00Z
          2023-01-01T01:30:00.25+09      | 2022-12-31T16:30:00.250Z
          1678-01-01T00:00:00Z           | 1678-01-01T00:00:00Z
          2261-12-31T23:59:59.999999999Z | 2261-12-31T23:59:59.999999999Z
          """)
  void reads(String text, Instant expected) {
    assertEquals(Times.nanos(expected), nanos(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2023-01-11",
        "2023-01-11T15:59",
        "2023-01-11T15:59:5",
        "2023-1-11T15:59:51Z",
        "2023/01/11T15:59:51Z",
        "2023-01-11T24:00:00Z",
        "2023-01-11T15:60:00Z",
        "2023-01-11T15:59:61Z",
        "2023-00-11T15:59:51Z",
        "2023-13-11T15:59:51Z",
        "2023-04-31T15:59:51Z",
        "2023-02-29T15:59:51Z",
        "1900-02-29T15:59:51Z",
        "2023-01-00T15:59:51Z",
        "1677-12-31T23:59:59Z",
        "2262-01-01T00:00:00Z",
        "2023-01-11T15:59:51.Z",
        "2023-01-11T15:59:51.433Zx",
        "2023-01-11T15:59:51.433 Z",
        "2023-01-11T15:59:51+19:00",
        "2023-01-11T15:59:51+2:00",
        "2023-01-11T15:59:51+02:60",
        "2023-01-11T15:59:51+",
        "#Software: Microsoft Exchange Server",
        "\u0000\u0000\u0000\u0000-\u0000\u0000-\u0000\u0000T\u0000\u0000:\u0000\u0000:\u0000\u0000"
      })
  void refuses(String text) {
    assertEquals(Times.NEVER, nanos(text));
  }

  @Test
  void agreesWithTheLibraryOnAnyTime() {
    long seed = 20260101;
    Random random = new Random(seed);
    for (int i = 0; i < 100_000; i++) {
      Instant instant = Instant.ofEpochSecond(random.nextLong(-9_214_560_000L, 9_214_646_400L));
      ZoneOffset offset = ZoneOffset.ofTotalSeconds(60 * random.nextInt(-1080, 1080));
      String text = OffsetDateTime.ofInstant(instant, offset).toString();
      if (text.length() < 20 || text.charAt(16) != ':' || text.compareTo("1678-02") < 0) {
        continue; // the library leaves out seconds that are zero
      }
      assertEquals(Times.nanos(instant), nanos(text), () -> text + ", seed " + seed);
    }
  }

  private static long nanos(String text) {
    byte[] padded = ("?" + text + "?").getBytes(StandardCharsets.UTF_8);
    return IsoTime.nanos(padded, 1, padded.length - 1);
  }
}
