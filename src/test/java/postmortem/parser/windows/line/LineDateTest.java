package postmortem.parser.windows.line;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import postmortem.event.Times;

/** Dates as relays and agents write them. */
final class LineDateTest {

  @ParameterizedTest
  @CsvSource({
    "Tue Jan 16 05:52:15 2007, 2007-01-16T05:52:15Z, 24, false",
    "Tue Jan  6 05:52:15 2007 680, 2007-01-06T05:52:15Z, 25, false",
    "2017 Apr 18 17:30:52 WinEvtLog, 2017-04-18T17:30:52Z, 20, false",
    "Jan 16 2007 05:52:15 host, 2007-01-16T05:52:15Z, 20, false",
    "Jan 16 05:52:15 host, 2006-01-16T05:52:15Z, 15, false",
    "Jan 16 05:52:15, 2006-01-16T05:52:15Z, 15, false",
    "2024-03-05T09:00:00.5+01:00 host, 2024-03-05T08:00:00.500Z, 27, true",
    "2024-03-05T09:00:00Z host, 2024-03-05T09:00:00Z, 20, true",
    "2024-03-05 09:00:00 host, 2024-03-05T09:00:00Z, 19, false",
  })
  void reads(String text, String instant, int end, boolean zoned) {
    byte[] b = text.getBytes(StandardCharsets.US_ASCII);
    LineDate date = new LineDate();
    assertEquals(end, date.read(b, 0, b.length, 2006));
    assertEquals(instant, Times.instant(date.nanos()).toString());
    assertEquals(zoned, date.zoned());
  }

  @ParameterizedTest
  @CsvSource({
    "Jan 16 05:52:15 host, true",
    "Jan 16 25:52:15 host, false",
    "Jan 1, false",
    "security[failure], false",
    "'', false",
    "2024-13-05T09:00:00, false",
    "Feb 30 2007 05:52:15, false",
  })
  void isNoTime(String text, boolean yearless) {
    byte[] b = text.getBytes(StandardCharsets.US_ASCII);
    LineDate date = new LineDate();
    assertEquals(yearless, date.read(b, 0, b.length, 0) >= 0);
    assertEquals(yearless, date.yearless());
    assertEquals(Times.NEVER, date.nanos());
  }
}
