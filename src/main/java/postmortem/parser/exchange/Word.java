package postmortem.parser.exchange;

/** Compares bytes with ASCII words, A to Z as a to z, and finds the ends of words. */
final class Word {

  private Word() {}

  /** Are the bytes from {@code from} to before {@code to} this word? */
  static boolean is(byte[] b, int from, int to, String word) {
    return to - from == word.length() && begins(b, from, to, word);
  }

  /** Do they begin with this word? */
  static boolean begins(byte[] b, int from, int to, String word) {
    int n = word.length();
    if (to - from < n) {
      return false;
    }
    for (int i = 0; i < n; i++) {
      if (lower(b[from + i]) != lower((byte) word.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Where this word stands first in them, or -1. */
  static int find(byte[] b, int from, int to, String word) {
    for (int i = from; i <= to - word.length(); i++) {
      if (begins(b, i, to, word)) {
        return i;
      }
    }
    return -1;
  }

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

  /** The end without the blanks before it. */
  static int trimEnd(byte[] b, int from, int to) {
    int i = to;
    while (i > from && isBlank(b[i - 1])) {
      i--;
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

  private static byte lower(byte b) {
    return b >= 'A' && b <= 'Z' ? (byte) (b + 32) : b;
  }
}
