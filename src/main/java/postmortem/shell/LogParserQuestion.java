package postmortem.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * How what one asked of Log Parser is asked here.
 *
 * @param before as Log Parser had it
 * @param here a whole question
 */
public record LogParserQuestion(String before, String here) {

  /** All that are known, in the order in which they are told. */
  public static List<LogParserQuestion> all() {
    try (InputStream in = LogParserQuestion.class.getResourceAsStream("log-parser.txt")) {
      if (in == null) {
        throw new IllegalStateException("log-parser.txt is not in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split("\t", 2))
          .map(parts -> new LogParserQuestion(parts[0], parts[1]))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
