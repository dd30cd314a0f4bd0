package postmortem.parser.firewall;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import postmortem.event.Slice;
import postmortem.parser.RejectReason;
import postmortem.text.AsciiNumbers;
import postmortem.text.AsciiText;
import postmortem.text.AsciiTimes;
import postmortem.text.Tokens;

/**
 * One row of a firewall log, cut into cells at its tabs. Made once and moved from row to row.
 *
 * <p>A cell has blanks behind its value in some logs; {@code -} is no value.
 */
final class IsaRow {

  /** The cell is there and holds no number. */
  static final long NO_NUMBER = -2;

  /** The cell is not there, or says nothing. */
  static final long ABSENT = -1;

  private byte[] block = {};
  private int[] places = {};
  private int[] starts = new int[1];
  private int from; // of the cell that was asked for last
  private int to;

  // A busy firewall writes many rows in one second: equal bytes are not read again.
  private long lastTime;
  private int lastSecond = -1;
  private long lastDate;
  private int lastDateTail;
  private int lastDay = AsciiTimes.NO_DAY;

  /**
   * Moves to the row from {@code start} to before {@code end}.
   *
   * @return null, or why it is no row of these columns; then no cell can be asked for
   */
  @Nullable RejectReason cut(Columns of, byte[] b, int start, int end) {
    places = of.places();
    if (starts.length != of.count() + 1) {
      starts = new int[of.count() + 1];
    }
    block = b;
    int count = Tokens.cut(b, start, end, (byte) '\t', starts);
    if (count < of.count()) {
      return RejectReason.TOO_FEW_FIELDS;
    }
    return count == of.count() || endsInNothing(of.count(), end)
        ? null
        : RejectReason.TOO_MANY_FIELDS;
  }

  /** A tab behind the last cell begins none. */
  private boolean endsInNothing(int count, int end) {
    int last = starts[count - 1];
    int tab = AsciiText.indexOf(block, last, end, '\t');
    if (tab < 0 || AsciiText.trimEnd(block, tab, end) != tab) {
      return false;
    }
    starts[count] = tab + 1;
    return true;
  }

  /** Takes up a cell, without the blanks behind it; false where it is not there or says nothing. */
  private boolean find(Column column) {
    int place = places[column.ordinal()];
    if (place < 0) {
      return false;
    }
    from = starts[place];
    to = starts[place + 1] - 1;
    while (to > from && block[to - 1] == ' ') {
      to--;
    }
    return to > from + 1 || to == from + 1 && block[from] != '-';
  }

  /** Is the cell this word, A to Z as a to z? */
  boolean is(Column column, String word) {
    return find(column) && AsciiText.equalsIgnoreCase(block, from, to, word);
  }

  /** The cell's value; null where it is not there or says nothing. */
  @Nullable Slice slice(Column column) {
    return find(column) ? new Slice(block, from, to) : null;
  }

  /** The cell's first byte as a small letter; 0 where it says nothing. */
  int initial(Column column) {
    return find(column) ? block[from] | 0x20 : 0;
  }

  /** The number in a cell, {@link #ABSENT}, or {@link #NO_NUMBER}. */
  long number(Column column) {
    if (!find(column)) {
      return ABSENT;
    }
    long value = AsciiNumbers.unsigned(block, from, to);
    return value == AsciiNumbers.NONE ? NO_NUMBER : value;
  }

  /** Reads a cell as address and port; false where it says nothing. */
  boolean endpoint(Column column, Endpoint endpoint) {
    boolean there = find(column);
    endpoint.read(block, from, there ? to : from);
    return there;
  }

  /** Is a cell the address of another one that has a port behind it, byte for byte? */
  boolean isAddressOf(Column address, Column endpoint) {
    if (!find(endpoint)) {
      return false;
    }
    int start = from;
    int end = to;
    if (!find(address)) {
      return false;
    }
    int length = to - from;
    return start + length < end
        && block[start + length] == ':'
        && AsciiText.indexOf(block, start + length + 1, end, ':') < 0
        && Arrays.equals(block, from, to, block, start, start + length);
  }

  boolean has(Column column) {
    return places[column.ordinal()] >= 0;
  }

  /** The second of the day; -1 where there is none that can be read. */
  int second() {
    if (!find(Column.TIME) || to - from != AsciiTimes.TIME_LENGTH) {
      return -1;
    }
    long bytes = AsciiText.eight(block, from);
    if (bytes != lastTime) {
      lastTime = bytes;
      lastSecond = AsciiTimes.secondOfDay(block, from, to);
    }
    return lastSecond;
  }

  /** The day since 1970; {@link AsciiTimes#NO_DAY} where there is none that can be read. */
  int day() {
    if (!find(Column.DATE) || to - from != AsciiTimes.DATE_LENGTH) {
      return AsciiTimes.NO_DAY;
    }
    long bytes = AsciiText.eight(block, from);
    int tail = block[from + 8] << 8 | block[from + 9] & 0xff;
    if (bytes != lastDate || tail != lastDateTail) {
      lastDate = bytes;
      lastDateTail = tail;
      lastDay = AsciiTimes.day(block, from, to);
    }
    return lastDay;
  }
}
