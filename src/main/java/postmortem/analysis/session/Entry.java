package postmortem.analysis.session;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import postmortem.event.Span;
import postmortem.event.Step;
import postmortem.event.StepKind;

/**
 * What is known of one session key in a range of a stream: first the steps whose session may have
 * begun before the range (the head), then whether a session is open at its end, and which.
 */
final class Entry {

  final long key;

  /** Steps that wait for what came before; null when nothing can have, or it has been seen. */
  @Nullable List<Step> head;

  /** The session that is open at the end; null where none is, or nothing but a head is known. */
  @Nullable SessionState open;

  private boolean known; // beyond the head
  private long last = Long.MIN_VALUE; // time of the last step when none is open

  Entry(long key) {
    this.key = key;
  }

  /** Is it known whether a session is open at the end? */
  boolean isKnown() {
    return known;
  }

  /** Does nothing wait for what came before? */
  boolean isForgettable() {
    return known && head == null;
  }

  /** Nothing came before: no session is open. */
  void begins() {
    known = true;
  }

  /** The next step, where all is known that came before. */
  void apply(Step step, Emitter out) {
    known = true;
    SessionState session = open;
    if (session != null && session.isLeftBy(step, out.rules())) {
      close(out);
      session = null;
    }
    if (session == null) {
      if (SessionState.isEcho(step)) {
        last = Math.max(last, step.time()); // that nothing is open is still news
        return;
      }
      session = new SessionState(step);
      open = session;
    }
    session.apply(step, out);
    if (session.isOver()) {
      over(session);
    }
  }

  private void over(SessionState session) {
    last = Math.max(last, session.last());
    open = null; // most keys never come again, and there are many
  }

  /** Ends the session that is open, if one is, though no record ends it. */
  void close(Emitter out) {
    SessionState session = open;
    if (session != null) {
      session.close(out);
      over(session);
    }
  }

  /** The end of the range is now that of the range after it. */
  void endsAs(Entry after) {
    open = after.open;
    known = after.known;
    last = after.last;
  }

  /** Time of the last step. */
  long last() {
    SessionState session = open;
    return session == null ? last : session.last();
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

  /** Lets go of blocks, so that it can be kept and handed on. */
  void detach() {
    List<Step> h = head;
    if (h != null) {
      h.replaceAll(Step::detached);
    }
    SessionState session = open;
    if (session != null) {
      session.detach();
    }
  }

  /** How many steps wait. */
  int held() {
    List<Step> h = head;
    return h == null ? 0 : h.size();
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
