package postmortem.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Reads what {@link GatheredOut} stored; the case is open as long as this is. */
final class GatheredIn extends InputStream {

  private final Path file;
  private final Connection database;
  private byte[] row = {};
  private int at;
  private int rows; // that were read

  GatheredIn(Path file) throws IOException {
    this.file = file;
    try {
      database = Database.open(file, true);
    } catch (SQLException e) {
      throw Database.failure("read", file, e);
    }
  }

  private boolean hasNext() throws IOException {
    while (at == row.length) {
      byte[] next = next();
      if (next == null) {
        return false;
      }
      row = next;
      at = 0;
    }
    return true;
  }

  /** One at a time: the driver keeps all rows of an answer. */
  private byte @Nullable [] next() throws IOException {
    try (PreparedStatement select =
        database.prepareStatement("SELECT body FROM data.gathered WHERE ordinal = ?")) {
      select.setInt(1, rows++);
      try (ResultSet found = select.executeQuery()) {
        return found.next() ? found.getBytes(1) : null;
      }
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
    try {
      database.close();
    } catch (SQLException e) {
      throw Database.failure("close", file, e);
    }
  }
}
