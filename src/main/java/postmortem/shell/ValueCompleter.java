package postmortem.shell;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jspecify.annotations.Nullable;
import postmortem.report.VisibleText;
import postmortem.store.SqlToken;
import postmortem.store.SqlToken.Kind;
import postmortem.store.SqlTokens;

/** Names and values of the case that fit where the cursor is. */
final class ValueCompleter implements Completer {

  private static final Set<String> BEFORE_TABLES =
      Set.of("FROM", "JOIN", "TABLE", "DESCRIBE", "SUMMARIZE");
  private static final String ANYTHING =
      """
      SELECT v FROM (
        SELECT DISTINCT account AS v FROM events WHERE starts_with(account, $begin)
        UNION SELECT DISTINCT peer_address FROM events WHERE starts_with(peer_address, $begin)
        UNION SELECT id FROM findings WHERE starts_with(id, $begin)
        UNION SELECT id FROM incidents WHERE starts_with(id, $begin))
      ORDER BY v LIMIT 200""";

  private final Catalog catalog;
  private final Queries queries;

  ValueCompleter(Catalog catalog, Queries queries) {
    this.catalog = catalog;
    this.queries = queries;
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    String before = line.line().substring(0, line.cursor());
    if (before.stripLeading().startsWith(".")) {
      command(before.stripLeading(), candidates);
      return;
    }
    List<SqlToken> tokens = SqlTokens.of(before);
    SqlToken last = tokens.isEmpty() ? null : tokens.get(tokens.size() - 1);
    if (last != null && last.kind() == Kind.STRING && !last.closed()) {
      values(before, tokens, candidates);
    } else if (last == null || last.closed() && !isComment(last, before)) {
      names(before, line.line(), tokens, candidates);
    }
  }

  /** A comment of a line ends where the line does. */
  private static boolean isComment(SqlToken last, String before) {
    return last.kind() == Kind.COMMENT && last.end() == before.length();
  }

  private void command(String before, List<Candidate> candidates) {
    int blank = before.indexOf(' ');
    if (blank < 0) {
      for (DotCommand command : DotCommands.ALL) {
        String shown = "." + command.name();
        candidates.add(new Candidate(shown, shown, null, command.help(), null, null, true));
      }
      return;
    }
    DotCommand command;
    try {
      command = DotCommands.named(before.substring(1, blank).toLowerCase(Locale.ROOT));
    } catch (CommandException e) {
      return;
    }
    String begin = before.substring(before.lastIndexOf(' ') + 1);
    List<String> words = Words.of(before.substring(blank, before.length() - begin.length()));
    for (String value : arguments(command, words, begin)) {
      add(value, candidates);
    }
  }

  private Iterable<String> arguments(DotCommand command, List<String> words, String begin) {
    String last = words.isEmpty() ? "" : words.get(words.size() - 1).toLowerCase(Locale.ROOT);
    return switch (command.takes()) {
      case NOTHING -> List.of();
      case FINDING -> catalog.values("SELECT id FROM findings ORDER BY id", Map.of());
      case INCIDENT -> catalog.values("SELECT id FROM incidents ORDER BY id", Map.of());
      case TABLE -> last.equals("by") ? columns(words.get(0)) : tables(words, last);
      case COLUMN -> last.equals("of") ? withTime() : columns("events");
      case VALUE -> values(ANYTHING, begin);
      case QUERY -> queries.all().stream().map(Queries.Query::name).toList();
      case FORMAT -> List.of("table", "vertical", "csv", "jsonl", "markdown");
      case CHART -> words.isEmpty() ? List.of("bars", "line", "heat") : List.of();
      case COMMAND -> DotCommands.ALL.stream().map(DotCommand::name).toList();
    };
  }

  private Iterable<String> tables(List<String> words, String last) {
    if (words.isEmpty()) {
      return catalog.tables().keySet();
    }
    return last.equals("every") ? List.of("1m", "10m", "1h", "1d") : List.of("by", "every");
  }

  private List<String> withTime() {
    return catalog.tables().keySet().stream()
        .filter(t -> catalog.column(t, "time") != null)
        .toList();
  }

  private List<String> columns(String table) {
    return catalog.tables().getOrDefault(table.toLowerCase(Locale.ROOT), List.of());
  }

