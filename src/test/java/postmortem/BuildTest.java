package postmortem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;

/** The build runs classes by their names: no test may hide from it behind another name. */
final class BuildTest {

  private static final JavaClasses TEST_CLASSES = new ClassFileImporter().importPath(testClasses());

  @Test
  void everyClassWithTestsHasANameThatTheBuildRuns() {
    List<String> hidden =
        TEST_CLASSES.stream()
            .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
            .filter(BuildTest::hasTests)
            .map(BuildTest::outermost)
            .filter(name -> !name.endsWith("Test") && !name.endsWith("IT"))
            .sorted()
            .toList();
    assertEquals(List.of(), hidden, "classes with tests must be called *Test (or *IT in src/it)");
  }

  @Test
  void fuzzTestsRunApart() {
    List<String> misnamed =
        TEST_CLASSES.stream()
            .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
            .filter(type -> type.getAllMethods().stream().anyMatch(BuildTest::isFuzzTest))
            .map(BuildTest::outermost)
            .filter(name -> !name.endsWith("FuzzTest"))
            .sorted()
            .toList();
    assertEquals(List.of(), misnamed, "classes with @FuzzTest must be called *FuzzTest");
  }

  @Test
  void testsOfTheLauncherLiveApart() throws IOException {
    assertEquals(List.of(), sources("src/test/java", "IT.java"), "*IT belongs in src/it/java");
    assertEquals(List.of(), sources("src/it/java", "Test.java"), "*Test belongs in src/test/java");
  }

  @Test
  void guardSeesItself() {
    JavaClass self = TEST_CLASSES.get(BuildTest.class);
    assertTrue(hasTests(self));
    assertFalse(hasTests(TEST_CLASSES.get(postmortem.testing.Tools.class)));
  }

  private static boolean hasTests(JavaClass type) {
    return type.getAllMethods().stream().anyMatch(m -> m.isMetaAnnotatedWith(Testable.class))
        || type.getAllFields().stream().anyMatch(f -> f.isMetaAnnotatedWith(Testable.class));
  }

  private static boolean isFuzzTest(JavaMethod method) {
    return method.isAnnotatedWith(FuzzTest.class);
  }

  private static String outermost(JavaClass type) {
    String name = type.getName();
    int nested = name.indexOf('$');
    return nested < 0 ? name : name.substring(0, nested);
  }

  private static List<String> sources(String folder, String suffix) throws IOException {
    if (!Files.isDirectory(Path.of(folder))) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      return files.map(Path::toString).filter(name -> name.endsWith(suffix)).sorted().toList();
    }
  }

  private static Path testClasses() {
    try {
      return Path.of(BuildTest.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
