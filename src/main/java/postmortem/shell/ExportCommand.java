package postmortem.shell;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import postmortem.store.Answer;
import postmortem.store.QueryException;

/** Writes all of the last answer to a file. */
final class ExportCommand implements DotCommand {

  @Override
  public String name() {
    return "export";
  }

  @Override
  public String usage() {
    return "FILE [FORMAT]";
  }

  @Override
  public String help() {
    return "all of the last answer to a file: .csv, .jsonl, .md, .txt";
  }

  @Override
  public Takes takes() {
    return Takes.FORMAT;
  }

  @Override
  public void run(Session session, List<String> words, String rest)
      throws IOException, QueryException {
    if (words.isEmpty() || words.size() > 2) {
      throw new CommandException("it is .export FILE [FORMAT]");
    }
    String sql = session.last();
    if (sql == null) {
      throw new CommandException("nothing has been asked yet");
    }
    Path file = path(words.get(0));
    AnswerFormat format =
        words.size() == 2 ? FormatCommand.format(words.get(1)) : byName(words.get(0));
    long[] count = {0};
    try {
      session
          .outside()
          .export(
              file,
              out -> {
                try (Answer answer = session.opened().ask(sql, session.parameters())) {
                  count[0] = format.print(answer, out, session.zone());
                }
              });
    } catch (IOException e) {
      throw new CommandException("cannot write " + file + ": " + e.getMessage());
    }
    session
        .screen()
        .say("%,d rows written to %s".formatted(count[0], session.display().text(file)));
  }

  static Path path(String word) {
    try {
      return Path.of(word);
    } catch (InvalidPathException e) {
      throw new CommandException("'" + word + "' is no path: " + e.getReason());
    }
  }

  private static AnswerFormat byName(String file) {
    String end = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return switch (end) {
      case "csv" -> AnswerFormat.CSV;
      case "jsonl", "json" -> AnswerFormat.JSONL;
      case "md", "markdown" -> AnswerFormat.MARKDOWN;
      default -> AnswerFormat.TABLE;
    };
  }
}
