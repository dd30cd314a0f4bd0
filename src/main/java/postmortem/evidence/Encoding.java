package postmortem.evidence;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** How the bytes of a file stand for characters. */
public enum Encoding {
  ASCII("ascii"),
  UTF_8("utf-8"),
  UTF_16LE("utf-16le"),
  UTF_16BE("utf-16be"),
  /** Text, but not UTF-8; which code page it is in, nothing tells. */
  WINDOWS_1252("windows-1252"),
  /** Text in the code page of Japanese Windows, as pairs of bytes show that no other has. */
  WINDOWS_31J("cp932"),
  /** Text of a Western console, whose letters with accents stand where pairs of Japanese begin. */
  IBM_850("cp850"),
  /** Cyrillic of Windows: words of letters beyond ASCII. */
  WINDOWS_1251("windows-1251"),
  /** Simplified Chinese. */
  GBK("gbk"),
  /** Traditional Chinese. */
  BIG5("big5"),
  /** Korean. */
  WINDOWS_949("cp949"),
  BINARY("binary"),
  EMPTY("empty");

  /** A file has to have so many bytes before a pattern of zero bytes says anything. */
  private static final int PATTERN = 16;

  /** One control character in so many bytes is more than text has. */
  private static final int TEXT = 50;

  private final String id;

  Encoding(String id) {
    this.id = id;
  }

  /** The name in the ledger. */
  public String id() {
    return id;
  }

  /** What decodes it; what is no text is taken for UTF-8. */
  public Charset charset() {
    return switch (this) {
      case WINDOWS_1252 -> Charset.forName("windows-1252");
      case WINDOWS_31J -> Charset.forName("windows-31j");
      case IBM_850 -> Charset.forName("IBM850");
      case WINDOWS_1251 -> Charset.forName("windows-1251");
      case GBK -> Charset.forName("GBK");
      case BIG5 -> Charset.forName("Big5");
      case WINDOWS_949 -> Charset.forName("x-windows-949");
      default -> StandardCharsets.UTF_8;
    };
  }

  /** Is it a code page other than the Western one, which is what text is taken for? */
  public boolean isCodePage() {
    return switch (this) {
      case WINDOWS_31J, IBM_850, WINDOWS_1251, GBK, BIG5, WINDOWS_949 -> true;
      case ASCII, UTF_8, UTF_16LE, UTF_16BE, WINDOWS_1252, BINARY, EMPTY -> false;
    };
  }

  boolean isUtf16() {
    return this == UTF_16LE || this == UTF_16BE;
  }

  /**
   * UTF-16 as the first bytes of a file show it, by a byte order mark or by zero bytes at every
   * other place; else null.
   */
  static @Nullable Encoding utf16(byte[] head, int length) {
    if (length >= 2 && (head[0] & 0xff) == 0xff && (head[1] & 0xff) == 0xfe) {
      boolean utf32 = length >= 4 && head[2] == 0 && head[3] == 0;
      return utf32 ? null : UTF_16LE;
    }
    if (length >= 2 && (head[0] & 0xff) == 0xfe && (head[1] & 0xff) == 0xff) {
      return UTF_16BE;
    }
    if (length < PATTERN) {
      return null;
    }
    if (isPattern(head, length, 0)) {
      return UTF_16LE;
    }
    return isPattern(head, length, 1) ? UTF_16BE : null;
  }

  /**
   * Do the bytes at every other place look like ASCII text, seven in ten of them, and those between
   * them like the upper halves of it?
   */
  private static boolean isPattern(byte[] head, int length, int low) {
    int units = length / 2;
    int ascii = 0;
    for (int i = 0; i < 2 * units; i += 2) {
      byte c = head[i + low];
      byte upper = head[i + 1 - low];
      if (c == 0) {
        return false; // U+0000 and U+xx00 are no part of a log, but of every binary format
      }
      if (upper == 0 && (c >= ' ' || c == '\t' || c == '\r' || c == '\n')) {
        ascii++;
      }
    }
    return ascii * 10L >= units * 7L;
  }

  /**
   * Of parts of a file that is not in UTF-16. The first part begins at the file's start; each may
   * be cut in the middle of a character.
   */
  public static Encoding of(byte[]... parts) {
    boolean ascii = true;
    Utf8Check utf8 = new Utf8Check();
    long bytes = 0;
    long controls = 0;
    for (byte[] part : parts) {
      bytes += part.length;
      controls += controls(part);
      ascii &= isAscii(part);
      utf8.look(part);
    }
    if (bytes == 0) {
      return EMPTY;
    }
    if (controls * TEXT > bytes) {
      return BINARY;
    }
    if (ascii) {
      return ASCII;
    }
    if (utf8.isLikely()) {
      return UTF_8;
    }
    return codePage(parts);
  }

  /**
   * Japanese where most bytes beyond ASCII make pairs of code page 932 that begin with a byte which
   * Western text hardly has; but in Japanese one pair follows another, and a letter with an accent
   * stands between others.
   */
  private static Encoding codePage(byte[]... parts) {
    int pairs = 0;
    int others = 0;
    int alone = 0;
    for (byte[] part : parts) {
      for (int i = 0; i < part.length; i++) {
        int lead = part[i] & 0xff;
        if (lead < 0x80) {
          continue;
        }
        int trail = i + 1 < part.length ? part[i + 1] & 0xff : 0;
        boolean pair = lead > 0x80 && lead < 0xa0 || lead >= 0xe0 && lead < 0xfd;
        if (pair && trail >= 0x40 && trail != 0x7f && trail < 0xfd) {
          pairs += lead < 0xa0 ? 1 : 0;
          others += lead < 0xa0 ? 0 : 1;
          boolean follows = i > 1 && part[i - 1] < 0 || i > 2 && part[i - 2] < 0;
          boolean isFollowed = trail >= 0x80 || i + 2 < part.length && part[i + 2] < 0;
          alone += lead < 0xa0 && !follows && !isFollowed ? 1 : 0;
          i++;
        } else if (lead <= 0xa0 || lead >= 0xe0) {
          others++;
        }
      }
    }
    if (pairs <= 4 * others) {
      return CodePages.other(parts);
    }
    return 2 * alone > pairs ? supported(IBM_850, "IBM850") : supported(WINDOWS_31J, "windows-31j");
  }

  static Encoding supported(Encoding encoding, String charset) {
    return Charset.isSupported(charset) ? encoding : WINDOWS_1252;
  }

  private static int controls(byte[] part) {
    int n = 0;
    for (byte b : part) {
      if (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1b) {
        n++;
      }
    }
    return n;
  }

  private static boolean isAscii(byte[] part) {
    for (byte b : part) {
      if (b < 0) {
        return false;
      }
    }
    return true;
  }
}
