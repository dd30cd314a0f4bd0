package postmortem.shell;

import java.io.IOException;
import java.util.List;
import postmortem.store.QueryException;

/** Values for the parameters of questions. */
final class ParamCommand implements DotCommand {

  @Override
  public String name() {
    return "param";
  }

  @Override
  public String usage() {
    return "[NAME VALUE]";
  }

  @Override
  public String help() {
    return "value of $NAME in questions";
  }

  @Override
  public Takes takes() {
    return Takes.VALUE;
  }

  @Override
  public void run(Session session, List<String> words, String rest)
      throws IOException, QueryException {
    if (words.isEmpty()) {
      StringBuilder text = new StringBuilder();
      session
          .parameters()
          .forEach(
              (name, value) ->
                  text.append(session.display().text("$" + name + " = " + value)).append('\n'));
      session.show(text.toString());
      return;
    }
    if (words.size() != 2) {
      throw new CommandException("it is .param NAME VALUE");
    }
    String name = words.get(0).startsWith("$") ? words.get(0).substring(1) : words.get(0);
    session.parameters().put(name, words.get(1));
  }
}
