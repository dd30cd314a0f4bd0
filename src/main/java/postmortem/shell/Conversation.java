package postmortem.shell;

import java.io.IOException;
import java.nio.file.Path;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import postmortem.report.TerminalText;

/** Question and answer, until somebody has heard enough. */
final class Conversation {

  private static final int LONGEST_NAME = 24;
  private static final int HISTORY = 5000;

  private final Session session;
  private final TerminalScreen screen;
  private final UserFiles files;

  Conversation(Session session, TerminalScreen screen, UserFiles files) {
    this.session = session;
    this.screen = screen;
    this.files = files;
  }

  void run(String name) throws IOException {
    LineReader reader = reader();
    Interpreter interpreter = new Interpreter(session);
    String prompt = TerminalText.of(name, LONGEST_NAME) + "> ";
    screen.say("A question ends with a semicolon; .help lists commands, .incidents what happened.");
    while (!session.isOver()) {
      try {
        interpreter.run(reader.readLine(prompt));
      } catch (UserInterruptException e) {
        // the line is given up, the shell is not
      } catch (EndOfFileException e) {
        session.end();
      }
    }
  }

  private LineReader reader() {
    LineReaderBuilder builder =
        LineReaderBuilder.builder()
            .terminal(screen.terminal())
            .appName("postmortem")
            .parser(new LineParser())
            .completer(new ValueCompleter(session.catalog(), session.queries()))
            .variable(LineReader.SECONDARY_PROMPT_PATTERN, "%P -> ")
            .variable(LineReader.INDENTATION, 0)
            .variable(LineReader.HISTORY_SIZE, HISTORY)
            .variable(LineReader.HISTORY_FILE_SIZE, HISTORY)
            .variable(LineReader.LIST_MAX, 60)
            .option(LineReader.Option.CASE_INSENSITIVE, true)
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .option(LineReader.Option.HISTORY_TIMESTAMPED, false)
            .option(LineReader.Option.BRACKETED_PASTE, !screen.isDumb());
    if (screen.hasColours()) {
      builder.highlighter(new SqlHighlighter(session.catalog()));
    }
    Path history = files.usableHistory();
    if (history != null) {
      builder.variable(LineReader.HISTORY_FILE, history);
    }
    return builder.build();
  }
}
