package postmortem.shell;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import postmortem.store.QueryException;

/** What is most frequent: {@code .top 20 account of auth}. */
final class TopCommand implements DotCommand {

  private static final String USAGE = "[N] COLUMN [of TABLE]";

  @Override
  public String name() {
    return "top";
  }

  @Override
  public String usage() {
    return USAGE;
  }

  @Override
  public String help() {
    return "the most frequent values, and when they were seen";
  }

  @Override
  public Takes takes() {
    return Takes.COLUMN;
  }

  @Override
  public void run(Session session, List<String> words, String rest)
      throws IOException, QueryException {
    boolean counted = !words.isEmpty() && words.get(0).matches("\\d{1,6}");
    List<String> left = counted ? words.subList(1, words.size()) : words;
    boolean named = left.size() == 3 && left.get(1).equalsIgnoreCase("of");
    if (left.size() != 1 && !named) {
      throw new CommandException("it is .top " + USAGE);
    }
    String table = RateCommand.table(session, named ? left.get(2) : "events");
    String column = RateCommand.column(session, table, left.get(0));
    String number = session.catalog().column(table, "count") == null ? "1" : "\"count\"";
    String sql =
        """
        SELECT "%1$s", sum(%2$s) AS n, percent(n, sum(n) OVER ()) AS percent, min(time) AS first,
          max(time) AS last
        FROM "%3$s" WHERE "%1$s" IS NOT NULL GROUP BY "%1$s" ORDER BY n DESC, "%1$s"
        LIMIT CAST($most AS BIGINT)"""
            .formatted(column, number, table);
    session.show(sql, Map.of("most", counted ? words.get(0) : "10"));
  }
}
