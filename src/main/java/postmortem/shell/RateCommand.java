package postmortem.shell;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import postmortem.store.QueryException;

/** How many per span of time: {@code .rate auth by source every 10m}. */
final class RateCommand implements DotCommand {

  private static final String USAGE = "TABLE [by COLUMN] [every 10m]";

  @Override
  public String name() {
    return "rate";
  }

  @Override
  public String usage() {
    return USAGE;
  }

  @Override
  public String help() {
    return "how many per span of time";
  }

  @Override
  public Takes takes() {
    return Takes.TABLE;
  }

  @Override
  public void run(Session session, List<String> words, String rest)
      throws IOException, QueryException {
    if (words.isEmpty() || words.size() % 2 == 0) {
      throw new CommandException("it is .rate " + USAGE);
    }
    String table = table(session, words.get(0));
    String by = null;
    String every = "1h";
    for (int i = 1; i < words.size(); i += 2) {
      switch (words.get(i).toLowerCase(Locale.ROOT)) {
        case "by" -> by = column(session, table, words.get(i + 1));
        case "every" -> every = words.get(i + 1);
        default -> throw new CommandException("it is .rate " + USAGE);
      }
    }
    session.show(sql(session, table, by), Map.of("every", Long.toString(seconds(every))));
  }

  private static String sql(Session session, String table, @Nullable String by) {
    String counted = session.catalog().column(table, "count") == null ? "1" : "\"count\"";
    return """
        SELECT quantize(time, CAST($every AS BIGINT)) AS "from", %ssum(%s) AS n FROM "%s"
        WHERE time IS NOT NULL GROUP BY ALL ORDER BY ALL"""
        .formatted(by == null ? "" : '"' + by + "\", ", counted, table);
  }

  /** The name of a table that has times, as the case spells it. */
  static String table(Session session, String word) {
    SortedMap<String, List<String>> tables = session.catalog().tables();
    String name = word.toLowerCase(Locale.ROOT);
    if (!tables.containsKey(name)) {
      throw new CommandException("there is no table " + word + ": .tables lists them");
    }
    if (!tables.getOrDefault(name, List.of()).contains("time")) {
      throw new CommandException("the table " + word + " has no times: auth has, for one");
    }
    return name;
  }

  static String column(Session session, String table, String word) {
    String column = session.catalog().column(table, word);
    if (column == null) {
      throw new CommandException(
          "the table " + table + " has no column " + word + ": .schema " + table + " lists them");
    }
    return column;
  }

  private static long seconds(String span) {
    String digits = span.substring(0, Math.max(0, span.length() - 1));
    long unit =
        span.isEmpty()
            ? 0
            : switch (span.charAt(span.length() - 1)) {
              case 's' -> 1;
              case 'm' -> 60;
              case 'h' -> 3600;
              case 'd' -> 86400;
              default -> 0;
            };
    boolean number =
        !digits.isEmpty() && digits.length() < 9 && digits.chars().allMatch(Character::isDigit);
    if (unit == 0 || !number || Long.parseLong(digits) == 0) {
      throw new CommandException("a span is a number and s, m, h or d: 10m");
    }
    return unit * Long.parseLong(digits);
  }
}
