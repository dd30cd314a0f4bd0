package postmortem.parser.exchange;

import org.jspecify.annotations.Nullable;
import postmortem.event.Reason;
import postmortem.event.Span;
import postmortem.event.Step;
import postmortem.event.StepKind;

/** The part of a step that a row's own text decides. One per reader, filled anew for each row. */
final class StepDraft {

  /** Null where the row makes no step. */
  @Nullable StepKind kind;

  long text;
  int status;
  long number;
  Reason reason = Reason.NONE;

  void clear() {
    kind = null;
    text = Span.ABSENT;
    status = Step.NONE;
    number = 0;
    reason = Reason.NONE;
  }

  /** A step that has no reply to wait for. */
  void note(StepKind what) {
    kind = what;
  }

  /** A command, whose reply is a row of its own. */
  void command(StepKind what) {
    kind = what;
    status = Step.PENDING;
  }

  /** The step's text; none where it is empty. */
  void text(int from, int to) {
    text = from < to ? Span.of(from, to) : Span.ABSENT;
  }
}
