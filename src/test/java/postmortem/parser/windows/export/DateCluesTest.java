package postmortem.parser.windows.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import postmortem.parser.DateOrder;

/** The order of day and month. */
final class DateCluesTest {

  @ParameterizedTest
  @CsvSource({
    "10/13/2003 1:00:00 PM, MONTH_FIRST, false", // no month has the number 13
    "13/10/2003 13:00:00, DAY_FIRST, false",
    "2003/10/11 13:00:00, YEAR_FIRST, false",
    "03.10.2003 13:00:00|02.10.2003 1:00:00, DAY_FIRST, false", // a day apart, or a month
    "10/3/2003 13:00:00|10/2/2003 13:00:00, MONTH_FIRST, false",
    "1/2/2003 13:00:00|12/1/2002 13:00:00|11/2/2002 12:00:00|3/1/2002 1:00:00, MONTH_FIRST, false",
    "7/1/2003 9:00:00 AM, MONTH_FIRST, true", // nothing decides
    "7/1/2003 9:00:00, DAY_FIRST, true",
    "7.1.2003 9:00:00, DAY_FIRST, true",
  })
  void order(String rows, DateOrder order, boolean doubt) {
    DateClues clues = new DateClues();
    for (String row : rows.split("\\|", -1)) {
      byte[] bytes = row.getBytes(StandardCharsets.US_ASCII);
      int blank = row.indexOf(' ');
      clues.row(bytes, 0, blank, blank + 1, bytes.length);
    }
    assertEquals(order, clues.order());
    assertEquals(doubt, clues.doubt() != null);
  }

  @ParameterizedTest
  @CsvSource({
    "12:00:01 AM, 1",
    "12:00:01 PM, 43201",
    "1:00 PM, 46800",
    "23:59:59, 86399",
    "24:00:00, -1",
    "13:00:00 PM, -1",
    "noon, -1"
  })
  void secondOfDay(String time, int second) {
    byte[] bytes = time.getBytes(StandardCharsets.US_ASCII);
    assertEquals(second, LocalTime.secondOfDay(bytes, 0, bytes.length));
  }
}
