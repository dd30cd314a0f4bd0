package postmortem.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import postmortem.report.TerminalText;
import postmortem.store.QueryException;

/** Does what lines say, and remembers whether all of it could be done. */
final class Interpreter {

  private static final int LONGEST = 500;

  private final Session session;
  private boolean failed;

  Interpreter(Session session) {
    this.session = session;
  }

  /** Could something not be done? */
  boolean hasFailed() {
    return failed;
  }

  /** Does what a text says: a command, or statements. */
  void run(String text) throws IOException {
    if (isCommand(text)) {
      command(text.strip());
      return;
    }
    for (String statement : Statements.of(text)) {
      statement(statement);
    }
  }

  /** Reads lines to their end, or to .quit. */
  void run(BufferedReader lines) throws IOException {
    StringBuilder pending = new StringBuilder();
    String line = lines.readLine();
    while (line != null && !session.isOver()) {
      if (isBlank(pending) && isCommand(line)) {
        command(line.strip());
      } else {
        pending.append(line).append('\n');
        if (line.indexOf(';') >= 0 && Statements.isComplete(pending.toString())) {
          run(pending.toString());
          pending.setLength(0);
        }
      }
      line = lines.readLine();
    }
    if (!session.isOver()) {
      run(pending.toString());
    }
  }

  private static boolean isBlank(StringBuilder text) {
    return Statements.of(text.toString()).isEmpty() && Statements.isComplete(text.toString());
  }

  static boolean isCommand(String line) {
    String text = line.stripLeading();
    return text.startsWith(".") && text.length() > 1 && Character.isLetter(text.charAt(1));
  }

  private void statement(String sql) throws IOException {
    try {
      session.ask(sql);
    } catch (QueryException e) {
      failed = true;
      session.screen().complain(Complaint.line(e), Complaint.place(sql, e));
    }
  }

  private void command(String line) throws IOException {
    String text = line.endsWith(";") ? line.substring(0, line.length() - 1) : line;
    int end = 1;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    String name = text.substring(1, end).toLowerCase(Locale.ROOT);
    String rest = text.substring(end).strip();
    try {
      List<String> words = Words.of(rest);
      DotCommands.named(name).run(session, words, rest);
    } catch (CommandException e) {
      complain(String.valueOf(e.getMessage()));
    } catch (QueryException e) {
      complain(Complaint.line(e));
    }
  }

  private void complain(String line) {
    failed = true;
    session.screen().complain(TerminalText.of(line, LONGEST), "");
  }
}
