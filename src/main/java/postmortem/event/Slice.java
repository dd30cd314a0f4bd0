package postmortem.event;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A text as a part of a block of bytes that nobody changes any more.
 *
 * <p>Equal if the bytes are. A slice keeps its whole block in memory: {@link #copy()} what is to
 * live longer than the handling of one event.
 */
public final class Slice implements Comparable<Slice> {

  private static final Charset CP1252 = Charset.forName("windows-1252");

  private final byte[] block;
  private final int start;
  private final int end;

  /**
   * The bytes of {@code block} from {@code start} to before {@code end}; the block is not copied.
   */
  public Slice(byte[] block, int start, int end) {
    if (start < 0 || end < start || end > block.length) {
      throw new IndexOutOfBoundsException(start + ".." + end + " of " + block.length);
    }
    this.block = block;
    this.start = start;
    this.end = end;
  }

  /** The UTF-8 bytes of a text, in a block of their own. */
  public static Slice of(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new Slice(bytes, 0, bytes.length);
  }

  byte[] block() {
    return block;
  }

  int start() {
    return start;
  }

  public int length() {
    return end - start;
  }

  public boolean isEmpty() {
    return end == start;
  }

  public byte byteAt(int index) {
    return block[start + index];
  }

  /** The part from {@code from} to before {@code to}, counted from this slice's start. */
  public Slice part(int from, int to) {
    return new Slice(block, start + from, start + to);
  }

  /** The first place of a byte, or -1. */
  public int indexOf(char ascii) {
    for (int i = start; i < end; i++) {
      if (block[i] == ascii) {
        return i - start;
      }
    }
    return -1;
  }

  /** The last place of a byte, or -1. */
  public int lastIndexOf(char ascii) {
    for (int i = end - 1; i >= start; i--) {
      if (block[i] == ascii) {
        return i - start;
      }
    }
    return -1;
  }

  /** Equal to an ASCII text, A to Z as a to z. */
  public boolean equalsIgnoreCase(String ascii) {
    return length() == ascii.length() && startsWithIgnoreCase(ascii);
  }

  /** Equal to another text, A to Z as a to z. */
  public boolean equalsIgnoreCase(Slice other) {
    int n = length();
    if (other.length() != n) {
      return false;
    }
    for (int i = 0; i < n; i++) {
      byte one = block[start + i];
      byte two = other.block[other.start + i];
      if (one != two && lower(one) != lower(two)) {
        return false;
      }
    }
    return true;
  }

  /** Begins with an ASCII text, A to Z as a to z. */
  public boolean startsWithIgnoreCase(String ascii) {
    int n = ascii.length();
    if (length() < n) {
      return false;
    }
    for (int i = 0; i < n; i++) {
      byte is = block[start + i];
      byte wanted = (byte) ascii.charAt(i);
      if (is != wanted && lower(is) != lower(wanted)) {
        return false;
      }
    }
    return true;
  }

  /** A to Z as a to z; every other byte as it is. */
  static byte lower(byte b) {
    return b >= 'A' && b <= 'Z' ? (byte) (b + 32) : b;
  }

  /** The same text in a small block of its own. */
  public Slice copy() {
    return new Slice(bytes(), 0, length());
  }

  /** The same text in a block of its own: a copy, unless this has one. */
  public Slice detached() {
    return block.length == length() ? this : copy();
  }

  /** Copies the bytes to where there is room; the place after the last one. */
  public int copyTo(byte[] to, int at) {
    System.arraycopy(block, start, to, at, length());
    return at + length();
  }

  /** The bytes, as a fresh array. */
  public byte[] bytes() {
    return Arrays.copyOfRange(block, start, end);
  }

  /** The address that the text is, or null. */
  public @Nullable Address address() {
    return Address.parse(block, start, end);
  }

  /** A seeded hash of the bytes. */
  public long hash64() {
    return Hash.of(block, start, end, 0);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Slice that
        && Arrays.equals(block, start, end, that.block, that.start, that.end);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(hash64());
  }

  /** By unsigned bytes. */
  @Override
  public int compareTo(Slice that) {
    return Arrays.compareUnsigned(block, start, end, that.block, that.start, that.end);
  }

  /** Decoded as UTF-8, or as windows-1252 where the bytes are not UTF-8 (iis-smtp.md, 1). */
  @Override
  public String toString() {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(block, start, end - start))
          .toString();
    } catch (CharacterCodingException notUtf8) {
      return new String(block, start, end - start, CP1252);
    }
  }
}
