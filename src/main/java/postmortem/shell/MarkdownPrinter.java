package postmortem.shell;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import postmortem.report.CellText;
import postmortem.report.MarkdownText;
import postmortem.store.AnswerColumn;
import postmortem.store.QueryException;

/** A table of GitHub's Markdown; the mark-up of values is escaped. */
final class MarkdownPrinter implements AnswerPrinter {

  private final Display display;

  MarkdownPrinter(Display display) {
    this.display = display;
  }

  @Override
  public void print(Rows rows, OutputStream out) throws IOException, QueryException {
    TextOut text = new TextOut(out);
    for (AnswerColumn column : rows.columns()) {
      text.text().append("| ").append(MarkdownText.cell(column.name())).append(' ');
    }
    text.endLine("|\n");
    for (AnswerColumn column : rows.columns()) {
      text.text().append(column.kind() == AnswerColumn.Kind.NUMBER ? "| ---: " : "| --- ");
    }
    text.endLine("|\n");
    List<@Nullable Object> row = rows.take();
    while (row != null) {
      for (int i = 0; i < row.size(); i++) {
        text.text().append("| ").append(cell(row.get(i), rows.columns().get(i))).append(' ');
      }
      text.endLine("|\n");
      row = rows.take();
    }
    text.flush();
  }

  private String cell(@Nullable Object value, AnswerColumn column) {
    if (value == null) {
      return "";
    }
    return switch (column.kind()) {
      case NUMBER -> CellText.of(value);
      case TIME -> display.text(value);
      case TEXT, OTHER -> MarkdownText.cell(CellText.of(value));
    };
  }
}
