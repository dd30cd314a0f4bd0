package postmortem.shell;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import postmortem.store.QueryException;

/**
 * A command that asks one question.
 *
 * @param all the question without a word
 * @param one the question with a word, which is {@code $word}; "" where there is none
 */
record AskingCommand(String name, String usage, String help, Takes takes, String all, String one)
    implements DotCommand {

  @Override
  public void run(Session session, List<String> words, String rest)
      throws IOException, QueryException {
    if (words.isEmpty() && !all.isEmpty()) {
      session.show(all, Map.of());
    } else if (words.size() == 1 && !one.isEmpty()) {
      session.show(one, Map.of("word", words.get(0)));
    } else {
      throw new CommandException("it is ." + name + " " + usage);
    }
  }
}
