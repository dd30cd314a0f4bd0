package postmortem.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds ASCII words in parts of byte arrays, without making Strings of them. */
public final class AsciiText {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;
  private static final long CASES = 0x2020202020202020L; // tell a to z from A to Z

  private AsciiText() {}

  /** Eight bytes as one word, the first byte lowest; all of them must be inside the array. */
  public static long eight(byte[] b, int at) {
    return (long) LONGS.get(b, at);
  }

  /** Four bytes as one word, the first byte lowest; all of them must be inside the array. */
  public static int four(byte[] b, int at) {
    return (int) INTS.get(b, at);
  }

  /** Are the bytes from {@code from} to before {@code to} this word, A to Z as a to z? */
  public static boolean equalsIgnoreCase(byte[] b, int from, int to, String word) {
    return to - from == word.length() && startsWithIgnoreCase(b, from, to, word);
  }

  /** Do the bytes begin with this word, A to Z as a to z? */
  public static boolean startsWithIgnoreCase(byte[] b, int from, int to, String word) {
    int n = word.length();
    if (to - from < n) {
      return false;
    }
    for (int i = 0; i < n; i++) {
      byte is = b[from + i];
      byte wanted = (byte) word.charAt(i);
      if (is != wanted && lower(is) != lower(wanted)) {
        return false;
      }
    }
    return true;
  }

  /**
   * The first place of a byte from {@code from} to before {@code to}, or -1; eight bytes at a time.
   */
  public static int indexOf(byte[] b, int from, int to, char ascii) {
    long pattern = ONES * ascii;
    int i = from;
    for (; i + 8 <= to; i += 8) {
      long x = eight(b, i) ^ pattern;
      long hit = x - ONES & ~x & HIGHS; // exact up to the first hit
      if (hit != 0) {
        return i + (Long.numberOfTrailingZeros(hit) >>> 3);
      }
    }
    for (; i < to; i++) {
      if (b[i] == ascii) {
        return i;
      }
    }
    return -1;
  }

  /** As {@link #indexOf}, of a letter from a to z or its other case. */
  private static int indexOfLetter(byte[] b, int from, int to, int lower) {
    long pattern = ONES * lower;
    int i = from;
    for (; i + 8 <= to; i += 8) {
      long x = (eight(b, i) | CASES) ^ pattern;
      long hit = x - ONES & ~x & HIGHS; // exact up to the first hit
      if (hit != 0) {
        return i + (Long.numberOfTrailingZeros(hit) >>> 3);
      }
    }
    while (i < to && lower(b[i]) != lower) {
      i++;
    }
    return i < to ? i : -1;
  }

  /** Where a word of at least one byte stands first, A to Z as a to z, or -1. */
  public static int find(byte[] b, int from, int to, String word) {
    char first = word.charAt(0);
    int end = to - word.length() + 1; // of the places where it can begin
    int i = begin(b, from, end, first);
    while (i >= 0 && !startsWithIgnoreCase(b, i, to, word)) {
      i = begin(b, i + 1, end, first);
    }
    return i;
  }

  private static int begin(byte[] b, int from, int to, char first) {
    int lower = lower((byte) first);
    boolean letter = lower >= 'a' && lower <= 'z';
    return letter ? indexOfLetter(b, from, to, lower) : indexOf(b, from, to, first);
  }

  /** Does the word stand anywhere in the bytes, A to Z as a to z? */
  public static boolean contains(byte[] b, int from, int to, String word) {
    return find(b, from, to, word) >= 0;
  }

  /** The end of the bytes without the blanks and tabs before it. */
  public static int trimEnd(byte[] b, int from, int to) {
    int end = to;
    while (end > from && (b[end - 1] == ' ' || b[end - 1] == '\t')) {
      end--;
    }
    return end;
  }

  private static int lower(byte b) {
    return b >= 'A' && b <= 'Z' ? b + 32 : b;
  }
}
