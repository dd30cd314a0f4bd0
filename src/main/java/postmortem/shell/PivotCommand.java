package postmortem.shell;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import postmortem.store.QueryException;

/** Everything about an address, an account or a message. */
final class PivotCommand implements DotCommand {

  private static final String ABOUT =
      "(peer_address = $value OR account = $lower OR message_id = $value"
          + " OR related_message_id = $value OR lower(sender) = $lower OR lower(recipient) = $lower)";
  private static final String KINDS =
      """
      SELECT kind, outcome, reason, sum("count") AS n, min(time) AS first, max(time) AS last
      FROM events WHERE %s GROUP BY ALL ORDER BY first, kind, outcome, reason"""
          .formatted(ABOUT);
  private static final String TOGETHER =
      """
      SELECT account, peer_address, sum("count") FILTER (outcome = 'accepted') AS accepted,
        sum("count") FILTER (outcome = 'rejected') AS rejected,
        sum("count") FILTER (kind = 'message') AS messages, min(time) AS first, max(time) AS last
      FROM events WHERE %s AND (account IS NOT NULL OR peer_address IS NOT NULL)
      GROUP BY ALL ORDER BY sum("count") DESC, account, peer_address LIMIT 20"""
          .formatted(ABOUT);
  private static final String EVENTS =
      """
      SELECT time, kind, outcome, peer_address, account, sender, recipient,
        path || ':' || record AS event
      FROM events WHERE %s ORDER BY time, ledger, record LIMIT 20"""
          .formatted(ABOUT);
  private static final String FINDINGS =
      """
      SELECT id, severity, start_time AS "from", title FROM findings
      WHERE list_contains(sources, $value) OR list_contains(accounts, $lower)""";
  private static final String INCIDENTS =
      """
      SELECT incident, first, last, attempts, exists, first_success, messages, recipients
      FROM incident_accounts WHERE account = $lower ORDER BY incident""";

  @Override
  public String name() {
    return "pivot";
  }

  @Override
  public String usage() {
    return "VALUE";
  }

  @Override
  public String help() {
    return "everything about an address, an account or a message id";
  }

  @Override
  public Takes takes() {
    return Takes.VALUE;
  }

  @Override
  public void run(Session session, List<String> words, String rest)
      throws IOException, QueryException {
    if (words.size() != 1) {
      throw new CommandException("it is .pivot VALUE: an address, an account or a message id");
    }
    String value = words.get(0).replaceAll("^<|>$", "");
    Map<String, String> both = Map.of("value", value, "lower", value.toLowerCase(Locale.ROOT));
    Parts parts = new Parts(session);
    parts.title(value);
    boolean any = parts.table("What it did", KINDS, both);
    any |= parts.table("Seen together", TOGETHER, both);
    any |= parts.table("Findings that name it", FINDINGS, both);
    any |= parts.table("As a victim in incidents", INCIDENTS, Map.of("lower", both.get("lower")));
    any |= parts.table("First events", EVENTS, both);
    if (!any) {
      throw new CommandException("nothing in the case is about " + value);
    }
    parts.show();
  }
}
