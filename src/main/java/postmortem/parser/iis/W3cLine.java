package postmortem.parser.iis;

import postmortem.text.Lines;

/** Where the text of a line begins and ends: without a byte order mark, without blanks after it. */
final class W3cLine {

  private W3cLine() {}

  static int start(Lines line) {
    return line.offset() == 0 ? afterMark(line.block(), line.start(), line.end()) : line.start();
  }

  /** Past the byte order mark of UTF-8, where the bytes begin with one. */
  static int afterMark(byte[] b, int from, int to) {
    boolean mark =
        to - from >= 3
            && b[from] == (byte) 0xef
            && b[from + 1] == (byte) 0xbb
            && b[from + 2] == (byte) 0xbf;
    return mark ? from + 3 : from;
  }

  static int end(Lines line, int from) {
    return beforeBlanks(line.block(), from, line.end());
  }

  static int beforeBlanks(byte[] b, int from, int to) {
    int end = to;
    while (end > from && (b[end - 1] == ' ' || b[end - 1] == '\t')) {
      end--;
    }
    return end;
  }
}
