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
    String told = System.getenv("POSTMORTEM_SHARED");
    Path shared = told == null ? Path.of("..", "shared") : Path.of(told);
    Path folder = shared.resolve("corpus").resolve(family);
    Assumptions.assumeTrue(Files.isDirectory(folder), "no real logs here: " + folder);
    return folder;
  }
}
