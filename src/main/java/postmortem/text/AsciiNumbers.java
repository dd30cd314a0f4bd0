package postmortem.text;

/** Reads decimal numbers from bytes. */
public final class AsciiNumbers {

  /** The text is no number. */
  public static final long NONE = -1;

  private static final long LAST_SAFE = (Long.MAX_VALUE - 9) / 10;

  private AsciiNumbers() {}

  /**
   * The number that all bytes from {@code from} to before {@code to} are, without a sign.
   *
   * @return {@link #NONE} where there is none, or something else beside digits; {@link
   *     Long#MAX_VALUE} where it is nearly that, or larger
   */
  public static long unsigned(byte[] b, int from, int to) {
    if (from >= to) {
      return NONE;
    }
    long value = 0;
    boolean large = false;
    for (int i = from; i < to; i++) {
      int digit = b[i] - '0';
      if (digit < 0 || digit > 9) {
        return NONE;
      }
      large |= value > LAST_SAFE;
      value = large ? 0 : value * 10 + digit;
    }
    return large ? Long.MAX_VALUE : value;
  }

  /** The number of exactly {@code digits} digits at {@code at}, or -1; at most nine. */
  public static int fixed(byte[] b, int at, int digits) {
    int value = 0;
    for (int i = at; i < at + digits; i++) {
      int digit = b[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }
}
