package postmortem.analysis.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import postmortem.event.Names;
import postmortem.event.Step;

/** What waits in memory has bounds, whatever the log holds. */
final class BoundedSessionsTest {

  private static final SessionRules IDS = new SessionRules(true, true);

  private static Edges piece(int steps) {
    SessionFold fold = new SessionFold(IDS, false, new Names(), event -> {});
    for (int i = 0; i < steps; i++) {
      fold.add(Script.step("5 k 203.0.113.9 OTHER_COMMAND NOOP 250", i, i * 40L));
    }
    return fold.finish();
  }

  @Test
  void oneSessionOfManyRecordsIsNotHeldWhole() {
    Edges edges = piece(SessionFold.MAX_HELD + 1_000);
    assertEquals(SessionFold.MAX_HELD, edges.entries.values().iterator().next().held());
    assertTrue(edges.overflowed());
  }

  @Test
  void twoRangesAreHeldNoMoreThanOne() {
    Edges left = piece(SessionFold.MAX_HELD - 1_000);
    assertTrue(!left.overflowed());
    Edges both = SessionFold.meet(left, piece(2_000), new Names(), event -> {});
    assertTrue(both.entries.values().iterator().next().held() <= SessionFold.MAX_HELD);
    assertTrue(both.overflowed());
  }

  @Test
  void whatIsHeldKeepsNoLargeBlock() {
    for (Entry entry : piece(3).entries.values()) {
      for (Step step : Objects.requireNonNull(entry.head)) {
        assertSame(step, step.detached());
        assertEquals("NOOP", String.valueOf(step.textSlice()));
      }
    }
  }

  @Test
  void aDetachedStepHasItsTexts() {
    Step step = Script.step("5 k 203.0.113.9 MAIL <> ?", 1, 0);
    Step small = step.detached();
    assertNotNull(small.textSlice());
    assertEquals(step.textSlice(), small.textSlice());
    assertEquals(step.origin().slice(step.peer()), small.origin().slice(small.peer()));
    assertEquals(step.origin().source(), small.origin().source());
  }
}
