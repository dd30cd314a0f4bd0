package postmortem.parser.windows;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** UTF-8 that grows; used again for each record. */
public final class Utf8Text {

  private static final String HEX = "0123456789ABCDEF";
  private static final int REPLACEMENT = 0xfffd;

  private byte[] bytes = new byte[1 << 10];
  private int length;

  public byte[] bytes() {
    return bytes;
  }

  public int length() {
    return length;
  }

  /** Forgets what stands behind a place. */
  public void cut(int to) {
    length = to;
  }

  private void room(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length * 2));
    }
  }

  public void put(int ascii) {
    room(1);
    bytes[length++] = (byte) ascii;
  }

  public void ascii(String text) {
    room(text.length());
    for (int i = 0; i < text.length(); i++) {
      bytes[length++] = (byte) text.charAt(i);
    }
  }

  public void utf8(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    copy(utf8, 0, utf8.length);
  }

  public void copy(byte[] from, int start, int end) {
    room(end - start);
    System.arraycopy(from, start, bytes, length, end - start);
    length += end - start;
  }

  /** Text in some code page. */
  public void copy(byte[] from, int start, int end, Charset charset) {
    for (int i = start; i < end && !charset.equals(StandardCharsets.UTF_8); i++) {
      if (from[i] < 0) {
        byte[] utf8 =
            new String(from, start, end - start, charset).getBytes(StandardCharsets.UTF_8);
        copy(utf8, 0, utf8.length);
        return;
      }
    }
    copy(from, start, end);
  }

  /** Upper-case hex digits of the lowest bits of a number. */
  public void hex(long value, int digits) {
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
      put(HEX.charAt((int) (value >>> shift) & 15));
    }
  }

  /** Lower-case hex digits, as many as the number has. */
  public void hexNumber(long value) {
    int digits = Math.max(1, (67 - Long.numberOfLeadingZeros(value)) / 4);
    room(digits);
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
      int digit = (int) (value >>> shift) & 15;
      bytes[length++] = (byte) (digit < 10 ? '0' + digit : 'a' - 10 + digit);
    }
  }

  /** Decimal digits of a whole number. */
  public void number(long value) {
    if (value == Long.MIN_VALUE) {
      ascii(Long.toString(value));
      return;
    }
    if (value < 0) {
      put('-');
    }
    long rest = Math.abs(value);
    int digits = 1;
    for (long v = rest; v >= 10; v /= 10) {
      digits++;
    }
    digits(rest, digits);
  }

  /** The last decimal digits of a number that is not negative. */
  public void digits(long value, int digits) {
    room(digits);
    long rest = value;
    for (int i = length + digits - 1; i >= length; i--) {
      bytes[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    length += digits;
  }

  /** A character; what is none becomes U+FFFD. */
  public void character(int c) {
    room(4);
    if (c < 0 || c > 0x10ffff || c >= 0xd800 && c <= 0xdfff) {
      c = REPLACEMENT;
    }
    if (c < 0x80) {
      bytes[length++] = (byte) c;
    } else if (c < 0x800) {
      bytes[length++] = (byte) (0xc0 | c >> 6);
      bytes[length++] = (byte) (0x80 | c & 0x3f);
    } else if (c < 0x10000) {
      bytes[length++] = (byte) (0xe0 | c >> 12);
      bytes[length++] = (byte) (0x80 | c >> 6 & 0x3f);
      bytes[length++] = (byte) (0x80 | c & 0x3f);
    } else {
      bytes[length++] = (byte) (0xf0 | c >> 18);
      bytes[length++] = (byte) (0x80 | c >> 12 & 0x3f);
      bytes[length++] = (byte) (0x80 | c >> 6 & 0x3f);
      bytes[length++] = (byte) (0x80 | c & 0x3f);
    }
  }

  /** UTF-16, little end first; half a pair becomes U+FFFD. */
  public void utf16(byte[] b, int from, int to) {
    room((to - from) / 2);
    int i = from;
    int at = length;
    while (i + 1 < to && b[i + 1] == 0 && b[i] >= 0) {
      bytes[at++] = b[i];
      i += 2;
    }
    length = at;
    for (; i + 1 < to; i += 2) {
      int c = b[i] & 0xff | (b[i + 1] & 0xff) << 8;
      if (c >= 0xd800 && c <= 0xdbff && i + 3 < to) {
        int low = b[i + 2] & 0xff | (b[i + 3] & 0xff) << 8;
        if (low >= 0xdc00 && low <= 0xdfff) {
          c = Character.toCodePoint((char) c, (char) low);
          i += 2;
        }
      }
      character(c);
    }
  }

  @Override
  public String toString() {
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }
}
