package postmortem.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Collects the tests that ended for want of a tool; the build prints the file as its last lines.
 *
 * <p>JUnit finds this class through {@code META-INF/services}.
 */
public final class NotRunHere implements TestExecutionListener {

  private final List<String> tests = new ArrayList<>();
  private final TreeSet<String> packages = new TreeSet<>();

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    result
        .getThrowable()
        .filter(Tools.Missing.class::isInstance)
        .map(Tools.Missing.class::cast)
        .ifPresent(missing -> add(test, missing.packageName()));
  }

  private synchronized void add(TestIdentifier test, String packageName) {
    tests.add(test.getSource().map(NotRunHere::name).orElseGet(test::getDisplayName));
    packages.add(packageName);
  }

  private static String name(TestSource source) {
    if (source instanceof MethodSource method) {
      return method.getJavaClass().getSimpleName() + "." + method.getMethodName();
    }
    if (source instanceof ClassSource type) {
      return type.getJavaClass().getSimpleName();
    }
    return source.toString();
  }

  @Override
  public synchronized void testPlanExecutionFinished(TestPlan plan) {
    String file = System.getProperty("postmortem.notRun");
    if (file == null) {
      return;
    }
    try {
      write(Path.of(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(Path file) throws IOException {
    if (tests.isEmpty()) {
      Files.deleteIfExists(file);
      return;
    }
    tests.sort(Comparator.naturalOrder());
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        "not run here: %s (install %s)%n"
            .formatted(String.join(", ", tests), String.join(" ", packages)));
  }
}
