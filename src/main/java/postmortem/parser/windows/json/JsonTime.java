package postmortem.parser.windows.json;

import java.util.Arrays;
import postmortem.event.Times;
import postmortem.text.AsciiNumbers;
import postmortem.text.AsciiText;
import postmortem.text.IsoTime;

/** A time as JSON has it: as ISO 8601, as .NET's {@code /Date(ms)/}, or counted from 1970. */
final class JsonTime {

  private static final int DATE = 6; // /Date(
  private static final int DATE_TIME = 19; // 2023-01-11T15:59:51
  private static final int LEAST_DIGITS = 9; // fewer count nothing that is in an event log

  private long nanos = Times.NEVER;
  private boolean zoned;

  /** Reads a time; false where there is none. */
  boolean read(byte[] b, int from, int to) {
    int slash = from < to && b[from] == '\\' ? from + 1 : from; // JSON may escape it
    boolean date = AsciiText.startsWithIgnoreCase(b, slash, to, "/Date(");
    boolean iso = to - from >= DATE_TIME && b[from + 4] == '-';
    if (date || !iso) {
      nanos = counted(b, date ? slash + DATE : from, to, date);
      zoned = true;
      return nanos != Times.NEVER;
    }
    boolean utc = AsciiText.startsWithIgnoreCase(b, to - 3, to, "UTC");
    int end = utc ? AsciiText.trimEnd(b, from, to - 3) : to;
    zoned = utc || hasZone(b, from + DATE_TIME, end);
    nanos = iso(b, from, end);
    return nanos != Times.NEVER;
  }

  /** As ISO 8601, but for a blank before the zone, as Fluent Bit has it. */
  private static long iso(byte[] b, int from, int to) {
    int blank = AsciiText.indexOf(b, from + DATE_TIME, to, ' ');
    if (blank < 0) {
      return IsoTime.nanos(b, from, to);
    }
    byte[] joined = Arrays.copyOfRange(b, from, to - 1);
    System.arraycopy(b, blank + 1, joined, blank - from, to - blank - 1);
    return IsoTime.nanos(joined, 0, joined.length);
  }

  private static boolean hasZone(byte[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      if (b[i] == 'Z' || b[i] == 'z' || b[i] == '+' || b[i] == '-') {
        return true;
      }
    }
    return false;
  }

  /**
   * A number since 1970, of seconds with a fraction, or of smaller units as its size shows.
   *
   * @param millis it is known to be one of milliseconds
   */
  private static long counted(byte[] b, int from, int to, boolean millis) {
    int i = from;
    while (i < to && b[i] >= '0' && b[i] <= '9') {
      i++;
    }
    long whole = AsciiNumbers.unsigned(b, from, i);
    if (whole < 0 || i - from < LEAST_DIGITS && !millis) {
      return Times.NEVER;
    }
    long unit = millis ? Times.MILLI : unit(i - from);
    if (whole > Long.MAX_VALUE / unit - 1) {
      return Times.NEVER;
    }
    long nanos = whole * unit;
    long place = unit / 10;
    boolean fraction = i < to && b[i] == '.';
    for (int k = i + 1; fraction && k < to && b[k] >= '0' && b[k] <= '9'; k++) {
      nanos += (b[k] - '0') * place;
      place /= 10;
    }
    return nanos;
  }

  private static long unit(int digits) {
    if (digits <= 11) {
      return Times.SECOND;
    }
    if (digits <= 14) {
      return Times.MILLI;
    }
    return digits <= 17 ? Times.MILLI / 1000 : 1;
  }

  long nanos() {
    return nanos;
  }

  /** Does it say its zone? */
  boolean zoned() {
    return zoned;
  }
}
