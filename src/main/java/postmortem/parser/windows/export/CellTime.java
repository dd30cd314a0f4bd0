package postmortem.parser.windows.export;

import java.nio.charset.StandardCharsets;
import postmortem.event.Times;
import postmortem.parser.DateOrder;
import postmortem.text.IsoTime;

/** Finds date and time in a cell that has both, as the locale of a machine writes them. */
final class CellTime {

  /** Words before the hour, of the first half of the day and of the second. */
  private static final byte[][][] HALVES = {
    {utf8("午前"), utf8("上午"), utf8("오전")}, {utf8("午後"), utf8("下午"), utf8("오후")}
  };

  private final LocalTime date = new LocalTime();
  private int from;
  private int to;
  private int hour;

  private static byte[] utf8(String word) {
    return word.getBytes(StandardCharsets.UTF_8);
  }

  /** Looks at a cell; false where it has no date and time. */
  boolean find(byte[] b, int start, int end) {
    from = start;
    to = end;
    int colon = start;
    while (colon < end && b[colon] != ':') {
      colon++;
    }
    if (colon == end) {
      colon = pointOfTime(b, start, end);
    }
    hour = colon;
    while (hour > start && b[hour - 1] >= '0' && b[hour - 1] <= '9') {
      hour--;
    }
    return colon < end && date.numbers(b, start, hour) && second(b) >= 0;
  }

  /** The first point behind the last blank: some locales write 16.02.02. */
  private static int pointOfTime(byte[] b, int start, int end) {
    int i = end;
    while (i > start && b[i - 1] != ' ') {
      i--;
    }
    while (i > start && i < end && b[i] != '.') {
      i++;
    }
    return i > start ? i : end;
  }

  private int second(byte[] b) {
    int second = LocalTime.secondOfDay(b, hour, to);
    for (int half = 0; half < 2; half++) {
      for (byte[] word : HALVES[half]) {
        if (second >= 0 && stands(b, word)) {
          return second % 43_200 + half * 43_200;
        }
      }
    }
    return second;
  }

  private boolean stands(byte[] b, byte[] word) {
    for (int i = from; i + word.length <= hour; i++) {
      int k = 0;
      while (k < word.length && b[i + k] == word[k]) {
        k++;
      }
      if (k == word.length) {
        return true;
      }
    }
    return false;
  }

  /** Where the time begins. */
  int hour() {
    return hour;
  }

  /** With a zone behind it, or in UTC; {@link Times#NEVER} where it has none. */
  long absolute(byte[] b, boolean inUtc) {
    return inUtc || hasZone(b) ? IsoTime.nanos(b, from, to) : Times.NEVER;
  }

  private boolean hasZone(byte[] b) {
    if (to > from && b[to - 1] == 'Z') {
      return true;
    }
    for (int i = hour; i < to; i++) {
      if (b[i] == '+' || b[i] == '-') {
        return true;
      }
    }
    return false;
  }

  /** Adds the date to what shows the order of day and month. */
  void show(DateClues clues, byte[] b) {
    clues.row(b, from, hour, hour, to);
  }

  int secondOfDay(byte[] b) {
    return second(b);
  }

  long day(DateOrder order) {
    return date.day(order);
  }
}
