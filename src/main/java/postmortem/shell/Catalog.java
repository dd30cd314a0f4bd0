package postmortem.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import postmortem.store.Answer;
import postmortem.store.LockedCase;
import postmortem.store.QueryException;

/** The names that a question may use, asked of the case when they are needed first. */
final class Catalog {

  private static final String COLUMNS =
      "SELECT table_name, column_name FROM duckdb_columns()"
          + " WHERE NOT internal AND schema_name = 'main' ORDER BY table_name, column_index";
  private static final String KEYWORDS = "SELECT keyword_name FROM duckdb_keywords()";
  private static final String FUNCTIONS =
      "SELECT DISTINCT function_name FROM duckdb_functions()"
          + " WHERE function_type IN ('scalar', 'aggregate', 'macro')"
          + " AND regexp_full_match(function_name, '[a-z][a-z0-9_]*')"
          + " AND NOT starts_with(function_name, 'pg_')";

  private final LockedCase opened;
  private @Nullable SortedMap<String, List<String>> tables;
  private @Nullable Set<String> keywords;
  private @Nullable Set<String> functions;

  Catalog(LockedCase opened) {
    this.opened = opened;
  }

  /** Tables with their columns in order. */
  SortedMap<String, List<String>> tables() {
    if (tables == null) {
      SortedMap<String, List<String>> all = new TreeMap<>();
      for (List<String> row : ask(COLUMNS)) {
        all.computeIfAbsent(row.get(0), t -> new ArrayList<>()).add(row.get(1));
      }
      tables = all;
    }
    return tables;
  }

  /** Forgets what has been added to. */
  void renew() {
    tables = null;
  }

  /** Upper case. */
  Set<String> keywords() {
    if (keywords == null) {
      keywords = new TreeSet<>();
      for (List<String> row : ask(KEYWORDS)) {
        keywords.add(row.get(0).toUpperCase(Locale.ROOT));
      }
    }
    return keywords;
  }

  Set<String> functions() {
    if (functions == null) {
      functions = new TreeSet<>();
      ask(FUNCTIONS).forEach(row -> functions.add(row.get(0)));
    }
    return functions;
  }

  /** The column of a table that a word means, or null: {@code source} is an address. */
  @Nullable String column(String table, String word) {
    String name =
        switch (word.toLowerCase(Locale.ROOT)) {
          case "source", "address", "ip" -> "peer_address";
          case "domain" -> "recipient_domain";
          case "user" -> "account";
          default -> word.toLowerCase(Locale.ROOT);
        };
    return tables().getOrDefault(table, List.of()).contains(name) ? name : null;
  }

  /** Values as text, those that can be typed; none where the question fails. */
  List<String> values(String sql, Map<String, String> parameters) {
    return ask(sql, parameters).stream().map(row -> row.get(0)).toList();
  }

  private List<List<String>> ask(String sql) {
    return ask(sql, Map.of());
  }

  private List<List<String>> ask(String sql, Map<String, String> parameters) {
    List<List<String>> rows = new ArrayList<>();
    try (Answer answer = opened.ask(sql, parameters)) {
      while (answer.next()) {
        rows.add(answer.row().stream().map(String::valueOf).toList());
      }
    } catch (QueryException e) {
      return List.of(); // a damaged case has no names, and says so when it is asked
    }
    return rows;
  }
}
