package postmortem.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Reads what {@link GatheredOut} stored; the case is open as long as this is. */
final class GatheredIn extends InputStream {

  private final Path file;
  private final Connection database;
  private final Statement statement;
  private final ResultSet rows;
  private byte[] row = {};
  private int at;

  GatheredIn(Path file) throws IOException {
    this.file = file;
    try {
      database = Database.open(file, true);
      statement = database.createStatement();
      rows = statement.executeQuery("SELECT body FROM data.gathered ORDER BY ordinal");
    } catch (SQLException e) {
      throw Database.failure("read", file, e);
    }
  }

  /** Are there more bytes? */
  boolean hasNext() throws IOException {
    try {
      while (at == row.length) {
        if (!rows.next()) {
          return false;
        }
        row = rows.getBytes(1);
        at = 0;
      }
      return true;
    } catch (SQLException e) {
      throw Database.failure("read", file, e);
    }
  }

  @Override
  public int read() throws IOException {
    return hasNext() ? row[at++] & 0xff : -1;
  }

  @Override
  public int read(byte[] to, int from, int length) throws IOException {
    if (!hasNext()) {
      return -1;
    }
    int next = Math.min(length, row.length - at);
    System.arraycopy(row, at, to, from, next);
    at += next;
    return next;
  }

  @Override
  public void close() throws IOException {
    try (database;
        statement;
        rows) {
      row = new byte[0];
    } catch (SQLException e) {
      throw Database.failure("close", file, e);
    }
  }
}
