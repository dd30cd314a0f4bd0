package postmortem.text;

/** Cuts a part of a byte array at each place of a separator, eight bytes at a time. */
public final class Tokens {

  private static final long ONES = 0x0101010101010101L;
  private static final long LOWS = 0x7f7f7f7f7f7f7f7fL;

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
    int i = from;
    for (; i < to && i + 8 <= b.length; i += 8) {
      long x = AsciiText.eight(b, i) ^ pattern;
      long hits = ~((x & LOWS) + LOWS | x | LOWS); // exact: one high bit for each zero byte
      while (hits != 0) {
        int at = i + (Long.numberOfTrailingZeros(hits) >>> 3);
        if (at >= to) {
          break;
        }
        if (count == room) {
          return starts.length;
        }
        starts[count++] = at + 1;
        hits &= hits - 1;
      }
    }
    for (; i < to; i++) {
      if (b[i] == separator) {
        if (count == room) {
          return starts.length;
        }
        starts[count++] = i + 1;
      }
    }
    starts[count] = to + 1;
    return count;
  }
}
