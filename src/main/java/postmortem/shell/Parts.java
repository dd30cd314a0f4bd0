package postmortem.shell;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import postmortem.store.Answer;
import postmortem.store.QueryException;

/** Several short answers under headings, shown as one. */
final class Parts {

  private static final int MOST = 200;

  private final Session session;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  Parts(Session session) {
    this.session = session;
  }

  void title(String text) {
    line((out.size() == 0 ? "" : "\n") + session.display().text(text));
  }

  /** Text of our own. */
  void line(String text) {
    out.writeBytes((text + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** An answer of one row, without its number. */
  void vertical(String sql, Map<String, String> values) throws IOException, QueryException {
    ByteArrayOutputStream rows = new ByteArrayOutputStream();
    print(new VerticalPrinter(session.display()), sql, values, rows);
    String text = rows.toString(StandardCharsets.UTF_8);
    out.writeBytes(text.substring(text.indexOf('\n') + 1).getBytes(StandardCharsets.UTF_8));
  }

  /** An answer under a heading; nothing where it has no rows. */
  boolean table(String heading, String sql, Map<String, String> values)
      throws IOException, QueryException {
    ByteArrayOutputStream rows = new ByteArrayOutputStream();
    long count = print(session.format().printer(session.display()), sql, values, rows);
    if (count == 0) {
      return false;
    }
    title(heading);
    out.writeBytes(rows.toByteArray());
    if (count == MOST) {
      line("(the first " + MOST + ")");
    }
    return true;
  }

  private long print(
      AnswerPrinter printer, String sql, Map<String, String> values, ByteArrayOutputStream to)
      throws IOException, QueryException {
    try (Answer answer = session.opened().ask(sql, values)) {
      Rows rows = new Rows(answer, MOST);
      printer.print(rows, to);
      return rows.taken();
    }
  }

  void show() throws IOException, QueryException {
    session.screen().show(out::writeTo);
  }
}
