package postmortem.parser.iis;

import org.jspecify.annotations.Nullable;
import postmortem.event.Span;
import postmortem.parser.RejectReason;
import postmortem.text.AsciiText;
import postmortem.text.AsciiTimes;
import postmortem.text.Tokens;
import postmortem.text.Word;

/**
 * One row of a W3C log, cut into fields. Made once and moved from row to row.
 *
 * <p>Survey, probe and reader all cut rows here, so that they agree on which rows can be read.
 */
final class W3cRow {

  private byte[] block = new byte[0];
  private Columns columns = Columns.FULL;
  private int[] places = Columns.FULL.places();
  private int[] starts = new int[Columns.FULL.count() + 1];

  // A busy server writes many rows in one second: equal bytes are not read again.
  private long lastTime;
  private int lastSecond = -1;
  private long lastDate;
  private int lastDateTail;
  private int lastDay = AsciiTimes.NO_DAY;

  /**
   * Moves to the row from {@code from} to before {@code to}.
   *
   * @return null, or why it is no row of these columns; then no field can be asked for
   */
  @Nullable RejectReason cut(Columns of, byte[] b, int from, int to) {
    columns = of;
    places = of.places();
    if (starts.length != of.count() + 1) {
      starts = new int[of.count() + 1];
    }
    block = b;
    int count = Tokens.cut(b, from, to, (byte) ' ', starts);
    if (count == of.count()) {
      return null;
    }
    if (count < of.count()) {
      return RejectReason.TOO_FEW_FIELDS;
    }
    return joinVerb(from, to) ? null : RejectReason.TOO_MANY_FIELDS;
  }

  /** {@code MAIL FROM} and {@code RCPT TO}, as documents show the method (iis-smtp.md, 3). */
  private boolean joinVerb(int from, int to) {
    int verb = places[Column.METHOD.ordinal()];
    int[] wide = new int[columns.count() + 2];
    if (verb < 0 || Tokens.cut(block, from, to, (byte) ' ', wide) != columns.count() + 1) {
      return false;
    }
    int end = wide[verb + 2] - 1;
    boolean joined =
        AsciiText.equalsIgnoreCase(block, wide[verb], end, "MAIL FROM")
            || AsciiText.equalsIgnoreCase(block, wide[verb], end, "RCPT TO");
    if (joined) {
      System.arraycopy(wide, 0, starts, 0, verb + 1);
      System.arraycopy(wide, verb + 2, starts, verb + 1, starts.length - verb - 1);
    }
    return joined;
  }

  byte[] block() {
    return block;
  }

  /** The first byte of a field; the column must be there. */
  int start(Column column) {
    return starts[places[column.ordinal()]];
  }

  /** One past the last byte of a field; the column must be there. */
  int end(Column column) {
    return starts[places[column.ordinal()] + 1] - 1;
  }

  /** Do client, name and virtual server follow each other, as they do in the service's order? */
  boolean namesSessionInOneRun() {
    return columns.namesSessionInOneRun();
  }

  boolean has(Column column) {
    return places[column.ordinal()] >= 0;
  }

  /** The field's span; absent where the column is, where it is empty, or a dash. */
  long span(Column column) {
    int place = places[column.ordinal()];
    if (place < 0) {
      return Span.ABSENT;
    }
    int start = starts[place];
    int end = starts[place + 1] - 1;
    if (end <= start || end == start + 1 && block[start] == '-') {
      return Span.ABSENT;
    }
    return Span.of(start, end);
  }

  /** Is the field this word, A to Z as a to z? False where there is no such column. */
  boolean is(Column column, String word) {
    return has(column) && AsciiText.equalsIgnoreCase(block, start(column), end(column), word);
  }

  /** Does the field begin with this word, A to Z as a to z? False without the column. */
  boolean begins(Column column, String word) {
    return has(column) && AsciiText.startsWithIgnoreCase(block, start(column), end(column), word);
  }

  boolean is(Column column, Word word) {
    return has(column) && word.is(block, start(column), end(column));
  }

  boolean begins(Column column, Word word) {
    return has(column) && word.begins(block, start(column), end(column));
  }

  /** The second of the day; -1 where the time can't be read. The column must be there. */
  int second() {
    int start = start(Column.TIME);
    int end = end(Column.TIME);
    if (end - start != AsciiTimes.TIME_LENGTH) {
      return -1;
    }
    long bytes = AsciiText.eight(block, start);
    if (bytes != lastTime) {
      lastTime = bytes;
      lastSecond = AsciiTimes.secondOfDay(block, start, end);
    }
    return lastSecond;
  }

  /**
   * The day since 1970; {@link AsciiTimes#NO_DAY} where it can't be read. The column must be there.
   */
  int day() {
    int start = start(Column.DATE);
    int end = end(Column.DATE);
    if (end - start != AsciiTimes.DATE_LENGTH) {
      return AsciiTimes.NO_DAY;
    }
    long bytes = AsciiText.eight(block, start);
    int tail = block[start + 8] << 8 | block[start + 9] & 0xff;
    if (bytes != lastDate || tail != lastDateTail) {
      lastDate = bytes;
      lastDateTail = tail;
      lastDay = AsciiTimes.day(block, start, end);
    }
    return lastDay;
  }
}
