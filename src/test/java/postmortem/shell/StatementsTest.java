package postmortem.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StatementsTest {

  @Test
  void areCutAtSemicolonsThatAreNoText() {
    assertEquals(
        List.of("SELECT ';' -- ;", "SELECT $$;$$", "SELECT \";\" /* ; */", "FROM x"),
        Statements.of(
            "SELECT ';' -- ;\n;SELECT $$;$$;;\n-- nothing;\n;SELECT \";\" /* ; */; FROM x"));
    assertEquals(List.of(), Statements.of(" -- only a comment"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"SELECT 1;", "SELECT ';';", "SELECT 1; -- done", "", "-- done", ";"})
  void areComplete(String text) {
    assertTrue(Statements.isComplete(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"SELECT 1", "SELECT ';", "SELECT 1; SELECT", "SELECT 1 /* ;", "$$ ;", "1 -- ;"})
  void areIncomplete(String text) {
    assertFalse(Statements.isComplete(text));
  }

  @Test
  void quotesHoldAWordOfACommandTogether() {
    assertEquals(List.of("a", "b c", "", "d'e"), Words.of("  a 'b c'  \"\" \"d'e\" "));
  }
}
