package postmortem.parser.exchange;

import org.jspecify.annotations.Nullable;
import postmortem.event.Slice;
import postmortem.event.Times;
import postmortem.parser.RejectReason;
import postmortem.text.AsciiNumbers;
import postmortem.text.AsciiText;
import postmortem.text.CsvFields;
import postmortem.text.IsoTime;

/** One row of message tracking since 2007. Made once and moved from row to row. */
final class TrackingRow {

  private final CsvFields fields = new CsvFields(TrackingLayout.MAX_COLUMNS);
  private byte[] block = {};
  private TrackingLayout layout = TrackingLayout.UNSAID;
  private long time;

  /**
   * Moves to the row from {@code from} to before {@code to}.
   *
   * @return null, or why it cannot be read
   */
  @Nullable RejectReason read(byte[] b, int from, int to, TrackingLayout head) {
    block = b;
    int n = fields.scan(b, from, to);
    TrackingLayout found = head.ofRow(n);
    if (found == null) {
      return RejectReason.NO_HEADER;
    }
    layout = found;
    if (n != layout.count()) {
      return fields.unclosed()
          ? RejectReason.UNCLOSED_QUOTE
          : n < layout.count() ? RejectReason.TOO_FEW_FIELDS : RejectReason.TOO_MANY_FIELDS;
    }
    int at = layout.place(TrackingColumn.DATE_TIME);
    time = IsoTime.nanos(b, fields.start(at), fields.end(at));
    return time == Times.NEVER ? RejectReason.BAD_TIME : null;
  }

  long time() {
    return time;
  }

  /** Is the field this word, A to Z as a to z? */
  boolean is(TrackingColumn column, String word) {
    int at = layout.place(column);
    return at >= 0 && AsciiText.equalsIgnoreCase(block, fields.start(at), fields.end(at), word);
  }

  /** The field's text; null where it is not there, or empty. */
  @Nullable Slice slice(TrackingColumn column) {
    int at = layout.place(column);
    if (at < 0 || fields.start(at) >= fields.end(at)) {
      return null;
    }
    int from = fields.start(at);
    int to = fields.end(at);
    if (!fields.doubled(at)) {
      return new Slice(block, from, to);
    }
    byte[] own = new byte[to - from];
    return new Slice(own, 0, CsvFields.copyUndoubled(block, from, to, own, 0));
  }

  /** The number in a field; -1 where there is none. */
  long number(TrackingColumn column) {
    int at = layout.place(column);
    return at < 0
        ? AsciiNumbers.NONE
        : AsciiNumbers.unsigned(block, fields.start(at), fields.end(at));
  }
}
