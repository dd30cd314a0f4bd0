package postmortem;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;

/** Text that is kept in a file and compared as a whole; a difference is shown by its lines. */
public final class Golden {

  private static final int SHOWN = 12;
  private static final int LONGEST = 400;

  private Golden() {}

  /** With {@code -Dgolden.update=true} the file is written instead. */
  public static void assertSame(Path expected, String actual) throws IOException {
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(expected.getParent());
      Files.writeString(expected, actual, UTF_8);
    }
    assertSame(expected.toString(), Files.readString(expected, UTF_8), actual);
  }

  public static void assertSame(String name, String expected, String actual) {
    if (!expected.equals(actual)) {
      Assertions.fail(
          name
              + " differs; -Dgolden.update=true writes it anew\n"
              + difference(expected.lines().toList(), actual.lines().toList()));
    }
  }

  /** The lines between what both begin with and what both end with. */
  private static String difference(List<String> expected, List<String> actual) {
    int shorter = Math.min(expected.size(), actual.size());
    int same = 0;
    while (same < shorter && expected.get(same).equals(actual.get(same))) {
      same++;
    }
    int tail = 0;
    while (tail < shorter - same
        && expected.get(expected.size() - 1 - tail).equals(actual.get(actual.size() - 1 - tail))) {
      tail++;
    }
    return "from line %d on:\n".formatted(same + 1)
        + lines("- ", expected.subList(same, expected.size() - tail))
        + lines("+ ", actual.subList(same, actual.size() - tail));
  }

  private static String lines(String sign, List<String> lines) {
    StringBuilder out = new StringBuilder();
    for (String line : lines.subList(0, Math.min(SHOWN, lines.size()))) {
      String shown = line.length() > LONGEST ? line.substring(0, LONGEST) + " ..." : line;
      out.append(sign).append(shown).append('\n');
    }
    return lines.size() <= SHOWN
        ? out.toString()
        : out.append(sign)
            .append("... and ")
            .append(lines.size() - SHOWN)
            .append(" more\n")
            .toString();
  }

  /** Deletes a folder with all that is in it, so that nothing of before is left. */
  public static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
