package postmortem.text;

/** Reads dates and times of day that stand apart, as W3C logs write them; see {@link IsoTime}. */
public final class AsciiTimes {

  /** The length of {@code 2003-10-14}. */
  public static final int DATE_LENGTH = 10;

  /** The length of {@code 08:11:02}. */
  public static final int TIME_LENGTH = 8;

  /** The bytes are no date; also used for a day that nobody knows. */
  public static final int NO_DAY = Integer.MIN_VALUE;

  /** The first and the last year that a mail server's log can be of. */
  private static final int MIN_YEAR = 1970;

  private static final int MAX_YEAR = 2199;

  private AsciiTimes() {}

  /**
   * The day of {@code 2003-10-14}, counted from 1970-01-01.
   *
   * @return {@link #NO_DAY} where the bytes from {@code from} to before {@code to} are no date of
   *     1970 to 2199
   */
  public static int day(byte[] b, int from, int to) {
    if (to - from != DATE_LENGTH || b[from + 4] != '-' || b[from + 7] != '-') {
      return NO_DAY;
    }
    int year = AsciiNumbers.fixed(b, from, 4);
    int month = AsciiNumbers.fixed(b, from + 5, 2);
    int day = AsciiNumbers.fixed(b, from + 8, 2);
    return day(year, month, day);
  }

  /** The day of the calendar, counted from 1970-01-01; {@link #NO_DAY} where there is none. */
  public static int day(int year, int month, int day) {
    boolean near = year >= MIN_YEAR && year <= MAX_YEAR;
    return near && IsoTime.isDay(year, month, day)
        ? (int) IsoTime.daysFromEpoch(year, month, day)
        : NO_DAY;
  }

  /**
   * The second of the day of {@code 08:11:02}; -1 where the bytes from {@code from} to before
   * {@code to} are no time of day.
   */
  public static int secondOfDay(byte[] b, int from, int to) {
    if (to - from != TIME_LENGTH || b[from + 2] != ':' || b[from + 5] != ':') {
      return -1;
    }
    int hour = AsciiNumbers.fixed(b, from, 2);
    int minute = AsciiNumbers.fixed(b, from + 3, 2);
    int second = AsciiNumbers.fixed(b, from + 6, 2);
    boolean none = hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59;
    return none ? -1 : hour * 3600 + minute * 60 + second;
  }
}
