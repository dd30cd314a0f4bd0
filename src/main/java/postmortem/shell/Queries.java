package postmortem.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Questions that have names: those that come with the product, and those of its user. */
final class Queries {

  private static final String END = ".sql";

  /**
   * A question.
   *
   * @param meaning one line
   */
  record Query(String name, String meaning, String sql) {}

  private final @Nullable Path folder;
  private final SortedMap<String, Query> queries = new TreeMap<>();

  /**
   * @param folder where those of the user are; null where none can be kept
   */
  Queries(@Nullable Path folder) {
    this.folder = folder;
    ready();
    saved();
  }

  private void ready() {
    try (InputStream in = Queries.class.getResourceAsStream("ready.sql")) {
      if (in == null) {
        throw new IllegalStateException("ready.sql is not in the jar");
      }
      for (String sql : Statements.of(new String(in.readAllBytes(), StandardCharsets.UTF_8))) {
        int colon = sql.indexOf(':');
        int end = sql.indexOf('\n');
        String name = sql.substring(2, colon).strip();
        String meaning = sql.substring(colon + 1, end).strip();
        queries.put(name, new Query(name, meaning, sql.substring(end + 1)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file that cannot be read is none: the shell works without. */
  private void saved() {
    if (folder == null || !Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        String name = String.valueOf(file.getFileName()).replace(END, "");
        if (isName(name) && file.toString().endsWith(END)) {
          queries.put(name, new Query(name, "saved", Files.readString(file).strip()));
        }
      }
    } catch (IOException | UncheckedIOException e) {
      // nothing is lost: the files stay
    }
  }

  static boolean isName(String name) {
    return name.matches("[a-z][a-z0-9_-]{0,39}");
  }

  List<Query> all() {
    return new ArrayList<>(queries.values());
  }

  Query named(String name) {
    Query query = queries.get(name);
    if (query == null) {
      throw new CommandException("there is no question " + name + ": .queries lists them");
    }
    return query;
  }

  /** Keeps one; what became of it, in a few words. */
  String save(String name, String sql) {
    queries.put(name, new Query(name, "saved", sql));
    if (folder == null) {
      return "kept until the end of the shell, which has no folder of its own";
    }
    try {
      UserFiles.folder(folder);
      Path file = folder.resolve(name + END);
      Files.writeString(file, sql + "\n");
      return "kept as " + name;
    } catch (IOException e) {
      return "kept until the end of the shell: its folder cannot be written to";
    }
  }
}
