package postmortem.parser.exchange;

import org.jspecify.annotations.Nullable;
import postmortem.event.Hash;
import postmortem.event.Span;
import postmortem.event.Times;
import postmortem.parser.RejectReason;
import postmortem.text.AsciiText;
import postmortem.text.CsvFields;
import postmortem.text.IsoTime;

/**
 * Finds time, event and texts in a row, and mends what is known to be damaged in real logs: a lost
 * event column, unquoted commas in the text, a stray quote at the end. Reused for each row.
 */
final class Row {

  private static final byte[] NOTHING = {};

  private final CsvFields fields = new CsvFields(Layout.MAX_COLUMNS);
  private byte[] line = NOTHING;
  private byte[] block = NOTHING;
  private int shift; // how much earlier the record stands in its block than in the line's
  private Layout layout = Layout.USUAL;
  private long time;
  private byte event;
  private boolean eventLost;
  private boolean surplus;
  private int dataFrom;
  private int dataTo;
  private int contextFrom;
  private int contextTo;

  /**
   * Reads a row.
   *
   * @param record start of the line in its block
   * @param from start of the row in it, behind what is no part of the row
   * @param to one past its last byte
   * @return null, or why the row cannot be read
   */
  @Nullable RejectReason read(byte[] b, int record, int from, int to, Layout rows, LogKind kind) {
    line = b;
    block = b;
    shift = 0;
    layout = rows;
    int n = fields.scan(b, from, to);
    int missing = rows.count() - n;
    int place = rows.place(Column.EVENT);
    if (missing > 1 || missing != 0 && !rows.endsAsUsual()) {
      return wrongCount(missing);
    }
    event = eventAt(place);
    eventLost = event == 0;
    surplus = missing < 0;
    if (missing == 1 && (!eventLost || fields.unclosed()) || surplus && eventLost) {
      return wrongCount(missing);
    }
    time = IsoTime.nanos(b, start(Column.DATE_TIME), end(Column.DATE_TIME));
    if (time == Times.NEVER) {
      return RejectReason.BAD_TIME;
    }
    if (start(Column.SESSION) == end(Column.SESSION)) {
      return RejectReason.BAD_FIELD;
    }
    int data = missing == 1 ? place : rows.place(Column.DATA);
    int context = missing == 1 ? place + 1 : rows.place(Column.CONTEXT);
    texts(data, context, to);
    if (eventLost) {
      boolean empty = missing == 1 || fields.start(place) == fields.end(place);
      event = empty ? inferredEvent(kind) : 0;
      if (event == 0) {
        return RejectReason.BAD_FIELD;
      }
    }
    if (fields.doubled(data) || context >= 0 && fields.doubled(context)) {
      undouble(record, to, data, context);
    }
    return null;
  }

  private RejectReason wrongCount(int missing) {
    if (fields.unclosed()) {
      return RejectReason.UNCLOSED_QUOTE;
    }
    return missing > 0 ? RejectReason.TOO_FEW_FIELDS : RejectReason.TOO_MANY_FIELDS;
  }

  /** The event that stands at a place, or 0. */
  private byte eventAt(int place) {
    if (fields.end(place) - fields.start(place) != 1) {
      return 0;
    }
    return switch (line[fields.start(place)]) {
      case '+', '-', '<', '>', '*' -> line[fields.start(place)];
      default -> 0;
    };
  }

  private void texts(int data, int context, int to) {
    dataFrom = fields.start(data);
    dataTo = fields.end(data);
    contextFrom = context < 0 ? to : fields.start(context);
    contextTo = context < 0 ? to : fields.end(context);
    if (surplus) {
      contextTo = to;
      if ((event == '<' || event == '>') && !fields.quoted(data)) {
        dataTo = lastComma(to);
        contextFrom = dataTo + 1;
      }
    }
    boolean bare = context >= 0 && !fields.quoted(context);
    if (bare && contextTo > contextFrom && line[contextTo - 1] == '"') {
      contextTo--; // "...,-,,Local"" (exchange-logs.md, 2)
    }
  }

  private int lastComma(int to) {
    int i = to - 1;
    while (line[i] != ',') {
      i--;
    }
    return i;
  }

  /** What the event must have been, by the text that is left; 0 where nobody can tell. */
  private byte inferredEvent(LogKind kind) {
    if (ReplyText.isReply(line, dataFrom, dataTo)) {
      return kind.reply();
    }
    if (CommandText.isCommand(line, dataFrom, dataTo)) {
      return kind.command();
    }
    if (NoteText.isNote(line, contextFrom, contextTo)
        || AsciiText.startsWithIgnoreCase(line, dataFrom, dataTo, "Tarpit for ")) {
      return '*';
    }
    if (dataFrom < dataTo) {
      return 0;
    }
    if (AsciiText.equalsIgnoreCase(line, contextFrom, contextTo, "Local")
        || AsciiText.startsWithIgnoreCase(line, contextFrom, contextTo, "Remote")) {
      return '-';
    }
    boolean first =
        layout.has(Column.SEQUENCE)
            && AsciiText.equalsIgnoreCase(line, start(Column.SEQUENCE), end(Column.SEQUENCE), "0");
    return (byte) (first && contextFrom == contextTo ? '+' : 0);
  }

  /** Puts the row into a block of its own, with its texts as they were before they were quoted. */
  private void undouble(int record, int to, int data, int context) {
    int length = to - record;
    byte[] own = new byte[length + dataTo - dataFrom + contextTo - contextFrom];
    System.arraycopy(line, record, own, 0, length);
    int at = length;
    if (fields.doubled(data)) {
      at = CsvFields.copyUndoubled(line, dataFrom, dataTo, own, length);
      dataFrom = length;
      dataTo = at;
    } else {
      dataFrom -= record;
      dataTo -= record;
    }
    if (context >= 0 && fields.doubled(context)) {
      int end = CsvFields.copyUndoubled(line, contextFrom, contextTo, own, at);
      contextFrom = at;
      contextTo = end;
    } else {
      contextFrom -= record;
      contextTo -= record;
    }
    block = own;
    shift = record;
  }

  private int start(Column column) {
    return fields.start(layout.place(column));
  }

  private int end(Column column) {
    return fields.end(layout.place(column));
  }

  /** The block that the row and its spans are in. */
  byte[] block() {
    return block;
  }

  /** How many bytes the row stands earlier in its block than in that of its line. */
  int shift() {
    return shift;
  }

  long time() {
    return time;
  }

  byte event() {
    return event;
  }

  boolean eventLost() {
    return eventLost;
  }

  /** Were there more fields than columns, because commas in a text were not quoted? */
  boolean surplus() {
    return surplus;
  }

  int dataFrom() {
    return dataFrom;
  }

  int dataTo() {
    return dataTo;
  }

  int contextFrom() {
    return contextFrom;
  }

  int contextTo() {
    return contextTo;
  }

  /** A number that stands for the session. */
  long session() {
    return Hash.of(line, start(Column.SESSION), end(Column.SESSION), 0);
  }

  /** The span of a column's text without the blanks behind it; absent where it is empty. */
  long span(Column column) {
    if (!layout.has(column)) {
      return Span.ABSENT;
    }
    int start = start(column);
    int end = AsciiText.trimEnd(line, start, end(column));
    return start == end ? Span.ABSENT : Span.of(start - shift, end - shift);
  }
}
