package postmortem.shell;

import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.Locale;
import postmortem.store.Answer;
import postmortem.store.QueryException;

/** The forms in which answers are written. */
public enum AnswerFormat {
  /** Columns under one another, for people. */
  TABLE,
  /** A line for each value that is there, for people and wide rows. */
  VERTICAL,
  /** RFC 4180. */
  CSV,
  /** An object a line. */
  JSONL,
  /** A table of GitHub's Markdown. */
  MARKDOWN;

  /** As {@code --format} spells it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  AnswerPrinter printer(Display display) {
    return switch (this) {
      case TABLE -> new TablePrinter(display);
      case VERTICAL -> new VerticalPrinter(display);
      case CSV -> new CsvPrinter();
      case JSONL -> new JsonLinesPrinter();
      case MARKDOWN -> new MarkdownPrinter(display);
    };
  }

  /**
   * Writes an answer, row after row.
   *
   * @param zone in which people are told times; programs are told UTC
   * @return how many rows
   * @throws IOException where the target fails
   * @throws QueryException where the rest cannot be worked out
   */
  public long print(Answer answer, OutputStream out, ZoneId zone)
      throws IOException, QueryException {
    Rows rows = new Rows(answer, Long.MAX_VALUE);
    printer(Display.UNLIMITED.withZone(zone)).print(rows, out);
    return rows.taken();
  }
}