  private List<String> values(String sql, String begin) {
    return catalog.values(sql, Map.of("begin", begin));
  }

  /** Values of the column that the text is compared with, or of all that one looks for. */
  private void values(String before, List<SqlToken> tokens, List<Candidate> candidates) {
    SqlToken text = tokens.get(tokens.size() - 1);
    String begin = before.substring(text.start() + 1).replace("''", "'");
    String column = compared(before, tokens);
    List<String> found = column == null ? List.of() : values(column(column), begin);
    for (String value : found.isEmpty() ? values(ANYTHING, begin) : found) {
      if (VisibleText.of(value).equals(value)) { // else nobody should type it unseen
        String typed = "'" + value.replace("'", "''") + "'";
        candidates.add(new Candidate(typed, value, null, null, null, null, true));
      }
    }
  }

  private @Nullable String compared(String before, List<SqlToken> tokens) {
    for (int i = tokens.size() - 2; i >= 0 && i > tokens.size() - 40; i--) {
      SqlToken token = tokens.get(i);
      String word = token.in(before).toLowerCase(Locale.ROOT);
      if (token.kind() == Kind.WORD && isColumn(word)) {
        return word;
      }
      boolean between = token.kind() == Kind.SIGN || token.kind() == Kind.STRING;
      if (!between && !Set.of("in", "not", "like").contains(word)) {
        return null;
      }
    }
    return null;
  }

  private boolean isColumn(String word) {
    return catalog.tables().values().stream().anyMatch(columns -> columns.contains(word));
  }

  private String column(String column) {
    String table =
        columns("events").contains(column)
            ? "events"
            : catalog.tables().entrySet().stream()
                .filter(e -> e.getValue().contains(column))
                .findFirst()
                .map(Map.Entry::getKey)
                .orElse("events");
    return """
        SELECT DISTINCT CAST("%1$s" AS VARCHAR) AS v FROM "%2$s"
        WHERE starts_with(CAST("%1$s" AS VARCHAR), $begin) ORDER BY v LIMIT 200"""
        .formatted(column, table);
  }

  private void names(
      String before, String line, List<SqlToken> tokens, List<Candidate> candidates) {
    boolean typing =
        !tokens.isEmpty()
            && tokens.get(tokens.size() - 1).kind() == Kind.WORD
            && tokens.get(tokens.size() - 1).end() == before.length();
    int at = tokens.size() - (typing ? 2 : 1);
    String previous = at < 0 ? "" : tokens.get(at).in(before).toUpperCase(Locale.ROOT);
    if (BEFORE_TABLES.contains(previous)) {
      catalog.tables().keySet().forEach(table -> add(table, candidates));
      return;
    }
    Set<String> columns = new TreeSet<>();
    if (previous.equals(".") && at > 0) {
      columns.addAll(columns(tokens.get(at - 1).in(before)));
      columns.addAll(columns.isEmpty() ? mentioned(line) : List.of());
      columns.forEach(column -> add(column, candidates));
      return;
    }
    mentioned(line).forEach(column -> add(column, candidates));
    if (typing) { // else there would be a thousand
      String word = tokens.get(tokens.size() - 1).in(before);
      boolean upper = word.equals(word.toUpperCase(Locale.ROOT));
      catalog.keywords().forEach(k -> add(upper ? k : k.toLowerCase(Locale.ROOT), candidates));
      for (String function : catalog.functions()) {
        String name = upper ? function.toUpperCase(Locale.ROOT) : function;
        candidates.add(new Candidate(name + "(", name + "()", null, null, null, null, false));
      }
    }
  }

  /** The columns of all tables that the line names; those of events where it names none. */
  private Set<String> mentioned(String line) {
    Set<String> columns = new TreeSet<>();
    for (SqlToken token : SqlTokens.of(line)) {
      if (token.kind() == Kind.WORD) {
        columns.addAll(columns(token.in(line)));
      }
    }
    return columns.isEmpty() ? new TreeSet<>(columns("events")) : columns;
  }

  private static void add(String value, List<Candidate> candidates) {
    if (VisibleText.of(value).equals(value)) {
      candidates.add(new Candidate(value, value, null, null, null, null, true));
    }
  }
}
