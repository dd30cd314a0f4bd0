package postmortem.shell;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import postmortem.shell.Outside.RecordPlace;
import postmortem.store.QueryException;

/** One record as it stands in the evidence, between its neighbours. */
final class EvidenceCommand implements DotCommand {

  private static final String FILE =
      """
      SELECT id, path FROM ledger WHERE path = $path OR CAST(id AS VARCHAR) = $path
        OR ends_with(path, '/' || $path)
      ORDER BY path = $path DESC, id""";
  private static final String NEIGHBOURS =
      """
      WITH places AS (
        SELECT DISTINCT record, "offset", length FROM events
        WHERE ledger = CAST($ledger AS INTEGER) AND abs(record - CAST($record AS BIGINT)) < 1000)
      (SELECT * FROM places WHERE record < CAST($record AS BIGINT) ORDER BY record DESC LIMIT 3)
      UNION ALL (SELECT * FROM places WHERE record >= CAST($record AS BIGINT) ORDER BY record LIMIT 4)
      ORDER BY record""";
  private static final String EVENTS =
      """
      SELECT CASE WHEN record = CAST($record AS BIGINT) THEN '>' ELSE '' END AS "at", record, time, kind,
        peer_address, account, outcome, sender, recipient
      FROM events WHERE ledger = CAST($ledger AS INTEGER)
        AND record BETWEEN CAST($first AS BIGINT) AND CAST($last AS BIGINT)
      ORDER BY record, time LIMIT 40""";
  private static final String SAMPLE =
      "SELECT text FROM samples WHERE ledger = CAST($ledger AS INTEGER)"
          + " AND record = CAST($record AS BIGINT) AND text IS NOT NULL LIMIT 1";

  @Override
  public String name() {
    return "evidence";
  }

  @Override
  public String usage() {
    return "PATH:RECORD";
  }

  @Override
  public String help() {
    return "a record as it was logged, and its neighbours; also LEDGER:RECORD";
  }

  @Override
  public void run(Session session, List<String> words, String rest)
      throws IOException, QueryException {
    int colon = rest.lastIndexOf(':');
    int at = rest.indexOf('@', Math.max(0, colon));
    String number = colon < 0 ? "" : rest.substring(colon + 1, at < 0 ? rest.length() : at);
    if (number.isEmpty() || number.length() > 18 || !number.chars().allMatch(Character::isDigit)) {
      throw new CommandException(
          "it is .evidence PATH:RECORD, as in: SELECT path || ':' || record FROM events");
    }
    String path = Words.of(rest.substring(0, colon)).stream().findFirst().orElse("");
    List<List<@Nullable Object>> file = session.rows(FILE, Map.of("path", path), 1);
    if (file.isEmpty()) {
      throw new CommandException("no evidence file is called " + path + ": FROM ledger lists them");
    }
    String ledger = String.valueOf(file.get(0).get(0));
    show(session, ledger, String.valueOf(file.get(0).get(1)), number);
  }

  private static void show(Session session, String ledger, String path, String record)
      throws IOException, QueryException {
    List<RecordPlace> places = new ArrayList<>();
    for (List<@Nullable Object> row :
        session.rows(NEIGHBOURS, Map.of("ledger", ledger, "record", record), 8)) {
      places.add(new RecordPlace(number(row.get(0)), number(row.get(1)), (int) number(row.get(2))));
    }
    Parts parts = new Parts(session);
    parts.title(path + ":" + record);
    texts(session, parts, path, ledger, record, places);
    if (!places.isEmpty()) {
      parts.table(
          "What was read there",
          EVENTS,
          Map.of(
              "ledger",
              ledger,
              "record",
              record,
              "first",
              String.valueOf(places.get(0).record()),
              "last",
              String.valueOf(places.get(places.size() - 1).record())));
    }
    parts.show();
  }

  private static void texts(
      Session session,
      Parts parts,
      String path,
      String ledger,
      String record,
      List<RecordPlace> places)
      throws QueryException {
    if (places.stream().noneMatch(place -> Long.toString(place.record()).equals(record))) {
      parts.line("No event begins in this record.");
    }
    try {
      List<String> texts = session.outside().records(path, places);
      for (int i = 0; i < places.size(); i++) {
        String mark = Long.toString(places.get(i).record()).equals(record) ? "> " : "  ";
        parts.line(mark + places.get(i).record() + ": " + session.display().text(texts.get(i)));
      }
    } catch (IOException e) {
      List<List<@Nullable Object>> kept =
          session.rows(SAMPLE, Map.of("ledger", ledger, "record", record), 1);
      kept.forEach(row -> parts.line("> " + record + ": " + session.display().text(row.get(0))));
      parts.line(
          session.display().text(e.getMessage())
              + (kept.isEmpty() ? "" : "; the record is the one that the case keeps"));
    }
  }

  private static long number(@Nullable Object value) {
    return value instanceof Number number ? number.longValue() : 0;
  }
}
