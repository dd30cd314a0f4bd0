package postmortem.parser.windows.export;

/** The cells of one line, one after the other, without their quotes. */
final class LineCells {

  private final byte[] b;
  private final int to;
  private byte separator;
  private int at;
  private int start;
  private int end;

  LineCells(byte[] b, int from, int to, byte separator) {
    this.b = b;
    this.at = from;
    this.to = to;
    this.separator = separator;
  }

  /** Moves to the next cell that the line has whole. */
  boolean next() {
    if (at >= to) {
      return false;
    }
    boolean quoted = b[at] == '"';
    start = quoted ? at + 1 : at;
    int i = start;
    while (i < to && b[i] != '\n' && (quoted ? b[i] != '"' : !isSeparator(b[i]))) {
      i++;
    }
    end = i > start && b[i - 1] == '\r' ? i - 1 : i;
    if (quoted) {
      if (i >= to || b[i] != '"') {
        return false;
      }
      i++;
    }
    at = i < to && isSeparator(b[i]) ? i + 1 : to;
    return true;
  }

  private boolean isSeparator(byte c) {
    if (separator == TableLayout.ANY && (c == ',' || c == '\t')) {
      separator = c;
    }
    return c == separator && separator != TableLayout.ANY;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }
}
