package postmortem.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * Writes the blocks of a Markdown page. Every text that is handed over is Markdown already: what
 * stems from evidence has been through {@link MarkdownText}.
 */
final class MarkdownPage {

  /** How much of a list is shown; the rest stands in report.json. */
  static final int SHOWN = 50;

  private final Writer out;

  MarkdownPage(Writer out) {
    this.out = out;
  }

  void heading(int level, String text) throws IOException {
    line("#".repeat(level) + " " + text);
    end();
  }

  void paragraph(String text) throws IOException {
    line(text);
    end();
  }

  void item(String text) throws IOException {
    line("- " + text);
  }

  void subItem(String text) throws IOException {
    line("  - " + text);
  }

  void step(int number, String text) throws IOException {
    line(number + ". " + text);
  }

  /** The first rows as a table, and how many more there are; nothing where there are none. */
  void table(Table<?> table, int shown) throws IOException {
    if (table.isEmpty()) {
      return;
    }
    row(table.head());
    line("|" + " --- |".repeat(table.head().size()));
    for (List<Phrase> row : table.rows(shown)) {
      row(row.stream().map(Phrase::markdown).toList());
    }
    end();
    more(table.items().size() - shown);
  }

  private void row(List<String> cells) throws IOException {
    line("| " + String.join(" | ", cells) + " |");
  }

  /** Says how many more there are, if any. */
  void more(int n) throws IOException {
    if (n > 0) {
      paragraph("... and " + n + " more, all in report.json.");
    }
  }

  private void line(String text) throws IOException {
    out.write(text);
    out.write('\n');
  }

  /** Ends a list: an empty line. */
  void end() throws IOException {
    out.write('\n');
  }
}
