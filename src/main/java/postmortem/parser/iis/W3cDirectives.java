package postmortem.parser.iis;

import org.jspecify.annotations.Nullable;
import postmortem.text.AsciiText;
import postmortem.text.AsciiTimes;

/**
 * Follows the directives of a W3C log from its first line on, and the midnights of rows that have
 * no date: what holds for the next row.
 *
 * <p>A day ends where the time of a row goes back by more than an hour, unless a {@code #Date} says
 * what day it is (iis-smtp.md, 2). A row of the last two minutes of a day that comes after the
 * first rows of the next belongs to the day before: rows that end in the same moment may change
 * places.
 */
final class W3cDirectives {

  /**
   * How often columns or day may change in one file. A log of a century has fewer; without a limit
   * a hostile file could make the facts about it larger than itself.
   */
  static final int MAX_CHANGES = 1 << 17;

  private static final int HOUR = 3600;
  private static final int DAY = 24 * HOUR;
  private static final int STRAY = 120;

  private @Nullable Columns columns;
  private int day; // of the last row or #Date
  private int dateSecond; // of the last #Date; DAY_OF_NAME where there was none
  private int last = -1; // second of the day of the last row or #Date
  private boolean midnight; // counted since the last #Date
  private int strayDay; // 1 where the last row belongs to the day before
  private W3cState state = W3cState.NONE;
  private int changes;

  W3cDirectives(String path) {
    day = FileNames.day(path);
    dateSecond = W3cState.DAY_OF_NAME;
  }

  /** What holds for the next row. */
  W3cState state() {
    return state;
  }

  /**
   * Takes a line that begins with {@code #}; what it does not know it passes over.
   *
   * @return did the state change?
   */
  boolean directive(byte[] b, int from, int to) {
    if (AsciiText.startsWithIgnoreCase(b, from, to, "#Fields:")) {
      Columns found = Columns.parse(b, from + 8, to);
      if (found == null) {
        return false;
      }
      columns = found;
    } else if (AsciiText.startsWithIgnoreCase(b, from, to, "#Date:")) {
      date(b, from + 6, to);
    }
    return settle();
  }

  private void date(byte[] b, int from, int to) {
    int start = from;
    while (start < to && b[start] == ' ') {
      start++;
    }
    int end = start + AsciiTimes.DATE_LENGTH;
    int found = end <= to ? AsciiTimes.day(b, start, end) : AsciiTimes.NO_DAY;
    if (found == AsciiTimes.NO_DAY) {
      return;
    }
    int time = end + 1;
    int timeEnd = time + AsciiTimes.TIME_LENGTH;
    int second = timeEnd <= to ? AsciiTimes.secondOfDay(b, time, timeEnd) : -1;
    day = found;
    dateSecond = Math.max(second, 0);
    last = second;
    midnight = false;
    strayDay = 0;
  }

  /**
   * Takes the time of a row without a date.
   *
   * @return did the state change? It holds for this row already.
   */
  boolean row(int second) {
    if (day == AsciiTimes.NO_DAY) {
      return false;
    }
    strayDay = 0;
    if (last >= 0 && second < last - HOUR) {
      day++;
      midnight = true;
    } else if (midnight && second - last > DAY - STRAY) {
      strayDay = 1;
      return settle();
    }
    last = second;
    return settle();
  }

  private boolean settle() {
    W3cState now = W3cState.of(columns, day, strayDay, dateSecond);
    if (now.equals(state) || changes > MAX_CHANGES) {
      return false;
    }
    changes++;
    state = changes > MAX_CHANGES ? W3cState.LOST : now;
    return true;
  }
}
