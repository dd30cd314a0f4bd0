package postmortem.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import postmortem.store.QueryException.Why;
import postmortem.store.SqlToken.Kind;

/**
 * Lets questions through and nothing else. The database's own parser says what a statement is: what
 * it can tell as a tree of SELECT is a question, and the tree shows what the question would use.
 */
final class Gate {

  private static final String TREE =
      """
      WITH told AS MATERIALIZED (SELECT json_serialize_sql(?) AS tree),
        nodes AS MATERIALIZED (SELECT key, path, json_extract_string(value, '$') AS word
          FROM told, json_tree(tree) WHERE key IN ('type', 'function_name'))
      SELECT tree ->> '$.error_type', tree ->> '$.error_message', tree ->> '$.location',
        json_array_length(tree, '$.statements'),
        (SELECT min(word) FROM nodes WHERE key = 'type' AND word LIKE '%\\_NODE' ESCAPE '\\'
          AND word NOT IN ('SELECT_NODE', 'SET_OPERATION_NODE', 'RECURSIVE_CTE_NODE', 'CTE_NODE')),
        (SELECT list(DISTINCT f.word ORDER BY f.word) FROM nodes t
          JOIN nodes f ON f.key = 'function_name' AND f.path = t.path || '.function'
          WHERE t.key = 'type' AND t.word = 'TABLE_FUNCTION'),
        (SELECT list(DISTINCT word ORDER BY word) FROM nodes WHERE key = 'function_name')
      FROM told
      """;

  private static final String MACROS =
      "SELECT function_name FROM duckdb_functions() WHERE function_type = 'table_macro'"
          + " AND NOT internal";

  /** Functions that give a table, of nothing but what they are given or what the case is. */
  private static final Set<String> TABLE_FUNCTIONS =
      Set.of(
          "range",
          "generate_series",
          "unnest",
          "repeat",
          "repeat_row",
          "json_each",
          "json_tree",
          "histogram",
          "histogram_values",
          "summary",
          "duckdb_columns",
          "duckdb_functions",
          "duckdb_keywords",
          "duckdb_schemas",
          "duckdb_tables",
          "duckdb_types",
          "duckdb_views",
          "pragma_table_info",
          "pragma_version");

  /** Functions that do something, or that tell of the machine. */
  private static final Set<String> DOING =
      Set.of(
          "write_log",
          "nextval",
          "setval",
          "currval",
          "sleep_ms",
          "getenv",
          "current_setting",
          "json_execute_serialized_sql");

  private static final String ONLY =
      "refused: only questions are allowed here (SELECT, FROM, WITH, VALUES, PIVOT, DESCRIBE, SHOW,"
          + " SUMMARIZE, EXPLAIN)";

  private final Connection database;
  private @Nullable Set<String> macros;

  Gate(Connection database) {
    this.database = database;
  }

  /**
   * Lets one statement through, or throws.
   *
   * @throws QueryException where it is no question, is not one, or is none that may be asked
   */
  void pass(String sql) throws QueryException {
    List<SqlToken> tokens =
        SqlTokens.of(sql).stream().filter(t -> t.kind() != Kind.COMMENT).toList();
    int from = explained(sql, tokens);
    Failure failure = new Failure(database, sql);
    try {
      // blanks instead of what is before the question, so that places stay
      judge(told(" ".repeat(from) + sql.substring(from)), failure, tokens, sql);
    } catch (SQLException e) {
      throw failure.of(e);
    }
  }

  /** What the parser says of a statement. */
  private record Told(
      @Nullable String errorType,
      @Nullable String error,
      @Nullable String location,
      int statements,
      @Nullable String changes,
      Set<String> tables,
      Set<String> functions) {}

  private Told told(String sql) throws SQLException {
    try (PreparedStatement tree = database.prepareStatement(TREE)) {
      tree.setString(1, sql);
      try (ResultSet row = tree.executeQuery()) {
        row.next();
        return new Told(
            row.getString(1),
            row.getString(2),
            row.getString(3),
            row.getInt(4),
            row.getString(5),
            words(row, 6),
            words(row, 7));
      }
    }
  }

