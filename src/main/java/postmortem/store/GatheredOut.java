package postmortem.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;

/** What was gathered on its way into a case: bytes, as rows of some size. */
final class GatheredOut extends OutputStream {

  private static final int ROW = 1 << 20;

  private final Path file;
  private final Connection database;
  private final byte[] row = new byte[ROW];
  private int end;
  private int rows;

  GatheredOut(Path file, Connection database) {
    this.file = file;
    this.database = database;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    for (int done = 0; done < length; ) {
      int next = Math.min(length - done, ROW - end);
      System.arraycopy(bytes, from + done, row, end, next);
      end += next;
      done += next;
      if (end == ROW) {
        store();
      }
    }
  }

  private void store() throws IOException {
    try (PreparedStatement insert =
        database.prepareStatement("INSERT INTO data.gathered VALUES (?, ?)")) {
      insert.setInt(1, rows++);
      insert.setBytes(2, Arrays.copyOf(row, end));
      insert.execute();
      end = 0;
    } catch (SQLException e) {
      throw Database.failure("write", file, e);
    }
  }

  /** Stores the last of it. */
  @Override
  public void close() throws IOException {
    if (end > 0) {
      store();
    }
  }
}
