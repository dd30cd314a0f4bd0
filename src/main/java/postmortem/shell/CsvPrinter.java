package postmortem.shell;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import postmortem.report.CellText;
import postmortem.report.CsvText;
import postmortem.store.AnswerColumn;
import postmortem.store.QueryException;

/** A table with a head (RFC 4180); a cell with nothing is a value that is absent. */
final class CsvPrinter implements AnswerPrinter {

  @Override
  public void print(Rows rows, OutputStream out) throws IOException, QueryException {
    TextOut text = new TextOut(out);
    boolean first = true;
    for (AnswerColumn column : rows.columns()) {
      text.text().append(first ? "" : ",");
      CsvText.append(column.name(), text.text());
      first = false;
    }
    text.endLine("\r\n");
    List<@Nullable Object> row = rows.take();
    while (row != null) {
      line(row, text);
      row = rows.take();
    }
    text.flush();
  }

  private static void line(List<@Nullable Object> row, TextOut text) throws IOException {
    for (int i = 0; i < row.size(); i++) {
      Object value = row.get(i);
      text.text().append(i == 0 ? "" : ",");
      if (value instanceof Number || value instanceof Boolean) {
        text.text().append(CellText.of(value));
      } else if (value != null) {
        CsvText.append(CellText.of(value), text.text());
      }
    }
    text.endLine("\r\n");
  }
}
