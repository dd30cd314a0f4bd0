package postmortem.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import postmortem.analysis.session.Edges;
import postmortem.analysis.session.SessionFold;
import postmortem.analysis.session.SessionRules;
import postmortem.event.Direction;
import postmortem.event.Names;
import postmortem.event.Origin;
import postmortem.event.Provenance;
import postmortem.event.Reason;
import postmortem.event.Span;
import postmortem.event.Step;
import postmortem.event.StepKind;
import postmortem.event.TimeBasis;
import postmortem.event.TimePrecision;

/** Where more sessions are open at once than can be followed, nothing depends on who is first. */
final class SeamsTest {

  private static final int PIECES = 7;
  private static final int SESSIONS = SessionFold.MAX_OPEN + SessionFold.MAX_OPEN / 2;
  private static final SessionRules RULES = new SessionRules(true, true);
  private static final byte[] LINE = " 203.0.113.9 m.example".getBytes(StandardCharsets.US_ASCII);

  @Test
  void theOrderOfFinishingDoesNotShow() {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < PIECES; i++) {
      order.add(i);
    }
    List<String> expected = events(order);
    for (int seed = 0; seed < 5; seed++) {
      Collections.shuffle(order, new Random(seed));
      assertEquals(expected, events(order), order.toString());
    }
  }

  /** All events in the order of their text; each piece has a step of each session. */
  private static List<String> events(List<Integer> order) {
    Names names = new Names();
    List<String> events = new ArrayList<>();
    Seams seams = new Seams(PIECES);
    for (int piece : order) {
      SessionFold fold =
          new SessionFold(
              RULES, piece == 0, names, e -> events.add(e.kind() + " " + e.origin().source()));
      for (int session = 0; session < SESSIONS; session++) {
        fold.add(step(piece, session));
      }
      Edges edges = fold.finish();
      seams.finished(piece, edges, names, e -> events.add(e.kind() + " " + e.origin().source()));
    }
    assertTrue(seams.overflowed());
    Collections.sort(events);
    return events;
  }

  private static Step step(int piece, int session) {
    long record = (long) piece * SESSIONS + session;
    Provenance provenance = new Provenance(0, 0, TimePrecision.SECOND, TimeBasis.AS_LOGGED);
    long time = record * 1_000;
    return new Step(
        new Origin(provenance, time, LINE, 1, LINE.length - 1, record, record * 30),
        piece == 0 ? StepKind.OPEN : StepKind.OTHER_COMMAND,
        Direction.IN,
        session,
        Span.of(1, 12),
        Span.ABSENT,
        Span.ABSENT,
        Span.ABSENT,
        Span.of(13, 22),
        Step.PENDING,
        0,
        Reason.NONE);
  }
}
