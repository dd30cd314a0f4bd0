package postmortem.analysis;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Rows of facts as what differs from the row before: neighbours have much in common. First a byte
 * with a bit for each word that differs, then the difference of each of these, seven bits in a
 * byte, the lowest first; where the highest bit is set, more follow.
 */
final class FactDeltas {

  private static final int MORE = 0x80;
  private static final int NOTHING = 0; // ends the rows

  private static final int LONGEST = 1 + 10 * FactRow.WIDTH; // bytes of a row

  private final long[] row = new long[FactRow.WIDTH];
  private final byte[] bytes = new byte[LONGEST];
  private int end; // of the bytes that are written

  /** The row that was read last; changes with the next. */
  long[] row() {
    return row;
  }

  void write(long[] rows, int at, DataOutput out) throws IOException {
    int differing = 0;
    for (int w = 0; w < FactRow.WIDTH; w++) {
      differing |= rows[at + w] == row[w] ? 0 : 1 << w;
    }
    if (differing == NOTHING) {
      differing = 1; // a difference of 0: a record may tell the same thing twice
    }
    end = 0;
    bytes[end++] = (byte) differing;
    for (int w = 0; w < FactRow.WIDTH; w++) {
      if ((differing >>> w & 1) != 0) {
        long by = rows[at + w] - row[w];
        number(by << 1 ^ by >> Long.SIZE - 1);
        row[w] = rows[at + w];
      }
    }
    out.write(bytes, 0, end);
  }

  private void number(long value) {
    long rest = value;
    while (rest >>> 7 != 0) {
      bytes[end++] = (byte) (rest | MORE);
      rest >>>= 7;
    }
    bytes[end++] = (byte) rest;
  }

  /** After the last row. */
  void end(DataOutput out) throws IOException {
    out.writeByte(NOTHING);
  }

  /** Reads the next row; false where there are no more. */
  boolean read(DataInput in) throws IOException {
    int differing = in.readUnsignedByte();
    for (int w = 0; w < FactRow.WIDTH; w++) {
      if ((differing >>> w & 1) != 0) {
        long zigzag = number(in);
        row[w] += zigzag >>> 1 ^ -(zigzag & 1);
      }
    }
    return differing != NOTHING;
  }

  private static long number(DataInput in) throws IOException {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      int next = in.readUnsignedByte();
      value |= (long) (next & MORE - 1) << shift;
      if (next < MORE) {
        return value;
      }
    }
    throw new IOException("not a number");
  }
}
