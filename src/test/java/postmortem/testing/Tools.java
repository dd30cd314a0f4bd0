package postmortem.testing;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.opentest4j.TestAbortedException;

/**
 * Programs that some tests need beside Java.
 *
 * <p>Where one is missing the test is not run, and the build says so at its end; with {@code
 * CI=true} the test fails, so that no green build hides a test that never ran.
 */
public final class Tools {

  /** Commands whose Debian package has another name. */
  private static final Map<String, String> PACKAGES =
      Map.of("evtxexport", "libevtx-utils", "evtxinfo", "libevtx-utils");

  private Tools() {}

  /** Returns the path of the command; without it the calling test ends here. */
  public static Path require(String command) {
    for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
      Path path = Path.of(folder, command);
      if (Files.isExecutable(path) && !Files.isDirectory(path)) {
        return path;
      }
    }
    if ("true".equals(System.getenv("CI"))) {
      Assertions.fail(command + " is missing: install " + packageOf(command));
    }
    throw new Missing(packageOf(command));
  }

  private static String packageOf(String command) {
    return PACKAGES.getOrDefault(command, command);
  }

  /** Ends a test that cannot run on this machine. */
  static final class Missing extends TestAbortedException {
    private static final long serialVersionUID = 1L;

    private final String packageName;

    Missing(String packageName) {
      super("not run here: install " + packageName);
      this.packageName = packageName;
    }

    String packageName() {
      return packageName;
    }
  }
}
