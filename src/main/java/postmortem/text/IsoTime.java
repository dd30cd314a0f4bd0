package postmortem.text;

import postmortem.event.Times;

/**
 * Reads times as ISO 8601 writes them, on bytes and without garbage.
 *
 * <p>{@code 2023-01-11T15:59:51.433Z}: date, {@code T} or a blank, time, up to nine digits of a
 * second after a dot or comma, then {@code Z}, an offset ({@code +02:00}, {@code +0200}, {@code
 * +02}) or nothing, which is taken as UTC.
 */
public final class IsoTime {

  private static final int DATE_TIME = 19; // 2023-01-11T15:59:51
  private static final int[] DAYS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  private IsoTime() {}

  /**
   * The time that the bytes from {@code from} to before {@code to} are, all of them.
   *
   * @return nanoseconds since 1970 UTC, or {@link Times#NEVER} where they are no time between 1678
   *     and 2261
   */
  public static long nanos(byte[] b, int from, int to) {
    if (to - from < DATE_TIME
        || b[from + 4] != '-'
        || b[from + 7] != '-'
        || b[from + 10] != 'T' && b[from + 10] != ' '
        || b[from + 13] != ':'
        || b[from + 16] != ':') {
      return Times.NEVER;
    }
    int century = two(b, from);
    int year = two(b, from + 2);
    int month = two(b, from + 5);
    int day = two(b, from + 8);
    int hour = two(b, from + 11);
    int minute = two(b, from + 14);
    int second = two(b, from + 17);
    if ((century | year | month | day | hour | minute | second) < 0
        || hour > 23
        || minute > 59
        || second > 60) { // 60: a leap second
      return Times.NEVER;
    }
    year += century * 100;
    if (year < 1678 || year > 2261 || !isDay(year, month, day)) {
      return Times.NEVER;
    }
    int ofDay = hour * 3600 + minute * 60 + second;
    long nanos = daysFromEpoch(year, month, day) * Times.DAY + ofDay * Times.SECOND;
    return fractionAndOffset(b, from + DATE_TIME, to, nanos);
  }

  private static long fractionAndOffset(byte[] b, int from, int to, long nanos) {
    int i = from;
    if (i < to && (b[i] == '.' || b[i] == ',')) {
      i++;
      int first = i;
      int unit = (int) Times.SECOND;
      for (; i < to && b[i] >= '0' && b[i] <= '9'; i++) {
        unit /= 10;
        nanos += (long) (b[i] - '0') * unit; // a tenth digit and those after it count nothing
      }
      if (i == first) {
        return Times.NEVER;
      }
    }
    if (i == to) {
      return nanos;
    }
    if (b[i] == 'Z' || b[i] == 'z') {
      return i + 1 == to ? nanos : Times.NEVER;
    }
    int offset = offsetMinutes(b, i, to);
    return offset == Integer.MIN_VALUE ? Times.NEVER : nanos - offset * Times.MINUTE;
  }

  /** Minutes east of UTC, or {@link Integer#MIN_VALUE}. */
  private static int offsetMinutes(byte[] b, int from, int to) {
    boolean colon = to - from == 6 && b[from + 3] == ':';
    boolean minutes = colon || to - from == 5;
    if (!minutes && to - from != 3 || b[from] != '+' && b[from] != '-') {
      return Integer.MIN_VALUE;
    }
    int h = two(b, from + 1);
    int m = minutes ? two(b, to - 2) : 0;
    if (h < 0 || h > 18 || m < 0 || m > 59) {
      return Integer.MIN_VALUE;
    }
    return b[from] == '-' ? -(h * 60 + m) : h * 60 + m;
  }

  static boolean isDay(int year, int month, int day) {
    if (month < 1 || month > 12 || day < 1 || day > DAYS[month - 1]) {
      return false;
    }
    return month != 2 || day != 29 || year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  }

  /** Days since 1970-01-01 in the Gregorian calendar, by years that begin in March. */
  static long daysFromEpoch(int year, int month, int day) {
    int y = month > 2 ? year : year - 1;
    int era = y / 400;
    int yearOfEra = y - era * 400;
    int dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * 146_097L + dayOfEra - 719_468;
  }

  /** Two digits as a number, or a negative one. */
  private static int two(byte[] b, int at) {
    int tens = b[at] - '0';
    int ones = b[at + 1] - '0';
    return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
  }
}
