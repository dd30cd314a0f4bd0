package postmortem.shell;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import postmortem.store.QueryException;

/** All that the case knows of one finding. */
final class FindingCommand implements DotCommand {

  private static final String HEAD =
      """
      SELECT type, severity, round(confidence, 2) AS confidence, start_time AS "from", end_time AS "to",
        nullif(array_to_string(sources, ', '), '') AS sources, nullif(array_to_string(accounts, ', '), '') AS accounts,
        array_to_string(servers, ', ') AS servers, array_to_string(services, ', ') AS services,
        array_to_string(techniques, ', ') AS techniques, nullif(array_to_string(explains, ', '), '') AS explains,
        records
      FROM findings WHERE id = $id""";
  private static final String STORY =
      "SELECT time, stage, text FROM story WHERE finding = $id ORDER BY time, ordinal";
  private static final String FIGURES =
      """
      SELECT m.key AS metric, m.value ->> '$' AS value, t.value ->> '$' AS threshold
      FROM (SELECT unnest(json_keys(metrics)) AS key, json_extract(metrics, '$."' || key || '"') AS value
        FROM findings WHERE id = $id) m
      LEFT JOIN (SELECT unnest(json_keys(threshold)) AS key,
        json_extract(threshold, '$."' || key || '"') AS value FROM findings WHERE id = $id) t
      ON m.key = t.key
      UNION ALL BY NAME
      SELECT key AS metric, json_extract_string(threshold, '$."' || key || '"') AS threshold
      FROM (SELECT threshold, metrics, unnest(json_keys(threshold)) AS key FROM findings WHERE id = $id)
      WHERE NOT list_contains(json_keys(metrics), key)
      ORDER BY metric""";
  private static final String EVIDENCE =
      """
      SELECT path || ':' || record AS event, text FROM samples JOIN ledger ON ledger.id = samples.ledger
      WHERE finding = $id ORDER BY samples.ledger, samples.record""";

  @Override
  public String name() {
    return "finding";
  }

  @Override
  public String usage() {
    return "ID";
  }

  @Override
  public String help() {
    return "one finding: its story, figures and first records";
  }

  @Override
  public Takes takes() {
    return Takes.FINDING;
  }

  @Override
  public void run(Session session, List<String> words, String rest)
      throws IOException, QueryException {
    if (words.size() != 1) {
      throw new CommandException("it is .finding ID; .findings lists them");
    }
    List<List<@Nullable Object>> found =
        session.rows(
            "SELECT id, title FROM findings WHERE starts_with(id, $word) ORDER BY id",
            Map.of("word", words.get(0)),
            2);
    if (found.isEmpty()) {
      throw new CommandException("there is no finding " + words.get(0) + ": .findings lists them");
    }
    if (found.size() > 1 && !words.get(0).equals(found.get(0).get(0))) {
      throw new CommandException("several findings begin with " + words.get(0));
    }
    Map<String, String> id = Map.of("id", String.valueOf(found.get(0).get(0)));
    Parts parts = new Parts(session);
    parts.title(found.get(0).get(0) + ": " + found.get(0).get(1));
    parts.vertical(HEAD, id);
    parts.table("What happened", STORY, id);
    parts.table("Figures, and the limits that were passed", FIGURES, id);
    parts.table("First records; .evidence EVENT shows one among its neighbours", EVIDENCE, id);
    parts.show();
  }
}
