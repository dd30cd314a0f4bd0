package postmortem.text;

import java.nio.charset.StandardCharsets;

/**
 * A word of ASCII letters that is looked for in row after row, A to Z as a to z: eight bytes at a
 * time, where {@link AsciiText} takes one.
 */
public final class Word {

  /** Makes a letter one of A to Z, and no other byte. */
  private static final long UPPER = 0xdfdfdfdfdfdfdfdfL;

  private final String text;
  private final long[] eights; // upper case, the last filled up with zeros
  private final long lastMask; // of the bytes of the last that are letters

  private Word(String text) {
    this.text = text;
    int n = text.length();
    byte[] upper = new byte[(n + 7) / 8 * 8];
    System.arraycopy(text.getBytes(StandardCharsets.US_ASCII), 0, upper, 0, n);
    this.eights = new long[upper.length / 8];
    for (int i = 0; i < eights.length; i++) {
      eights[i] = AsciiText.eight(upper, i * 8) & UPPER;
    }
    this.lastMask = UPPER >>> (upper.length - n) * 8;
  }

  /** A word of letters alone, of one at least. */
  public static Word of(String letters) {
    if (letters.isEmpty()) {
      throw new IllegalArgumentException("no letter");
    }
    for (int i = 0; i < letters.length(); i++) {
      int upper = letters.charAt(i) & ~0x20;
      if (upper < 'A' || upper > 'Z') {
        throw new IllegalArgumentException(letters);
      }
    }
    return new Word(letters);
  }

  public int length() {
    return text.length();
  }

  /** Are the bytes from {@code from} to before {@code to} this word? */
  public boolean is(byte[] b, int from, int to) {
    return to - from == text.length() && begins(b, from, to);
  }

  /** Do the bytes begin with this word? */
  public boolean begins(byte[] b, int from, int to) {
    if (to - from < text.length()) {
      return false;
    }
    int last = eights.length - 1;
    if (from + last * 8 + 8 > b.length) { // at the end of a block
      return AsciiText.startsWithIgnoreCase(b, from, to, text);
    }
    for (int i = 0; i < last; i++) {
      if ((AsciiText.eight(b, from + i * 8) & UPPER) != eights[i]) {
        return false;
      }
    }
    return (AsciiText.eight(b, from + last * 8) & lastMask) == eights[last];
  }
}
