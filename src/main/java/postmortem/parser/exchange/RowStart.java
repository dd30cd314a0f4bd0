package postmortem.parser.exchange;

import postmortem.text.Lines;

/** Where the text of a line begins. */
final class RowStart {

  private RowStart() {}

  /** The line's first byte; behind a byte order mark where it is the first line of its file. */
  static int of(Lines line) {
    return line.offset() == 0 ? afterMark(line.block(), line.start(), line.end()) : line.start();
  }

  /** The place behind a byte order mark (UTF-8), if there is one. */
  static int afterMark(byte[] b, int from, int to) {
    boolean mark =
        to - from >= 3
            && b[from] == (byte) 0xef
            && b[from + 1] == (byte) 0xbb
            && b[from + 2] == (byte) 0xbf;
    return mark ? from + 3 : from;
  }
}
