package postmortem.shell;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import postmortem.store.QueryException;

/** A line for each value that is there: rows of many columns have few. */
final class VerticalPrinter implements AnswerPrinter {

  private final Display display;

  VerticalPrinter(Display display) {
    this.display = display;
  }

  @Override
  public void print(Rows rows, OutputStream out) throws IOException, QueryException {
    List<String> names = rows.columns().stream().map(c -> display.text(c.name())).toList();
    int widest = names.stream().mapToInt(Columns::of).max().orElse(0);
    TextOut text = new TextOut(out);
    List<@Nullable Object> row = rows.take();
    while (row != null) {
      text.text().append("-- ").append(rows.taken()).append(" --");
      text.endLine("\n");
      for (int i = 0; i < names.size(); i++) {
        if (row.get(i) != null) {
          Columns.pad(names.get(i), widest, true, text.text());
          text.text().append(": ").append(display.text(row.get(i)));
          text.endLine("\n");
        }
      }
      row = rows.take();
    }
    text.flush();
  }
}
