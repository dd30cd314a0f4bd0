package postmortem.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * Real logs that lie beside the project and are no part of it: {@code POSTMORTEM_SHARED} names
 * their folder, else {@code ../shared}.
 */
public final class Corpus {

  private Corpus() {}

  /** The folder of one family of logs; where it is not there, the calling test ends here. */
  public static Path require(String family) {
    return there("corpus", family);
  }

  /** The program that writes evidence with known truth; where it is not there, likewise. */
  public static Path scenarios() {
    return there("bench", "scenarios.py");
  }

  private static Path there(String folder, String name) {
    String told = System.getenv("POSTMORTEM_SHARED");
    Path path =
        (told == null ? Path.of("..", "shared") : Path.of(told)).resolve(folder).resolve(name);
    Assumptions.assumeTrue(Files.exists(path), "not here: " + path);
    return path;
  }
}
