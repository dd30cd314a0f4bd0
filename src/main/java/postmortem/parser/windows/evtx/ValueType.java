package postmortem.parser.windows.evtx;

/** The types of values in binary XML (evt-evtx-binary.md, 2.5). */
final class ValueType {

  static final int NULL = 0x00;
  static final int STRING = 0x01;
  static final int ANSI = 0x02;
  static final int FILETIME = 0x11;
  static final int BIN_XML = 0x21;
  static final int ARRAY = 0x80;

  private ValueType() {}

  /** How many bytes an item of an array has; 0 where they differ. */
  static int itemSize(int type, int size) {
    return switch (type) {
      case 0x03, 0x04 -> 1;
      case 0x05, 0x06 -> 2;
      case 0x07, 0x08, 0x0b, 0x0d, 0x14 -> 4;
      case 0x09, 0x0a, 0x0c, 0x11, 0x15 -> 8;
      case 0x0f, 0x12 -> 16;
      case 0x10 -> size % 8 == 0 ? 8 : 4;
      default -> 0;
    };
  }

  /** Where the item of an array ends that begins at {@code at}; a string with its NUL. */
  static int itemEnd(byte[] b, int type, int at, int end, int size) {
    int fixed = itemSize(type, size);
    if (fixed > 0) {
      return Math.min(end, at + fixed);
    }
    if (type == STRING) {
      for (int i = at; i + 1 < end; i += 2) {
        if (b[i] == 0 && b[i + 1] == 0) {
          return i + 2;
        }
      }
    } else if (type == ANSI) {
      for (int i = at; i < end; i++) {
        if (b[i] == 0) {
          return i + 1;
        }
      }
    } else if (type == 0x13 && end - at >= 8) {
      return Math.min(end, at + 8 + 4 * (b[at + 1] & 0xff));
    }
    return end;
  }
}
