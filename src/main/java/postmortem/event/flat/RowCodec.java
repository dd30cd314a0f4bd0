package postmortem.event.flat;

import org.jspecify.annotations.Nullable;
import postmortem.event.Slice;

/**
 * Rows as bytes, to be sorted and written to disk; of one version of the program only.
 *
 * <p>A row is its stream, which numbers and which texts there are, and these: numbers of seven bits
 * a byte, texts with twice their length before them; in place of a word of a constant, which most
 * texts are, stands twice its number and one more.
 */
public final class RowCodec {

  /** No row is longer but for its texts. */
  private static final int LONGEST = 10;

  private RowCodec() {}

  /** How many bytes the row takes at most. */
  public static int room(FlatRow row) {
    int bytes = LONGEST * (3 + Column.numbers() + Column.texts());
    for (Column column : Layout.TEXTS) {
      Slice text = row.slice(column);
      bytes += text == null ? 0 : text.length();
    }
    return bytes;
  }

  /** Writes a row to where there is {@link #room}; the place after its last byte. */
  public static int write(FlatRow row, byte[] to, int at) {
    int end = number(row.stream(), to, at);
    end = number(row.present(), to, end);
    end = number(texts(row), to, end);
    for (Column column : Layout.NUMBERS) {
      if (row.has(column)) {
        end = number(zigzag(row.number(column)), to, end);
      }
    }
    for (Column column : Layout.TEXTS) {
      Slice text = row.slice(column);
      if (text != null) {
        end = text(text, to, end);
      }
    }
    return end;
  }

  private static int text(Slice text, byte[] to, int at) {
    int word = Words.id(text);
    if (word != Words.NONE) {
      return number(word << 1 | 1, to, at);
    }
    return text.copyTo(to, number((long) text.length() << 1, to, at));
  }

  private static long texts(FlatRow row) {
    long mask = 0;
    for (Column column : Layout.TEXTS) {
      mask |= row.slice(column) == null ? 0 : 1L << column.slot();
    }
    return mask;
  }

  private static int number(long value, byte[] to, int at) {
    int end = at;
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      to[end++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    to[end++] = (byte) rest;
    return end;
  }

  private static long zigzag(long value) {
    return value << 1 ^ value >> 63;
  }

  /** Reads the row that begins at a place; its texts are slices of {@code block}. */
  public static FlatRow read(byte[] block, int at) {
    return new Input(block, at).row();
  }

  /** Columns by how they are held. */
  private static final class Layout {
    static final Column[] NUMBERS = new Column[Column.numbers()];
    static final Column[] TEXTS = new Column[Column.texts()];

    static {
      for (Column column : Column.values()) {
        (column.isNumber() ? NUMBERS : TEXTS)[column.slot()] = column;
      }
    }
  }

  private static final class Input {
    private final byte[] block;
    private int at;

    Input(byte[] block, int at) {
      this.block = block;
      this.at = at;
    }

    FlatRow row() {
      int stream = (int) next();
      long present = next();
      long there = next();
      long[] numbers = new long[Column.numbers()];
      for (long rest = present; rest != 0; rest &= rest - 1) {
        long value = next();
        numbers[Long.numberOfTrailingZeros(rest)] = value >>> 1 ^ -(value & 1);
      }
      @Nullable Slice[] texts = new @Nullable Slice[Column.texts()];
      for (long rest = there; rest != 0; rest &= rest - 1) {
        texts[Long.numberOfTrailingZeros(rest)] = text();
      }
      return new FlatRow(stream, present, numbers, texts);
    }

    private Slice text() {
      int number = (int) next();
      if ((number & 1) != 0) {
        return Words.word(number >>> 1);
      }
      int start = at;
      at += number >>> 1;
      return new Slice(block, start, at);
    }

    private long next() {
      long value = 0;
      for (int shift = 0; ; shift += 7) {
        byte b = block[at++];
        value |= (b & 0x7fL) << shift;
        if (b >= 0) {
          return value;
        }
      }
    }
  }
}
