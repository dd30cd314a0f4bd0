package postmortem.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a file is wrapped in, told by its first bytes and never by its name. */
enum Magic {
  NONE(""),
  GZIP("", 0x1f, 0x8b, 8),
  BZIP2("", 'B', 'Z', 'h'),
  XZ("", 0xfd, '7', 'z', 'X', 'Z', 0),
  ZIP("", 'P', 'K', 3, 4),
  TAR(""),
  SEVEN_ZIP("a 7z archive", '7', 'z', 0xbc, 0xaf, 0x27, 0x1c),
  RAR("a RAR archive", 'R', 'a', 'r', '!', 0x1a, 7),
  ZSTD("compressed by zstd", 0x28, 0xb5, 0x2f, 0xfd),
  LZ4("compressed by lz4", 0x04, 0x22, 0x4d, 0x18),
  COMPRESS("compressed by compress (.Z)", 0x1f, 0x9d),
  CABINET("a cabinet file", 'M', 'S', 'C', 'F', 0, 0, 0, 0);

  /** How many bytes are enough to tell: the header of a tar. */
  static final int LENGTH = 512;

  private static final byte[] ZIP_EMPTY = {'P', 'K', 5, 6};
  private static final byte[] ZIP_SPLIT = {'P', 'K', 7, 8, 'P', 'K', 3, 4};
  private static final byte[] BZIP2_BLOCK = {0x31, 0x41, 0x59, 0x26, 0x53, 0x59};
  private static final byte[] BZIP2_END = {0x17, 0x72, 0x45, 0x38, 0x50, (byte) 0x90};
  private static final int TAR_CHECKSUM = 148;
  private static final int TAR_CHECKSUM_END = 156;

  private final String unreadable;
  private final byte[] bytes;

  Magic(String unreadable, int... bytes) {
    this.unreadable = unreadable;
    this.bytes = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      this.bytes[i] = (byte) bytes[i];
    }
  }

  /** What it is, if that cannot be read here; else "". */
  String unreadable() {
    return unreadable;
  }

  boolean compressor() {
    return this == GZIP || this == BZIP2 || this == XZ;
  }

  /** What the first {@code length} bytes say. */
  static Magic of(byte[] head, int length) {
    for (Magic magic : values()) {
      if (magic.bytes.length > 0 && at(head, length, 0, magic.bytes)) {
        return magic == BZIP2 && !isBzip2(head, length) ? NONE : magic;
      }
    }
    if (at(head, length, 0, ZIP_EMPTY) || at(head, length, 0, ZIP_SPLIT)) {
      return ZIP;
    }
    return isTar(head, length) ? TAR : NONE;
  }

  private static boolean at(byte[] head, int length, int from, byte[] magic) {
    int to = from + magic.length;
    return to <= length && Arrays.equals(head, from, to, magic, 0, magic.length);
  }

  private static boolean isBzip2(byte[] head, int length) {
    return length > 4
        && head[3] >= '1'
        && head[3] <= '9'
        && (at(head, length, 4, BZIP2_BLOCK) || at(head, length, 4, BZIP2_END));
  }

  /**
   * The checksum of a header is there in every kind of tar, the word "ustar" only in newer ones.
   */
  private static boolean isTar(byte[] head, int length) {
    if (length < LENGTH || head[0] == 0) {
      return false;
    }
    long signed = 0;
    long unsigned = 0;
    for (int i = 0; i < LENGTH; i++) {
      byte b = i >= TAR_CHECKSUM && i < TAR_CHECKSUM_END ? (byte) ' ' : head[i];
      signed += b;
      unsigned += b & 0xff;
    }
    String digits =
        new String(head, TAR_CHECKSUM, TAR_CHECKSUM_END - TAR_CHECKSUM, StandardCharsets.US_ASCII);
    long stated = octal(digits);
    return stated == unsigned || stated == signed;
  }

  private static long octal(String field) {
    String digits = field.replace('\0', ' ').trim();
    if (digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '7')) {
      return Long.MIN_VALUE;
    }
    return Long.parseLong(digits, 8);
  }
}
