package postmortem.parser.windows.evtx;

import java.util.Arrays;
import java.util.zip.CRC32;
import postmortem.text.AsciiText;

/**
 * One chunk of an EVTX file: 64 KiB that stand for themselves (evt-evtx-binary.md, 2.2). All places
 * are counted from its start; what lies outside is damage.
 */
final class Chunk {

  static final int SIZE = 1 << 16;
  static final int HEADER = 512;

  private static final byte[] MAGIC = {'E', 'l', 'f', 'C', 'h', 'n', 'k', 0};
  private static final int FREE = 48;
  private static final int RECORDS_CHECKSUM = 52;
  private static final int FLAGS = 120;
  private static final int NO_CHECKSUMS = 4;
  private static final int HEADER_CHECKSUM = 124;
  private static final int CACHES = 128;
  private static final int NAME_HEAD = 8;

  private final byte[] bytes;
  private final int length;

  /**
   * @param length how many bytes of it could be read
   */
  Chunk(byte[] bytes, int length) {
    this.bytes = bytes;
    this.length = length;
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  static boolean isMagic(byte[] b, int at) {
    return at + MAGIC.length <= b.length && Arrays.equals(b, at, at + 8, MAGIC, 0, 8);
  }

  boolean hasMagic() {
    return length >= HEADER && isMagic(bytes, 0);
  }

  /** Where records end, as the header says; the end of the chunk where that cannot be. */
  int free() {
    int free = length < FREE + 4 ? 0 : AsciiText.four(bytes, FREE);
    return free < HEADER || free > SIZE ? SIZE : free;
  }

  boolean isEmpty(int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] != 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * Does it differ from what its checksums say? Not for a part of a chunk, or where it says that it
   * has none.
   */
  boolean isAltered() {
    if (length < SIZE || !hasMagic() || (AsciiText.four(bytes, FLAGS) & NO_CHECKSUMS) != 0) {
      return false;
    }
    CRC32 records = new CRC32();
    records.update(bytes, HEADER, free() - HEADER);
    CRC32 header = new CRC32();
    header.update(bytes, 0, FLAGS);
    header.update(bytes, CACHES, HEADER - CACHES);
    return (int) records.getValue() != AsciiText.four(bytes, RECORDS_CHECKSUM)
        || (int) header.getValue() != AsciiText.four(bytes, HEADER_CHECKSUM);
  }

  void need(int from, int count) throws DamageException {
    if (from < 0 || count < 0 || count > length - from) {
      throw new DamageException("reaches out of its chunk");
    }
  }

  int u8(int at) throws DamageException {
    need(at, 1);
    return bytes[at] & 0xff;
  }

  int u16(int at) throws DamageException {
    need(at, 2);
    return bytes[at] & 0xff | (bytes[at + 1] & 0xff) << 8;
  }

  int i32(int at) throws DamageException {
    need(at, 4);
    return AsciiText.four(bytes, at);
  }

  long i64(int at) throws DamageException {
    need(at, 8);
    return AsciiText.eight(bytes, at);
  }

  /** Checks a name, and returns how many bytes it takes. */
  int nameSize(int at) throws DamageException {
    int size = NAME_HEAD + 2 * u16(at + 6) + 2;
    need(at, size);
    return size;
  }

  /** Can there be a name? */
  boolean isName(int at) {
    if (at < HEADER - 1 || at + NAME_HEAD > length) {
      return false;
    }
    int characters = bytes[at + 6] & 0xff | (bytes[at + 7] & 0xff) << 8;
    return characters > 0 && characters < 512 && at + NAME_HEAD + 2 * characters <= length;
  }

  int nameStart(int at) {
    return at + NAME_HEAD;
  }

  int nameEnd(int at) throws DamageException {
    return at + NAME_HEAD + 2 * u16(at + 6);
  }

  /** Is the UTF-16 text this ASCII word? */
  boolean isWord(int from, int to, String word) {
    if (to - from != 2 * word.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (bytes[from + 2 * i] != word.charAt(i) || bytes[from + 2 * i + 1] != 0) {
        return false;
      }
    }
    return true;
  }
}
