package postmortem.parser.windows.line;

import java.util.List;
import postmortem.event.Times;
import postmortem.text.AsciiNumbers;
import postmortem.text.AsciiText;
import postmortem.text.AsciiTimes;
import postmortem.text.IsoTime;

/**
 * A date with its time as syslog and the agents write it: {@code Jan 16 05:52:15}, with a year
 * before or behind it and the day of the week or not, or as ISO 8601.
 */
final class LineDate {

  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
  private static final List<String> WEEKDAYS =
      List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
  private static final int NAME = 3;
  private static final int ISO = 19; // 2023-01-11T15:59:51
  private static final int YEAR = 4;

  private byte[] b = new byte[0];
  private int i;
  private int to;
  private long nanos;
  private boolean zoned;
  private boolean yearless;
  private boolean yearGiven;

  /**
   * Reads the date that begins at a place.
   *
   * @param year of a date that has none; 0 where nobody knows
   * @return the place behind it; -1 where there is no date
   */
  int read(byte[] bytes, int from, int limit, int year) {
    b = bytes;
    i = from;
    to = limit;
    nanos = Times.NEVER;
    zoned = false;
    yearless = false;
    yearGiven = false;
    if (i + ISO <= to && b[i + YEAR] == '-') {
      return iso();
    }
    named(WEEKDAYS); // says nothing that the date does not
    return words(year);
  }

  private int iso() {
    int end = i + ISO;
    while (end < to && isZoneOrFraction(b[end])) {
      end++;
    }
    nanos = IsoTime.nanos(b, i, end);
    zoned = end > i + ISO && !isDigitOrDot(i + ISO, end);
    return nanos == Times.NEVER ? -1 : end;
  }

  private static boolean isZoneOrFraction(byte c) {
    return c >= '0' && c <= '9' || c == '.' || c == ':' || c == '+' || c == '-' || c == 'Z';
  }

  /** Is there a fraction only? */
  private boolean isDigitOrDot(int from, int end) {
    for (int k = from; k < end; k++) {
      if (b[k] != '.' && (b[k] < '0' || b[k] > '9')) {
        return false;
      }
    }
    return true;
  }

  private int words(int known) {
    int year = year();
    int month = named(MONTHS);
    int day = month < 0 ? -1 : number(2);
    if (day < 0) {
      return -1;
    }
    year = year < 0 ? year() : year;
    int second = i + AsciiTimes.TIME_LENGTH <= to ? time() : -1;
    if (second < 0) {
      return -1;
    }
    int end = i;
    if (year < 0) {
      blanks();
      year = year();
      end = year < 0 ? end : i;
    }
    yearless = year < 0 && known == 0;
    yearGiven = year < 0 && known > 0;
    int date = AsciiTimes.day(year < 0 ? known : year, month + 1, day);
    if (date == AsciiTimes.NO_DAY) {
      return yearless ? end : -1;
    }
    nanos = date * Times.DAY + second * Times.SECOND;
    return end;
  }

  private int time() {
    int second = AsciiTimes.secondOfDay(b, i, i + AsciiTimes.TIME_LENGTH);
    i += second < 0 ? 0 : AsciiTimes.TIME_LENGTH;
    return second;
  }

  private void blanks() {
    while (i < to && b[i] == ' ') {
      i++;
    }
  }

  /** A number of four digits, and the blanks behind it; -1 where none is. */
  private int year() {
    if (i + YEAR > to || i + YEAR < to && b[i + YEAR] > ' ' && b[i + YEAR] != '#') {
      return -1;
    }
    int year = AsciiNumbers.fixed(b, i, YEAR);
    if (year >= 0) {
      i += YEAR;
      blanks();
    }
    return year;
  }

  /** A number of so many digits at most, and the blanks behind it; -1 where none is. */
  private int number(int digits) {
    int from = i;
    while (i < to && i - from < digits && b[i] >= '0' && b[i] <= '9') {
      i++;
    }
    int value = (int) AsciiNumbers.unsigned(b, from, i);
    if (i == to || b[i] != ' ') {
      return -1;
    }
    blanks();
    return value;
  }

  /** Which of the names of three letters stands here, and the blanks behind it; -1 for none. */
  private int named(List<String> names) {
    if (i + NAME >= to || b[i + NAME] != ' ') {
      return -1;
    }
    for (int k = 0; k < names.size(); k++) {
      if (AsciiText.startsWithIgnoreCase(b, i, to, names.get(k))) {
        i += NAME;
        blanks();
        return k;
      }
    }
    return -1;
  }

  /** The time as the clock showed it; {@link Times#NEVER} where it cannot be told. */
  long nanos() {
    return nanos;
  }

  /** Does it say its zone? */
  boolean zoned() {
    return zoned;
  }

  /** Is its year one that was given from outside? */
  boolean yearGiven() {
    return yearGiven;
  }

  /** Is it without a year that anybody knows? */
  boolean yearless() {
    return yearless;
  }
}
