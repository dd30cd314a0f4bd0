package postmortem.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import postmortem.Golden;

/** The words of each kind of case, as a whole: a change of wording is a change of these files. */
final class StoriesTest {

  private static final Path EXPECTED = Path.of("src/test/resources/postmortem/incident/stories");

  @TestFactory
  Stream<DynamicTest> isToldAsExpectedInWhateverOrder() {
    return Scenarios.all().entrySet().stream()
        .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> check(e)));
  }

  private static void check(Map.Entry<String, Trial> scenario) throws IOException {
    Trial.Result plain = scenario.getValue().run();
    for (Trial.Result other : scenario.getValue().shuffled()) {
      assertEquals(plain, other);
    }
    Golden.assertSame(EXPECTED.resolve(scenario.getKey().replace(' ', '-') + ".txt"), plain.page());
  }
}
