package postmortem.shell;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import postmortem.report.JsonLines;
import postmortem.store.AnswerColumn;
import postmortem.store.QueryException;

/** An object a line; a value that is absent is null. */
final class JsonLinesPrinter implements AnswerPrinter {

  @Override
  public void print(Rows rows, OutputStream out) throws IOException, QueryException {
    List<String> names = names(rows.columns());
    try (JsonLines lines = new JsonLines(out)) {
      List<@Nullable Object> row = rows.take();
      while (row != null) {
        lines.write(names, row);
        row = rows.take();
      }
    }
  }

  /** An object has each name once: the second one is {@code name_2}. */
  private static List<String> names(List<AnswerColumn> columns) {
    List<String> names = new ArrayList<>();
    Set<String> used = new HashSet<>();
    for (AnswerColumn column : columns) {
      String name = column.name();
      for (int n = 2; !used.add(name); n++) {
        name = column.name() + "_" + n;
      }
      names.add(name);
    }
    return names;
  }
}
