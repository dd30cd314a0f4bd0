package postmortem.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

final class StoriesTest {

  @TestFactory
  Stream<DynamicTest> showAll() {
    return Scenarios.all().entrySet().stream()
        .map(
            (Map.Entry<String, Trial> e) ->
                DynamicTest.dynamicTest(
                    e.getKey(),
                    () -> {
                      Trial.Result plain = e.getValue().run();
                      System.out.println("#### " + e.getKey());
                      System.out.println(plain.groups());
                      System.out.println(plain.text());
                      System.out.println(plain.limits());
                      System.out.println(
                          plain.incidents().stream()
                              .map(i -> i.accounts() + "\n" + i.sources())
                              .toList());
                      for (Trial.Result other : e.getValue().shuffled()) {
                        assertEquals(plain, other);
                      }
                    }));
  }
}
