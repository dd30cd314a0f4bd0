package postmortem.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import postmortem.store.Answer;
import postmortem.store.LockedCase;
import postmortem.store.QueryException;
import postmortem.store.SqlToken;
import postmortem.store.SqlTokens;

/** What one sitting at the shell knows: the case, where to write, and what was asked last. */
final class Session {

  private final LockedCase opened;
  private final Screen screen;
  private final Outside outside;
  private final Catalog catalog;
  private final Queries queries;
  private final Map<String, String> parameters = new TreeMap<>();
  private AnswerFormat format = AnswerFormat.TABLE;
  private ZoneId zone = ZoneOffset.UTC;
  private @Nullable String last;
  private final Set<Path> sources = new HashSet<>();
  private boolean over;

  Session(LockedCase opened, Screen screen, Outside outside, Queries queries) {
    this.opened = opened;
    this.screen = screen;
    this.outside = outside;
    this.catalog = new Catalog(opened);
    this.queries = queries;
  }

  Screen screen() {
    return screen;
  }

  Outside outside() {
    return outside;
  }

  Catalog catalog() {
    return catalog;
  }

  Queries queries() {
    return queries;
  }

  LockedCase opened() {
    return opened;
  }

  Display display() {
    return screen.display().withZone(zone);
  }

  ZoneId zone() {
    return zone;
  }

  void zone(ZoneId other) {
    zone = other;
  }

  AnswerFormat format() {
    return format;
  }

  void format(AnswerFormat other) {
    format = other;
  }

  /** Values of parameters by name. */
  Map<String, String> parameters() {
    return parameters;
  }

  /** The question that was asked last, or null. */
  @Nullable String last() {
    return last;
  }

  boolean isOver() {
    return over;
  }

  void end() {
    over = true;
  }

  /** Asks what its user typed, and shows the answer. */
  void ask(String sql) throws IOException, QueryException {
    show(sql, parameters);
    last = sql;
  }

  /** Asks on behalf of a command. */
  void show(String sql, Map<String, String> values) throws IOException, QueryException {
    try (Answer answer = opened.ask(sql, values)) {
      Rows rows = new Rows(answer, screen.mostRows());
      screen.show(out -> format.printer(display()).print(rows, out));
      if (rows.isCut()) {
        screen.say("(the first %,d rows; .export FILE writes all)".formatted(rows.taken()));
      } else if (rows.taken() != 1 || rows.columns().size() != 1) {
        screen.say(rows.taken() == 1 ? "(1 row)" : "(%,d rows)".formatted(rows.taken()));
      }
    }
  }

  /** The rows of a short answer that a command goes on with. */
  List<List<@Nullable Object>> rows(String sql, Map<String, String> values, int most)
      throws QueryException {
    List<List<@Nullable Object>> all = new ArrayList<>();
    try (Answer answer = opened.ask(sql, values)) {
      while (all.size() < most && answer.next()) {
        all.add(answer.row());
      }
    }
    return all;
  }

  /** Shows text of our own, line by line inert already. */
  void show(String text) throws IOException, QueryException {
    screen.show(out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Lets questions use the answer of another one by its name, where it has no parameters. */
  void define(String name, String sql) throws QueryException {
    boolean parameters =
        SqlTokens.of(sql).stream().anyMatch(t -> t.kind() == SqlToken.Kind.PARAMETER);
    if (!parameters) {
      opened.name(name, sql);
      catalog.renew();
    }
  }

  /**
   * Begins a file of commands.
   *
   * @throws CommandException where it is being read already: it would never end
   */
  void enter(Path file) {
    if (!sources.add(file.toAbsolutePath().normalize())) {
      throw new CommandException("the file " + file + " names itself");
    }
  }

  void leave(Path file) {
    sources.remove(file.toAbsolutePath().normalize());
  }
}
