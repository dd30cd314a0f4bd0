package postmortem.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionBuilder;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;
import postmortem.event.Slice;

/**
 * Rows on their way into a table, column by column: the database asks for them in vectors, which
 * costs two thirds of what handing over value by value does. One thread's.
 */
final class Batch {

  private static final int ROWS = 1 << 15;

  private final Connection database;
  private final Table table;
  private final String insert;
  private final List<BatchColumn> columns = new ArrayList<>(); // made for the first row
  private int rows;
  private int handedOver;

  Batch(Connection database, Table table) throws SQLException {
    this.database = database;
    this.table = table;
    String source = "batch_" + table.name();
    insert =
        table.fields().stream()
            .map(field -> field.type().storing(field.quoted()))
            .collect(
                Collectors.joining(
                    ", ",
                    "INSERT INTO " + table.qualified() + " SELECT ",
                    " FROM " + source + "()"));
    try (DuckDBTableFunctionBuilder function = DuckDBFunctions.tableFunction()) {
      function.withName(source).withFunction(new Source()).register(database);
    }
  }

  /** Begins a row; all of it is absent. */
  void begin() throws SQLException {
    if (rows == ROWS) {
      flush();
    }
    if (columns.isEmpty()) {
      table.fields().forEach(field -> columns.add(BatchColumn.of(field.type(), ROWS)));
    }
  }

  /** Sets a number of the row that was begun. */
  void number(int field, long value) {
    ((BatchColumn.Numbers) columns.get(field)).set(rows, value);
  }

  /** Sets a text of the row that was begun. */
  void text(int field, Slice value) {
    ((BatchColumn.Texts) columns.get(field)).set(rows, value);
  }

  /** The row is complete. */
  void end() {
    rows++;
  }

  /** Hands over all rows. */
  void flush() throws SQLException {
    if (rows == 0) {
      return;
    }
    handedOver = 0;
    try (Statement statement = database.createStatement()) {
      statement.execute(insert);
    }
    columns.forEach(column -> column.clear(rows));
    rows = 0;
  }

  /** What the database asks. */
  private final class Source implements DuckDBTableFunction<Source, Source, Source> {
    @Override
    public Source bind(DuckDBTableFunctionBindInfo info) {
      table.fields().forEach(f -> info.addResultColumn(f.name(), f.type().handedOver()));
      return this;
    }

    @Override
    public Source init(DuckDBTableFunctionInitInfo info) {
      info.setMaxThreads(1); // rows stay in their order
      return this;
    }

    @Override
    public long apply(DuckDBTableFunctionCallInfo info, DuckDBDataChunkWriter chunk) {
      int count = (int) Math.min(chunk.capacity(), rows - handedOver);
      for (int i = 0; i < columns.size(); i++) {
        columns.get(i).fill(chunk.vector(i), handedOver, count);
      }
      handedOver += count;
      return count;
    }
  }
}
