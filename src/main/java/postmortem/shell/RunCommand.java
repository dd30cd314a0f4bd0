package postmortem.shell;

import java.io.IOException;
import java.util.List;
import postmortem.store.QueryException;

/** Asks a question that has a name. */
final class RunCommand implements DotCommand {

  @Override
  public String name() {
    return "run";
  }

  @Override
  public String usage() {
    return "NAME [PARAMETER=VALUE]...";
  }

  @Override
  public String help() {
    return "ask a question that is ready or was saved";
  }

  @Override
  public Takes takes() {
    return Takes.QUERY;
  }

  @Override
  public void run(Session session, List<String> words, String rest)
      throws IOException, QueryException {
    if (words.isEmpty()) {
      throw new CommandException("it is .run NAME [PARAMETER=VALUE]...; .queries lists them");
    }
    for (String word : words.subList(1, words.size())) {
      int equals = word.indexOf('=');
      if (equals < 1) {
        throw new CommandException("'" + word + "' is not PARAMETER=VALUE");
      }
      session.parameters().put(word.substring(0, equals), word.substring(equals + 1));
    }
    session.ask(session.queries().named(words.get(0)).sql());
  }
}
