package postmortem.shell;

import java.io.IOException;
import java.util.List;
import postmortem.store.QueryException;

/** Gives the last question a name. */
final class SaveCommand implements DotCommand {

  @Override
  public String name() {
    return "save";
  }

  @Override
  public String usage() {
    return "NAME [SQL]";
  }

  @Override
  public String help() {
    return "keep the last question, or SQL, under a name; FROM NAME asks it again";
  }

  @Override
  public void run(Session session, List<String> words, String rest)
      throws IOException, QueryException {
    if (words.isEmpty()) {
      throw new CommandException("it is .save NAME [SQL]");
    }
    String name = words.get(0);
    if (!Queries.isName(name)) {
      throw new CommandException(
          "a name is at most 40 small letters, digits, - and _, and begins with a letter");
    }
    String sql =
        words.size() > 1
            ? rest.substring(rest.indexOf(name) + name.length()).strip()
            : session.last();
    if (sql == null) {
      throw new CommandException("nothing has been asked yet");
    }
    session.define(name, sql);
    session.screen().say(session.queries().save(name, sql));
  }
}
