package postmortem.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import postmortem.event.flat.Column;
import postmortem.event.flat.FlatRow;

/**
 * A table with a head (RFC 4180), a line for each event: hidden characters are shown, so that no
 * text ends a line.
 *
 * <p>A text that a spreadsheet would take for a formula has an apostrophe before it: attackers
 * write into logs what they like.
 */
final class EventCsv implements EventWriter {

  private static final String FORMULA = "=+-@\t\r";
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
      case TEXT -> cell(String.valueOf(row.text(column)));
      case INTEGER -> text.append(row.number(column));
      case REAL -> text.append(Metrics.plain(row.real(column)));
      case BOOLEAN -> text.append(row.flag(column));
      case TIME -> text.append(EventColumns.time(row, column));
      case ADDRESS -> text.append(row.address(column));
    }
  }

  /** A text that is there but empty is {@code ""}; a cell with nothing is one that is absent. */
  private void cell(String value) {
    boolean formula = !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0;
    String shown = VisibleText.of(value);
    if (!formula && !shown.isEmpty() && isPlain(shown)) {
      text.append(shown);
      return;
    }
    text.append('"').append(formula ? "'" : "");
    for (int i = 0; i < shown.length(); i++) {
      char c = shown.charAt(i);
      text.append(c == '"' ? "\"\"" : String.valueOf(c));
    }
    text.append('"');
  }

  private static boolean isPlain(String value) {
    return value.indexOf(',') < 0
        && value.indexOf('"') < 0
        && value.charAt(0) != ' '
        && value.charAt(value.length() - 1) != ' ';
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