  /** Where the question begins that is only to be explained; 0 where it is to be answered. */
  private static int explained(String sql, List<SqlToken> tokens) {
    if (!is(sql, tokens, 0, "EXPLAIN")) {
      return 0;
    }
    int next = is(sql, tokens, 1, "ANALYZE") ? 2 : 1;
    if (is(sql, tokens, next, "(") && !asks(sql, tokens, next + 1)) {
      while (next < tokens.size() && !is(sql, tokens, next, ")")) {
        next++;
      }
      next++;
    }
    return next < tokens.size() ? tokens.get(next).start() : sql.length();
  }

  private static boolean asks(String sql, List<SqlToken> tokens, int at) {
    return List.of("SELECT", "FROM", "WITH", "VALUES", "(").stream()
        .anyMatch(word -> is(sql, tokens, at, word));
  }

  private static boolean is(String sql, List<SqlToken> tokens, int at, String word) {
    return at < tokens.size() && tokens.get(at).in(sql).equalsIgnoreCase(word);
  }

  private void judge(Told told, Failure failure, List<SqlToken> tokens, String sql)
      throws SQLException, QueryException {
    if (told.error() != null) {
      throw "not implemented".equals(told.errorType())
          ? refused(sql, tokens)
          : failure.of("Parser", told.error(), told.location(), null);
    }
    if (told.statements() == 0) {
      throw new QueryException(Why.WRONG, "there is no question");
    }
    if (told.statements() > 1) {
      throw new QueryException(Why.REFUSED, "refused: one statement at a time");
    }
    if (told.changes() != null) {
      throw refused(sql, tokens);
    }
    for (String function : told.tables()) {
      if (!TABLE_FUNCTIONS.contains(function) && !macros().contains(function)) {
        throw refusedFunction(function, tokens, sql);
      }
    }
    for (String function : told.functions()) {
      if (DOING.contains(function)) {
        throw refusedFunction(function, tokens, sql);
      }
    }
  }

  private static QueryException refused(String sql, List<SqlToken> tokens) {
    int end = tokens.isEmpty() ? 0 : tokens.get(0).end();
    int start = tokens.isEmpty() ? 0 : tokens.get(0).start();
    String message =
        is(sql, tokens, 0, "PIVOT")
            ? "refused: a PIVOT has to name its values, as in PIVOT ... ON kind IN ('message', 'dsn')"
            : ONLY;
    return new QueryException(Why.REFUSED, message, start, end);
  }

  private static QueryException refusedFunction(
      String function, List<SqlToken> tokens, String sql) {
    String message = "refused: a question may not use " + function + "()";
    return tokens.stream()
        .filter(token -> token.in(sql).replace("\"", "").equalsIgnoreCase(function))
        .findFirst()
        .map(token -> new QueryException(Why.REFUSED, message, token.start(), token.end()))
        .orElseGet(() -> new QueryException(Why.REFUSED, message));
  }

  private static Set<String> words(ResultSet told, int column) throws SQLException {
    Set<String> words = new TreeSet<>();
    Array array = told.getArray(column);
    if (array != null) {
      for (Object word : (Object[]) array.getArray()) {
        words.add(String.valueOf(word).toLowerCase(Locale.ROOT));
      }
    }
    return words;
  }

  /** Table macros of the case; what they read is held by the locks of the database. */
  private Set<String> macros() throws SQLException {
    if (macros == null) {
      Set<String> names = new HashSet<>();
      try (PreparedStatement ask = database.prepareStatement(MACROS);
          ResultSet rows = ask.executeQuery()) {
        while (rows.next()) {
          names.add(rows.getString(1).toLowerCase(Locale.ROOT));
        }
      }
      macros = names;
    }
    return macros;
  }
}
