package postmortem.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * Real logs that are kept beside the project and are no part of it.
 *
 * <p>Looked for in {@code ../shared/corpus}, or below the folder that the environment variable
 * {@code POSTMORTEM_SHARED} names. Where they are not there, the test that asks ends and says so.
 */
public final class SharedCorpus {

  private SharedCorpus() {}

  /** Returns a file of the corpus; without it the calling test ends here. */
  public static Path require(String path) {
    String shared = System.getenv().getOrDefault("POSTMORTEM_SHARED", "../shared");
    Path file = Path.of(shared, "corpus").resolve(path);
    Assumptions.assumeTrue(Files.isRegularFile(file), () -> "no corpus here: " + file);
    return file;
  }
}
