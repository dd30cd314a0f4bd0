package postmortem.shell;

import java.io.IOException;
import java.util.List;
import postmortem.store.QueryException;

/** Says what can be typed. */
final class HelpCommand implements DotCommand {

  @Override
  public String name() {
    return "help";
  }

  @Override
  public String usage() {
    return "[COMMAND]";
  }

  @Override
  public String help() {
    return "this";
  }

  @Override
  public Takes takes() {
    return Takes.COMMAND;
  }

  @Override
  public void run(Session session, List<String> words, String rest)
      throws IOException, QueryException {
    StringBuilder text = new StringBuilder();
    if (!words.isEmpty()) {
      if (words.get(0).equals("log-parser")) {
        session.show(logParser());
        return;
      }
      String name = words.get(0).startsWith(".") ? words.get(0).substring(1) : words.get(0);
      append(DotCommands.named(name), text);
      session.show(text.toString());
      return;
    }
    text.append("A question is SQL and ends with a semicolon: FROM auth LIMIT 10;\n\n");
    DotCommands.ALL.forEach(command -> append(command, text));
    text.append("\n.help log-parser says how questions of Log Parser are put here.\n");
    text.append("Tab completes. Ctrl-R searches what was asked. Ctrl-C ends a question.\n");
    session.show(text.toString());
  }

  private static String logParser() {
    StringBuilder text = new StringBuilder();
    for (LogParserQuestion question : LogParserQuestion.all()) {
      text.append(question.before()).append('\n');
      text.append("    ").append(question.here()).append("\n");
    }
    text.append("No name is ever looked up in the network: there is nothing for REVERSEDNS.\n");
    return text.toString();
  }

  private static void append(DotCommand command, StringBuilder text) {
    String head = "." + command.name() + " " + command.usage();
    Columns.pad(head, 32, false, text);
    text.append(' ').append(command.help()).append('\n');
  }
}
