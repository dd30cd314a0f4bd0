package postmortem.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import postmortem.store.QueryException.Why;

/** What the database complains of in one statement, said in one sentence with its place. */
final class Failure {

  private static final String READ =
      """
      SELECT json_extract_string(?1, '$.exception_type'), json_extract_string(?1, '$.exception_message'),
        json_extract_string(?1, '$.location'), json_extract_string(?1, '$.candidates')
      """;

  private final Connection database;
  private final String sql;

  /**
   * @param sql what the places are in
   */
  Failure(Connection database, String sql) {
    this.database = database;
    this.sql = sql;
  }

  QueryException cancelled() {
    return new QueryException(Why.CANCELLED, "cancelled");
  }

  /** The errors of this database are JSON, which it can read itself. */
  QueryException of(SQLException e) {
    String message = String.valueOf(e.getMessage());
    int json = message.indexOf('{');
    if (json >= 0) {
      try (PreparedStatement read = database.prepareStatement(READ)) {
        read.setString(1, message.substring(json));
        try (ResultSet row = read.executeQuery()) {
          if (row.next() && row.getString(2) != null) {
            return of(row.getString(1), row.getString(2), row.getString(3), row.getString(4));
          }
        }
      } catch (SQLException notJson) {
        // then it is what it is
      }
    }
    return new QueryException(Why.WRONG, sentence(message));
  }

  QueryException of(
      @Nullable String type,
      String message,
      @Nullable String location,
      @Nullable String candidates) {
    if ("Interrupt".equalsIgnoreCase(type)) {
      return cancelled();
    }
    int[] place = place(location);
    if ("Permission".equalsIgnoreCase(type) || isFile(message)) {
      return new QueryException(
          Why.REFUSED,
          "refused: a question reads the case, and no file, extension or address",
          place[0],
          place[1]);
    }
    if ("Out of Memory".equalsIgnoreCase(type)) {
      return new QueryException(
          Why.WRONG,
          "this needs more than the "
              + LockedCase.MEMORY
              + " of memory that a question may take: ask for fewer rows, groups or columns");
    }
    return new QueryException(Why.WRONG, sentence(useful(message, candidates)), place[0], place[1]);
  }

  /** A path where a table should be. */
  private static boolean isFile(String message) {
    int end = message.indexOf(" does not exist");
    return message.startsWith("Table with name ")
        && message.lastIndexOf('/', end) + message.lastIndexOf('\\', end) > -2;
  }

  /** "Did you mean pg_enum?" helps nobody. */
  private static String useful(String message, @Nullable String candidates) {
    int hint = message.indexOf("\nDid you mean");
    boolean internal =
        candidates != null && (candidates.startsWith("pg_") || candidates.startsWith("duckdb_"));
    return hint >= 0 && internal ? message.substring(0, hint) : message;
  }

  /** On one line, without lists of what else there is. */
  private static String sentence(String message) {
    int list = message.indexOf("\n\t");
    String text = (list < 0 ? message : message.substring(0, list)).strip();
    StringBuilder out = new StringBuilder();
    for (String line : text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
      boolean ended = out.isEmpty() || ".!?".indexOf(out.charAt(out.length() - 1)) >= 0;
      out.append(out.isEmpty() ? "" : ended ? " " : "; ");
      out.append(line);
    }
    return out.toString();
  }

  /** {@code [start,length]} in bytes, as start and end in chars. */
  private int[] place(@Nullable String location) {
    int comma = location == null ? -1 : location.indexOf(',');
    if (location == null || comma < 2) {
      return new int[] {-1, -1};
    }
    long from = number(location.substring(1, comma));
    long length = number(location.substring(comma + 1, location.length() - 1));
    int start = chars(from);
    return start < 0
        ? new int[] {-1, -1}
        : new int[] {start, Math.max(start, chars(from + length))};
  }

  private static long number(String digits) {
    try {
      return Long.parseLong(digits.strip());
    } catch (NumberFormatException e) {
      return Long.MAX_VALUE / 2; // the largest number says: nowhere
    }
  }

  /** How many chars the first bytes are; -1 where there are not as many. */
  private int chars(long bytes) {
    byte[] all = sql.getBytes(StandardCharsets.UTF_8);
    return bytes > all.length
        ? -1
        : new String(all, 0, (int) bytes, StandardCharsets.UTF_8).length();
  }
}
