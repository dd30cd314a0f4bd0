package postmortem.shell;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import postmortem.store.AnswerColumn;
import postmortem.store.QueryException;

/**
 * Columns under one another, as wide as the first rows need; later values that are wider are cut.
 * What would be wider than the screen is written with a line for each value instead.
 */
final class TablePrinter implements AnswerPrinter {

  private static final int SAMPLE = 1000;
  private static final String GAP = "  ";

  private final Display display;

  TablePrinter(Display display) {
    this.display = display;
  }

  @Override
  public void print(Rows rows, OutputStream out) throws IOException, QueryException {
    int[] widths = widths(rows);
    int all = -GAP.length();
    for (int width : widths) {
      all += width + GAP.length();
    }
    if (display.columns() > 0 && all > display.columns() && widths.length > 1) {
      new VerticalPrinter(display).print(rows, out);
      return;
    }
    TextOut text = new TextOut(out);
    head(rows.columns(), widths, text);
    List<@Nullable Object> row = rows.take();
    while (row != null) {
      List<String> cells = new ArrayList<>();
      for (Object value : row) {
        cells.add(display.text(value));
      }
      line(cells, rows.columns(), widths, text);
      row = rows.take();
    }
    text.flush();
  }

  private int[] widths(Rows rows) throws QueryException {
    int[] widths =
        rows.columns().stream()
            .mapToInt(column -> Columns.of(display.text(column.name())))
            .toArray();
    for (List<@Nullable Object> row : rows.peek(SAMPLE)) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], Columns.of(display.text(row.get(i))));
      }
    }
    int most = display.columns() > 0 && widths.length == 1 ? display.columns() : display.cell();
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Math.max(1, Math.min(widths[i], most));
    }
    return widths;
  }

  private void head(List<AnswerColumn> columns, int[] widths, TextOut text) throws IOException {
    line(columns.stream().map(c -> display.text(c.name())).toList(), columns, widths, text);
    List<String> rules = new ArrayList<>();
    for (int width : widths) {
      rules.add("-".repeat(width));
    }
    line(rules, columns, widths, text);
  }

  private static void line(
      List<String> cells, List<AnswerColumn> columns, int[] widths, TextOut text)
      throws IOException {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      boolean number = columns.get(i).kind() == AnswerColumn.Kind.NUMBER;
      line.append(i == 0 ? "" : GAP);
      Columns.pad(Columns.cut(cells.get(i), widths[i]), widths[i], number, line);
    }
    text.text().append(line.toString().stripTrailing());
    text.endLine("\n");
  }
}
