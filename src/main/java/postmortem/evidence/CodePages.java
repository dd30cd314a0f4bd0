package postmortem.evidence;

/**
 * Tells code pages apart by how the bytes beyond ASCII stand together: in Western text a letter
 * with an accent stands alone among others, in Cyrillic whole words are of such bytes, and in
 * Chinese and Korean they come in pairs.
 */
final class CodePages {

  /** Fewer tell nothing. */
  private static final int ENOUGH = 8;

  private final int[] firsts = new int[256]; // of pairs
  private int bytes; // beyond ASCII
  private int together; // of those, beside another one
  private int cyrillic; // of those, letters of Cyrillic
  private int runs;
  private int oddRuns;
  private int pairs;
  private int characters; // as Big5 has them, of two bytes
  private int lowSeconds; // of those, with a second byte that is ASCII
  private int common; // of those, that begin as the common ones do

  private CodePages() {}

  /** The code page of text that is not UTF-8 and not Japanese. */
  static Encoding other(byte[]... parts) {
    CodePages all = new CodePages();
    for (byte[] part : parts) {
      all.look(part);
    }
    return all.decide();
  }

  private void look(byte[] part) {
    characters(part);
    int i = 0;
    while (i < part.length) {
      int end = i;
      while (end < part.length && part[end] < 0) {
        end++;
      }
      if (end > i) {
        boolean cut = i == 0 || end == part.length;
        run(part, i, end, cut);
      }
      i = end + 1;
    }
  }

  /** So many bytes beyond ASCII, one behind the other. */
  private void run(byte[] part, int from, int to, boolean cut) {
    int length = to - from;
    bytes += length;
    together += length > 1 ? length : 0;
    for (int i = from; i < to; i++) {
      int b = part[i] & 0xff;
      cyrillic += b >= 0xc0 || b == 0xa8 || b == 0xb8 ? 1 : 0;
    }
    for (int i = from; i + 1 < to; i += 2) {
      firsts[part[i] & 0xff]++;
      pairs++;
    }
    if (cut) {
      return;
    }
    runs++;
    oddRuns += length % 2;
  }

  private void characters(byte[] part) {
    for (int i = 0; i + 1 < part.length; i++) {
      int first = part[i] & 0xff;
      int second = part[i + 1] & 0xff;
      if (first >= 0x80 && second >= 0x40) {
        characters++;
        lowSeconds += second < 0x80 ? 1 : 0;
        common += first > 0xa0 && first < 0xc9 ? 1 : 0;
        i++;
      }
    }
  }

  private Encoding decide() {
    if (isBig5()) {
      return Encoding.supported(Encoding.BIG5, "Big5");
    }
    if (bytes < ENOUGH || together * 10L < bytes * 7L) {
      return Encoding.WINDOWS_1252;
    }
    boolean paired = oddRuns * 20L <= runs; // one word in two has an odd number of letters
    if (!paired) {
      return cyrillic * 10L >= bytes * 9L
          ? Encoding.supported(Encoding.WINDOWS_1251, "windows-1251")
          : Encoding.WINDOWS_1252;
    }
    return hangul() * 10L >= pairs * 8L
        ? Encoding.supported(Encoding.WINDOWS_949, "x-windows-949")
        : Encoding.supported(Encoding.GBK, "GBK");
  }

  /** Of its characters some end in ASCII, and hardly any begin as a Western letter. */
  private boolean isBig5() {
    return characters >= ENOUGH
        && common * 10L >= characters * 9L
        && lowSeconds * 8L > characters
        && lowSeconds * 8L < characters * 7L;
  }

  /** Pairs that begin as the syllables of Korean do. */
  private int hangul() {
    int sum = 0;
    for (int first = 0xb0; first <= 0xc8; first++) {
      sum += firsts[first];
    }
    return sum;
  }
}
