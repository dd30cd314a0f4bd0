package postmortem.run;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import postmortem.analysis.RunCursor;
import postmortem.analysis.Spill;
import postmortem.event.flat.FlatRow;

/** Reads one sorted run of rows. */
final class RowCursor implements RunCursor {

  /** So much of a file is written or read at once. */
  static final int BUFFER = 1 << 16;

  private final Spill.Place run;
  private @Nullable DataInputStream in;
  private byte[] record = {};
  private int length;

  RowCursor(Spill.Place run) {
    this.run = run;
  }

  @Override
  public boolean next() throws IOException {
    DataInputStream source = in;
    if (source == null) {
      source = new DataInputStream(new BufferedInputStream(run.in(), BUFFER));
      in = source;
    }
    int first = source.read();
    if (first < 0) {
      return false;
    }
    length = first << 24 | source.readUnsignedByte() << 16 | source.readUnsignedShort();
    record = new byte[length]; // the rows that are read of it keep it
    source.readFully(record);
    return true;
  }

  /** The record that it stands at, to be copied as it is. */
  byte[] record() {
    return record;
  }

  FlatRow row() {
    return RowRecord.read(record, 0);
  }

  static int compare(RowCursor a, RowCursor b) {
    return Arrays.compareUnsigned(a.record, 0, a.length, b.record, 0, b.length);
  }

  @Override
  public void close() throws IOException {
    if (in != null) {
      in.close();
    }
  }
}
