package postmortem.analysis.session;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import postmortem.event.Span;
import postmortem.event.Step;
import postmortem.event.StepKind;

/**
 * What is known of one session key in a range of a stream: first the steps whose session may have
 * begun before the range (the head), then the state of the automaton.
 */
final class Entry {

  final long key;

  /** Steps that wait for what came before; null when nothing can have, or it has been seen. */
  @Nullable List<Step> head;

  /** Null while only a head is known. */
  @Nullable SessionState state;

  Entry(long key) {
    this.key = key;
  }

  /** Time of the last step. */
  long last() {
    SessionState s = state;
    if (s != null) {
      return s.last();
    }
    List<Step> h = head;
    return h == null || h.isEmpty() ? Long.MIN_VALUE : h.get(h.size() - 1).time();
  }

  /**
   * Does the next step find the automaton in a state that is known, though what came before the
   * head is not?
   */
  boolean isResetBy(Step step, SessionRules rules) {
    if (step.kind() == StepKind.OPEN) {
      return true;
    }
    List<Step> h = head;
    if (h == null || h.isEmpty()) {
      return false;
    }
    Step before = h.get(h.size() - 1);
    if (before.kind().ends() || SessionState.isGap(before.time(), step.time())) {
      return true;
    }
    return !rules.sessionIds()
        && step.kind() == StepKind.HELO
        && SessionState.startsSession(before.kind(), before.status())
        && greeted(h);
  }

  /** Has the session that the steps end in surely told its HELO name? */
  private static boolean greeted(List<Step> steps) {
    for (int i = steps.size() - 1; i >= 0; i--) {
      Step step = steps.get(i);
      if (step.kind() == StepKind.HELO && !Span.isAbsent(step.text())) {
        return true;
      }
      if (step.kind() == StepKind.REPLY && step.status() == 220) {
        return false; // may have begun another session
      }
    }
    return false;
  }

  void hold(Step step) {
    List<Step> h = head;
    if (h == null) {
      h = new ArrayList<>(4);
      head = h;
    }
    h.add(step);
  }
}
