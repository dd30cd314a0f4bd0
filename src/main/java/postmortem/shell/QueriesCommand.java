package postmortem.shell;

import java.io.IOException;
import java.util.List;
import postmortem.store.QueryException;

/** Lists the questions that have names. */
final class QueriesCommand implements DotCommand {

  @Override
  public String name() {
    return "queries";
  }

  @Override
  public String usage() {
    return "[NAME]";
  }

  @Override
  public String help() {
    return "questions that are ready, and those that were saved; with NAME, its SQL";
  }

  @Override
  public Takes takes() {
    return Takes.QUERY;
  }

  @Override
  public void run(Session session, List<String> words, String rest)
      throws IOException, QueryException {
    StringBuilder text = new StringBuilder();
    if (words.isEmpty()) {
      for (Queries.Query query : session.queries().all()) {
        Columns.pad(query.name(), 24, false, text);
        text.append(' ').append(session.display().text(query.meaning())).append('\n');
      }
    } else {
      session
          .queries()
          .named(words.get(0))
          .sql()
          .lines()
          .forEach(line -> text.append(session.display().text(line)).append('\n'));
    }
    session.show(text.toString());
  }
}
