package postmortem.shell;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import postmortem.store.QueryException;

/** The sessions of one address. */
final class SessionsCommand implements DotCommand {

  private static final String SQL =
      """
      SELECT time, end_time AS "to", server, service, helo, commands, attempts, messages, delivered,
        session_end AS "end", path || ':' || record AS event
      FROM sessions WHERE peer_address = $address ORDER BY time, ledger, record""";

  @Override
  public String name() {
    return "sessions";
  }

  @Override
  public String usage() {
    return "of ADDRESS";
  }

  @Override
  public String help() {
    return "the SMTP sessions of an address";
  }

  @Override
  public Takes takes() {
    return Takes.VALUE;
  }

  @Override
  public void run(Session session, List<String> words, String rest)
      throws IOException, QueryException {
    boolean of = words.size() == 2 && words.get(0).equalsIgnoreCase("of");
    if (words.size() != 1 && !of) {
      throw new CommandException("it is .sessions of ADDRESS");
    }
    session.show(SQL, Map.of("address", words.get(words.size() - 1)));
  }
}
