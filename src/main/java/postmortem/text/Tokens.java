package postmortem.text;

/** Cuts a part of a byte array at each place of a separator, eight bytes at a time. */
public final class Tokens {

  private static final long ONES = 0x0101010101010101L;
  private static final long LOWS = 0x7f7f7f7f7f7f7f7fL;

  /** Multiplying with it brings the lowest bit of each byte into the highest byte. */
  private static final long GATHER = 0x0102040810204080L;

  private Tokens() {}

  /**
   * Notes where tokens start. Token {@code k} ends before {@code starts[k + 1] - 1}: the entry
   * after the last token's is {@code to + 1}.
   *
   * <p>This is a hot loop: a row of a log has twenty tokens, and nothing else looks at every byte.
   *
   * @param starts gets the starts; at most {@code starts.length - 1} tokens have room
   * @return the number of tokens (an empty part is one token); {@code starts.length} where there
   *     are more than have room
   */
  public static int cut(byte[] b, int from, int to, byte separator, int[] starts) {
    long pattern = ONES * separator;
    int room = starts.length - 1;
    int count = 1;
    starts[0] = from;
    for (int i = from; i < to; i += Long.SIZE) {
      long hits =
          to - i >= Long.SIZE
              ? separators(b, i, pattern)
              : separators(b, i, to - i, separator, pattern);
      while (hits != 0) {
        if (count == room) {
          return starts.length;
        }
        starts[count++] = i + Long.numberOfTrailingZeros(hits) + 1;
        hits &= hits - 1;
      }
    }
    starts[count] = to + 1;
    return count;
  }

  /**
   * One bit for each of 64 bytes: is it the separator? Without a branch for each word, because
   * nothing foretells how many separators a word has.
   */
  private static long separators(byte[] b, int at, long pattern) {
    return ofWord(b, at, pattern)
        | ofWord(b, at + 8, pattern) << 8
        | ofWord(b, at + 16, pattern) << 16
        | ofWord(b, at + 24, pattern) << 24
        | ofWord(b, at + 32, pattern) << 32
        | ofWord(b, at + 40, pattern) << 40
        | ofWord(b, at + 48, pattern) << 48
        | ofWord(b, at + 56, pattern) << 56;
  }

  /** One bit for each of eight bytes. */
  private static long ofWord(byte[] b, int at, long pattern) {
    long x = AsciiText.eight(b, at) ^ pattern;
    long hits = ~((x & LOWS) + LOWS | x | LOWS); // exact: one high bit for each zero byte
    return (hits >>> 7) * GATHER >>> 56;
  }

  /** One bit for each of up to 64 bytes. */
  private static long separators(byte[] b, int from, int n, byte separator, long pattern) {
    long mask = 0;
    int i = 0;
    for (; i < n && from + i + 8 <= b.length; i += 8) {
      mask |= ofWord(b, from + i, pattern) << i;
    }
    for (; i < n; i++) {
      if (b[from + i] == separator) {
        mask |= 1L << i;
      }
    }
    return n < Long.SIZE ? mask & (1L << n) - 1 : mask;
  }
}
