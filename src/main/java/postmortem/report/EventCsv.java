package postmortem.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import postmortem.event.flat.Column;
import postmortem.event.flat.FlatRow;

/**
 * A table with a head (RFC 4180), a line for each event; a cell with nothing is one that is absent.
 */
final class EventCsv implements EventWriter {

  private static final int FULL = 1 << 15;

  private final OutputStream out;
  private final StringBuilder text = new StringBuilder();

  EventCsv(OutputStream out) throws IOException {
    this.out = out;
    for (Column column : Column.values()) {
      text.append(text.isEmpty() ? "" : ",").append(column.id());
    }
    text.append("\r\n");
    flush();
  }

  @Override
  public void write(FlatRow row) throws IOException {
    boolean first = true;
    for (Column column : Column.values()) {
      if (!first) {
        text.append(',');
      }
      first = false;
      if (row.has(column)) {
        cell(row, column);
      }
    }
    text.append("\r\n");
    if (text.length() >= FULL) {
      flush();
    }
  }

  private void cell(FlatRow row, Column column) {
    switch (column.type()) {
      case TEXT -> CsvText.append(String.valueOf(row.text(column)), text);
      case INTEGER -> text.append(row.number(column));
      case REAL -> text.append(Metrics.plain(row.real(column)));
      case BOOLEAN -> text.append(row.flag(column));
      case TIME -> text.append(EventColumns.time(row, column));
      case ADDRESS -> text.append(row.address(column));
    }
  }

  private void flush() throws IOException {
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    text.setLength(0);
  }

  @Override
  public void close() throws IOException {
    flush();
    out.flush();
  }
}
