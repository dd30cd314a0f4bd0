package postmortem.parser.windows.export;

import java.time.DateTimeException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import postmortem.event.Times;
import postmortem.parser.DateOrder;
import postmortem.parser.windows.LocalClock;

/** Reads the dates and times that Event Viewer writes as the user of the machine likes them. */
final class LocalTime {

  private static final int PIVOT = 70; // of years with two digits: 70 is 1970, 69 is 2069

  private final int[] numbers = new int[3];
  private boolean longFirst; // the first number has four digits
  private boolean readable;

  /** Reads three numbers; false where there are no three. */
  boolean numbers(byte[] b, int from, int to) {
    int n = 0;
    int i = from;
    readable = false;
    while (i < to && n < 3) {
      int first = i;
      int value = 0;
      while (i < to && b[i] >= '0' && b[i] <= '9' && i - first < 5) {
        value = value * 10 + b[i++] - '0';
      }
      if (i == first) {
        return false;
      }
      longFirst = n == 0 ? i - first == 4 : longFirst;
      numbers[n++] = value;
      while (i < to && n < 3 && isSeparator(b[i])) {
        i++;
      }
    }
    readable = n == 3;
    return readable;
  }

  private static boolean isSeparator(byte b) {
    return b == '/' || b == '.' || b == '-' || b == ' ' || b == ':';
  }

  /** Does the date begin with its year? */
  boolean yearFirst() {
    return longFirst;
  }

  int number(int place) {
    return numbers[place];
  }

  /** Days since 1970 of the date that was read, or {@link Long#MIN_VALUE}. */
  long day(DateOrder order) {
    if (!readable) {
      return Long.MIN_VALUE;
    }
    boolean first = longFirst || order == DateOrder.YEAR_FIRST;
    int year = first ? numbers[0] : numbers[2];
    int month = numbers[first || order == DateOrder.DAY_FIRST ? 1 : 0];
    int day = first ? numbers[2] : numbers[order == DateOrder.DAY_FIRST ? 0 : 1];
    if (year < 100) {
      year += year < PIVOT ? 2000 : 1900;
    }
    try {
      return java.time.LocalDate.of(year, month, day).toEpochDay();
    } catch (DateTimeException e) {
      return Long.MIN_VALUE;
    }
  }

  /**
   * Seconds of the day, with the hours of a half day or of a whole one; -1 where there are none.
   */
  static int secondOfDay(byte[] b, int from, int to) {
    int[] parts = new int[3];
    int n = 0;
    int i = from;
    while (i < to && n < 3) {
      int first = i;
      while (i < to && b[i] >= '0' && b[i] <= '9' && i - first < 3) {
        parts[n] = parts[n] * 10 + b[i++] - '0';
      }
      if (i == first) {
        return -1;
      }
      n++;
      if (i == to || b[i] != ':' && b[i] != '.') {
        break;
      }
      i++;
    }
    int half = half(b, i, to);
    int hour = parts[0];
    if (half >= 0) {
      hour = hour > 12 ? 99 : hour % 12 + half * 12;
    }
    return n < 2 || hour > 23 || parts[1] > 59 || parts[2] > 60
        ? -1
        : hour * 3600 + parts[1] * 60 + parts[2];
  }

  /** 0 for AM, 1 for PM, -1 for neither. */
  static int half(byte[] b, int from, int to) {
    for (int i = from; i + 1 < to; i++) {
      int c = b[i] | 0x20;
      boolean marked = (b[i + 1] | 0x20) == 'm' || b[i + 1] == '.';
      if (marked && (c == 'a' || c == 'p')) {
        return c == 'a' ? 0 : 1;
      }
    }
    return -1;
  }

  /** The instant of a day and a second of it, on the clock of a zone; without one, of UTC. */
  static long nanos(long day, int second, @Nullable ZoneId zone) {
    if (day == Long.MIN_VALUE || second < 0 || day < -106_000 || day > 106_000) {
      return Times.NEVER;
    }
    return new LocalClock(zone).utc((day * 86_400 + second) * Times.SECOND);
  }
}
