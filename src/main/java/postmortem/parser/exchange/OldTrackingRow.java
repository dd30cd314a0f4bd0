package postmortem.parser.exchange;

import org.jspecify.annotations.Nullable;
import postmortem.event.Slice;
import postmortem.event.Times;
import postmortem.parser.RejectReason;
import postmortem.text.AsciiNumbers;
import postmortem.text.AsciiText;
import postmortem.text.AsciiTimes;
import postmortem.text.Tokens;

/**
 * One row of Exchange 2000 or 2003 message tracking, cut into cells at its tabs. Made once and
 * moved from row to row. The order of columns never changes (exchange-logs.md, 1).
 */
final class OldTrackingRow {

  /** Cells, by their place. */
  static final int CLIENT = 2;

  static final int PARTNER = 4;
  static final int SERVER = 5;
  static final int RECIPIENT = 7;
  static final int EVENT = 8;
  static final int MESSAGE_ID = 9;
  static final int SIZE = 12;
  static final int RECIPIENTS = 13;
  static final int LINKED = 17;
  static final int SENDER = 19;

  private static final int DATE = 0;
  private static final int TIME = 1;
  private static final int COLUMNS = 20;
  private static final int MOST = 21; // real rows have one more, without a name

  private final int[] starts = new int[MOST + 1];
  private byte[] block = {};
  private long time;
  private int event;

  /**
   * Moves to the row from {@code from} to before {@code to}.
   *
   * @return null, or why it is none
   */
  @Nullable RejectReason read(byte[] b, int from, int to) {
    block = b;
    int count = Tokens.cut(b, from, to, (byte) '\t', starts);
    if (count < COLUMNS) {
      return RejectReason.TOO_FEW_FIELDS;
    }
    if (count > MOST) {
      return RejectReason.TOO_MANY_FIELDS;
    }
    time = readTime();
    if (time == Times.NEVER) {
      return RejectReason.BAD_TIME;
    }
    event = (int) Math.min(number(EVENT), Integer.MAX_VALUE);
    return event < 0 || number(RECIPIENTS) > TrackingEvents.MOST_RECIPIENTS
        ? RejectReason.BAD_FIELD
        : null;
  }

  /** {@code 2003-8-12} and {@code 0:58:14 GMT}, without leading zeros. */
  private long readTime() {
    int end = end(TIME);
    if (end - starts[TIME] > 4 && AsciiText.equalsIgnoreCase(block, end - 4, end, " GMT")) {
      end -= 4;
    }
    long date = three(starts[DATE], end(DATE), '-');
    long clock = three(starts[TIME], end, ':');
    if (date < 0 || clock < 0) {
      return Times.NEVER;
    }
    int day = AsciiTimes.day((int) (date >> 32), (int) (date >> 16) & 0xffff, (int) date & 0xffff);
    int hour = (int) (clock >> 32);
    int minute = (int) (clock >> 16) & 0xffff;
    int second = (int) clock & 0xffff;
    if (day == AsciiTimes.NO_DAY || hour > 23 || minute > 59 || second > 60) {
      return Times.NEVER;
    }
    return day * Times.DAY + (hour * 3600 + minute * 60 + second) * Times.SECOND;
  }

  /** Three numbers of at most four digits, 16 bits each, the first highest; or -1. */
  private long three(int from, int to, char separator) {
    long all = 0;
    int start = from;
    for (int part = 0; part < 3; part++) {
      int found = part == 2 ? to : AsciiText.indexOf(block, start, to, separator);
      int end = found < 0 ? to : found;
      long number = end - start > 4 ? AsciiNumbers.NONE : AsciiNumbers.unsigned(block, start, end);
      if (number < 0 || found < 0) {
        return -1;
      }
      all = all << 16 | number;
      start = end + 1;
    }
    return all;
  }

  private int end(int cell) {
    return starts[cell + 1] - 1;
  }

  long time() {
    return time;
  }

  int event() {
    return event;
  }

  /** The cell's value; null where it says nothing. */
  @Nullable Slice slice(int cell) {
    int from = starts[cell];
    int to = end(cell);
    boolean dash = to == from + 1 && block[from] == '-';
    return to == from || dash ? null : new Slice(block, from, to);
  }

  /** The number in a cell; -1 where there is none. */
  long number(int cell) {
    return AsciiNumbers.unsigned(block, starts[cell], end(cell));
  }
}
