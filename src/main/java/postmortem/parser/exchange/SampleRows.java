package postmortem.parser.exchange;

import java.util.Locale;
import postmortem.event.Slice;
import postmortem.event.Times;
import postmortem.parser.Confidence;
import postmortem.parser.Sample;
import postmortem.text.AsciiNumbers;
import postmortem.text.AsciiText;
import postmortem.text.CsvFields;
import postmortem.text.IsoTime;
import postmortem.text.Lines;

/** Looks at a sample: its heads, and how many of its rows are such as these logs have. */
final class SampleRows {

  private static final int ENOUGH = 200; // rows of each part of the sample
  private static final int LONGEST_SERVER = 255;

  private final CsvFields fields = new CsvFields(Layout.MAX_COLUMNS);
  private final LogKind byPath;
  private Layout layout = Layout.USUAL;
  private LogKind said = LogKind.UNSAID;
  private boolean foreign;
  private int rows;
  private int good;
  private int receiving; // rows that only a receive log can have, less those of a send log
  private boolean backslash;
  private String server = "";

  SampleRows(Sample sample) {
    byPath = new LogPath(sample.path()).kind();
    boolean whole = sample.head().length < Sample.LENGTH;
    part(sample.head(), whole);
    if (said != LogKind.OTHER && !foreign) {
      part(sample.middle(), false);
      part(sample.tail(), true);
    }
  }

  private void part(byte[] b, boolean toTheEnd) {
    int seen = 0;
    int from = Lines.afterMark(b, 0, b.length);
    while (from < b.length && seen < ENOUGH) {
      int found = AsciiText.indexOf(b, from, b.length, '\n');
      if (found < 0 && !toTheEnd) {
        return; // cut off by the sample
      }
      int lf = found < 0 ? b.length : found;
      int end = lf > from && b[lf - 1] == '\r' ? lf - 1 : lf;
      if (end > from && b[from] == '#') {
        head(b, from, end);
      } else if (Word.skipBlanks(b, from, end) < end) {
        row(b, from, end);
        seen++;
      }
      from = lf + 1;
    }
  }

  private void head(byte[] b, int from, int to) {
    layout = layout.after(b, from, to);
    if (rows == 0 || said == LogKind.UNSAID) {
      said = layout.kind();
    }
    foreign |= rows == 0 && layout.named() && !layout.readable();
  }

  private void row(byte[] b, int from, int to) {
    rows++;
    int n = fields.scan(b, from, to);
    if (n != layout.count() || !layout.readable() || !isRow(b)) {
      return;
    }
    good++;
    int event = b[fields.start(layout.place(Column.EVENT))];
    int data = fields.start(layout.place(Column.DATA));
    int dataEnd = fields.end(layout.place(Column.DATA));
    boolean reply = ReplyText.isReply(b, data, dataEnd);
    boolean command = CommandText.isCommand(b, data, dataEnd);
    if (event == '>' && reply || event == '<' && command) {
      receiving++;
    } else if (event == '<' && reply || event == '>' && command) {
      receiving--;
    }
    connector(b);
  }

  private boolean isRow(byte[] b) {
    int event = layout.place(Column.EVENT);
    return layout.has(Column.SEQUENCE)
        && fields.end(event) - fields.start(event) == 1
        && "+-<>*".indexOf(b[fields.start(event)]) >= 0
        && IsoTime.nanos(b, start(Column.DATE_TIME), end(Column.DATE_TIME)) != Times.NEVER
        && isSession(b, start(Column.SESSION), end(Column.SESSION))
        && AsciiNumbers.unsigned(b, start(Column.SEQUENCE), end(Column.SEQUENCE)) >= 0;
  }

  /** A GUID by the documents, sixteen digits in truth (exchange-logs.md, 2). */
  private static boolean isSession(byte[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      if (Character.digit(b[i], 16) < 0 && b[i] != '-') {
        return false;
      }
    }
    return to - from >= 8 && to - from <= 38;
  }

  private void connector(byte[] b) {
    if (backslash || !layout.has(Column.CONNECTOR)) {
      return;
    }
    int start = start(Column.CONNECTOR);
    for (int i = start; i < end(Column.CONNECTOR); i++) {
      if (b[i] == '\\') {
        backslash = true;
        int end = Math.min(i, start + LONGEST_SERVER);
        server = new Slice(b, start, end).toString().strip().toUpperCase(Locale.ROOT);
        return;
      }
    }
  }

  private int start(Column column) {
    return fields.start(layout.place(column));
  }

  private int end(Column column) {
    return fields.end(layout.place(column));
  }

  /** How sure it is that the sample is of this kind. */
  Confidence confidence(LogKind kind) {
    if (foreign || kind() != kind) {
      return Confidence.NONE;
    }
    if (said == kind || layout.named() && layout.readable()) {
      return Confidence.CERTAIN;
    }
    if (good >= 2 && good * 10 >= rows * 9) {
      return Confidence.LIKELY;
    }
    return good > 0 && good * 2 >= rows ? Confidence.POSSIBLE : Confidence.NONE;
  }

  /**
   * The kind by the head, else by the path, else by who speaks as a server, else by the connector:
   * a send connector has no server's name before it.
   */
  private LogKind kind() {
    if (said != LogKind.UNSAID) {
      return said;
    }
    if (byPath != LogKind.UNSAID) {
      return byPath;
    }
    if (good == 0) {
      return layout.named() ? LogKind.RECEIVE : LogKind.UNSAID;
    }
    return receiving > 0 || receiving == 0 && backslash ? LogKind.RECEIVE : LogKind.SEND;
  }

  /** The server that the first receive connector belongs to, upper case; "" where none is named. */
  String server() {
    return server;
  }
}
