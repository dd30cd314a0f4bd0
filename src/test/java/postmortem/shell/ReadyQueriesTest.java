package postmortem.shell;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import postmortem.store.Answer;
import postmortem.store.LockedCase;
import postmortem.store.RealCase;

/** Each question that comes with the product has an answer. */
final class ReadyQueriesTest {

  static Stream<Queries.Query> all() {
    return new Queries(null).all().stream();
  }

  @Test
  void thereAreSome() {
    assertTrue(all().count() >= 12);
  }

  @ParameterizedTest
  @MethodSource("all")
  void isAnswered(Queries.Query query) throws Exception {
    assertTrue(Queries.isName(query.name()), query.name());
    assertFalse(query.meaning().isEmpty());
    try (LockedCase opened = LockedCase.open(RealCase.file());
        Answer answer = opened.ask(query.sql(), Map.of("account", "m.brandt"))) {
      // refusals have a status only where deliveries are logged with one; all others have rows
      assertTrue(answer.next(), query.name());
      assertFalse(answer.row().isEmpty());
    }
  }

  @Test
  void whatLogParserWasAskedIsAnsweredHere() throws Exception {
    try (LockedCase opened = LockedCase.open(RealCase.file())) {
      for (LogParserQuestion question : LogParserQuestion.all()) {
        try (Answer answer = opened.ask(question.here(), Map.of("who", "m.brandt"))) {
          assertTrue(answer.next(), question.here());
        }
      }
    }
  }
}
