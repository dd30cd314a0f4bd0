package postmortem.shell;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The form of answers. */
final class FormatCommand implements DotCommand {

  @Override
  public String name() {
    return "format";
  }

  @Override
  public String usage() {
    return "[FORMAT]";
  }

  @Override
  public String help() {
    return "form of answers: table, vertical, csv, jsonl, markdown";
  }

  @Override
  public Takes takes() {
    return Takes.FORMAT;
  }

  @Override
  public void run(Session session, List<String> words, String rest) {
    if (words.size() > 1) {
      throw new CommandException("it is .format FORMAT");
    }
    if (!words.isEmpty()) {
      session.format(format(words.get(0)));
    }
    session.screen().say("answers are shown as " + session.format().id());
  }

  static AnswerFormat format(String word) {
    return Arrays.stream(AnswerFormat.values())
        .filter(format -> format.id().equals(word.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () -> new CommandException(word + " is none of table, vertical, csv, jsonl, markdown"));
  }
}
