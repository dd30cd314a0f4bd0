package postmortem.parser.windows.line;

import postmortem.text.AsciiText;

/** Tells which agent a line is of, and has its form find the parts. */
final class LineForms {

  /** What a line is. */
  enum Kind {
    EVENT,
    /** A line of an agent that has not all its parts. */
    BROKEN,
    /** Of something else. */
    OTHER
  }

  /** No head is so long. */
  private static final int HEAD = 400;

  private final SyslogHead head = new SyslogHead();
  private final SnareLine snare = new SnareLine();
  private final OssecLine ossec = new OssecLine();
  private final BareLine bare = new BareLine();
  private final LineDate date = new LineDate();

  /** Reads a line. */
  Kind read(byte[] b, int from, int to, int year, EventLine line) {
    line.clear();
    if (from == to || b[from] == '{' || b[from] == '[' || b[from] == '"') {
      return Kind.OTHER; // JSON and tables may hold such lines
    }
    int message = head.read(b, from, to, year);
    int limit = Math.min(to, message + HEAD);
    for (int i = message; i < limit && b[i] != '{' && b[i] != '"'; i++) {
      if (b[i] == 'W' && AsciiText.startsWithIgnoreCase(b, i, to, OssecLine.MARKER)) {
        line.date(dateBefore(b, from, i, year));
        return kind(ossec.read(b, i + OssecLine.MARKER.length(), to, line));
      }
      if (b[i] == 'M' && AsciiText.startsWithIgnoreCase(b, i, to, SnareLine.MARKER)) {
        return kind(snare.read(b, i + SnareLine.MARKER.length(), to, line));
      }
    }
    return bare.read(b, message, to, line) ? Kind.EVENT : Kind.OTHER;
  }

  private static Kind kind(boolean whole) {
    return whole ? Kind.EVENT : Kind.BROKEN;
  }

  /** The date that ends before a mark, which is nearer to the event than that of the line. */
  private int dateBefore(byte[] b, int from, int mark, int year) {
    for (int i = mark - 1; i >= from; i--) {
      boolean begins = i == from || b[i - 1] == ' ';
      if (begins && date.read(b, i, mark, year) == mark - 1 && !date.yearless()) {
        return i;
      }
    }
    return -1;
  }

  /** What stands before the message. */
  SyslogHead head() {
    return head;
  }
}
