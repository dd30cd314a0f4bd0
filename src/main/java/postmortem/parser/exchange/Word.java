package postmortem.parser.exchange;

/** Finds words and their ends in a row, on bytes and without garbage. */
final class Word {

  private Word() {}

  /** The first place that is no blank. */
  static int skipBlanks(byte[] b, int from, int to) {
    int i = from;
    while (i < to && isBlank(b[i])) {
      i++;
    }
    return i;
  }

  /** The first place that is a blank, or the end. */
  static int end(byte[] b, int from, int to) {
    int i = from;
    while (i < to && !isBlank(b[i])) {
      i++;
    }
    return i;
  }

  static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  /** The number that the digits at {@code from} are; 0 where there are none or too many. */
  static long number(byte[] b, int from, int to) {
    long value = 0;
    int i = from;
    for (; i < to && isDigit(b[i]); i++) {
      value = value * 10 + b[i] - '0';
    }
    return i - from > 18 ? 0 : value;
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t';
  }
}
