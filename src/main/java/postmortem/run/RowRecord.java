package postmortem.run;

import java.nio.ByteBuffer;
import postmortem.event.flat.Column;
import postmortem.event.flat.FlatRow;
import postmortem.event.flat.RowCodec;

/**
 * A row as bytes that sort as the row does: by time, ledger id, offset, and what it says. So rows
 * that are told in any order, by any number of threads, are in one order afterwards.
 */
final class RowRecord {

  /** Time, ledger id and offset, each such that it sorts by unsigned bytes. */
  private static final int KEY = Long.BYTES + Integer.BYTES + Long.BYTES;

  private RowRecord() {}

  /** How many bytes the record takes at most. */
  static int room(FlatRow row) {
    return KEY + RowCodec.room(row);
  }

  /** Writes a record to where there is room; the place after its last byte. */
  static int write(FlatRow row, byte[] to, int at) {
    ByteBuffer.wrap(to, at, KEY)
        .putLong(row.number(Column.TIME) ^ Long.MIN_VALUE)
        .putInt((int) row.number(Column.LEDGER))
        .putLong(row.number(Column.OFFSET));
    return RowCodec.write(row, to, at + KEY);
  }

  /** The row of the record that begins at a place. */
  static FlatRow read(byte[] block, int at) {
    return RowCodec.read(block, at + KEY);
  }
}
