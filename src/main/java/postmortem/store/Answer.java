package postmortem.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a question came to, row after row as it is worked out: never all of it in memory. Belongs to
 * one thread; {@link LockedCase#cancel} may come from another one.
 */
public final class Answer implements AutoCloseable {

  private final LockedCase owner;
  private final PreparedStatement statement;
  private final ResultSet rows;
  private final List<AnswerColumn> columns;
  private final Failure failure;
  private volatile boolean cancelled;

  Answer(LockedCase owner, PreparedStatement statement, ResultSet rows, Failure failure)
      throws SQLException {
    this.owner = owner;
    this.statement = statement;
    this.rows = rows;
    this.failure = failure;
    List<AnswerColumn> all = new ArrayList<>();
    ResultSetMetaData meta = rows.getMetaData();
    for (int i = 1; i <= meta.getColumnCount(); i++) {
      String type = meta.getColumnTypeName(i);
      all.add(new AnswerColumn(meta.getColumnLabel(i), type, AnswerColumn.kind(type)));
    }
    this.columns = List.copyOf(all);
  }

  public List<AnswerColumn> columns() {
    return columns;
  }

  /**
   * Goes on to the next row; before the first one there is none.
   *
   * @return false where there are no more
   * @throws QueryException where the rest cannot be worked out, or is not wanted any more
   */
  public boolean next() throws QueryException {
    try {
      // the driver goes on with what it has already begun
      if (cancelled) {
        throw failure.cancelled();
      }
      return rows.next();
    } catch (SQLException e) {
      throw cancelled ? failure.cancelled() : failure.of(e);
    }
  }

  /**
   * The values of this row: null, String, Long, Double, BigInteger, BigDecimal, Boolean, Instant, a
   * List of these, or a Map of them by name, in its own order.
   *
   * @throws QueryException where a value cannot be read
   */
  public List<@Nullable Object> row() throws QueryException {
    List<@Nullable Object> row = new ArrayList<>(columns.size());
    try {
      for (int i = 1; i <= columns.size(); i++) {
        row.add(AnswerValue.of(rows, i, columns.get(i - 1)));
      }
    } catch (SQLException e) {
      throw failure.of(e);
    }
    return row;
  }

  void cancel() {
    cancelled = true;
    try {
      statement.cancel();
    } catch (SQLException ended) {
      // then nothing is worked out any more
    }
  }

  @Override
  public void close() {
    owner.done(this);
    try {
      rows.close();
      statement.close();
    } catch (SQLException nothingIsLost) {
      // what was wanted of it has been read
    }
  }
}
