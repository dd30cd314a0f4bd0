package postmortem.analysis.session;

import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import postmortem.event.Address;
import postmortem.event.Direction;
import postmortem.event.Event;
import postmortem.event.Names;
import postmortem.event.Origin;
import postmortem.event.Outcome;
import postmortem.event.Peer;
import postmortem.event.Reason;
import postmortem.event.SessionEnd;
import postmortem.event.Slice;
import postmortem.event.Step;
import postmortem.event.StepKind;
import postmortem.event.TextSpace;

/**
 * A session that is open: the automaton that reads its steps, from the first to the one that ends
 * it.
 *
 * <p>A command may carry its reply, or wait for it in the queue of pending commands; replies come
 * in the order of the commands, which holds for pipelining too (RFC 2920).
 */
final class SessionState {

  /** A client that pipelines more is not answered in order by anybody. */
  private static final int MAX_PENDING = 2_000;

  private Origin first;
  private long last; // the latest time of a step
  private long lastTime; // the time of the last step, which may be earlier
  private StepKind lastKind;
  private int lastStatus;
  private boolean over;

  private final OtherSide other;
  private int commands;
  private int attempts;
  private boolean tls;
  private @Nullable Slice identity;
  private final ArrayDeque<Step> pending = new ArrayDeque<>(2);
  private @Nullable Attempt attempt;
  private final Transaction transaction = new Transaction();

  /** A session that begins with this step, which is to be {@linkplain #apply applied} first. */
  SessionState(Step begin) {
    first = begin.origin();
    last = begin.time();
    lastTime = begin.time();
    lastKind = begin.kind();
    other = new OtherSide(begin);
  }

  /** The latest time of a step. */
  long last() {
    return last;
  }

  static boolean isGap(long before, long now) {
    return now - before > SessionRules.IDLE || before - now > SessionRules.IDLE;
  }

  /** Where sessions have no ids: does a HELO after such a step begin another session? */
  static boolean startsSession(StepKind before, int statusBefore) {
    return before != StepKind.TLS && !(before == StepKind.HELO && statusBefore >= 400);
  }

  /** Has a step ended it? */
  boolean isOver() {
    return over;
  }

  void apply(Step step, Emitter out) {
    last = Math.max(last, step.time());
    lastTime = step.time();
    dispatch(step, out);
    lastKind = step.kind();
    lastStatus = step.status();
  }

  /** Does this step begin another session? */
  boolean isLeftBy(Step step, SessionRules rules) {
    if (isGap(lastTime, step.time()) || step.kind() == StepKind.OPEN) {
      return true;
    }
    if (rules.sessionIds()) {
      return false;
    }
    return switch (step.kind()) {
      case HELO -> other.isGreeted() && startsSession(lastKind, lastStatus);
      case REPLY ->
          step.status() == 220
              && pending.isEmpty()
              && lastKind != StepKind.OPEN // it has just begun
              && step.direction() == Direction.OUT;
      default -> false;
    };
  }

  /** Does the step only tell the end of a session that is over? */
  static boolean isEcho(Step step) {
    return switch (step.kind()) {
      case CLOSE, TIMEOUT -> true;
      case REPLY -> step.direction() == Direction.IN || step.status() != 220;
      default -> false;
    };
  }

  private void dispatch(Step step, Emitter out) {
    switch (step.kind()) {
      case OPEN -> {
        // has begun the session
      }
      case REPLY -> reply(step, out);
      case AUTH_DENIED, AUTH_NAME, AUTH_GRANTED -> authNote(step);
      case QUIT -> {
        commands++;
        end(SessionEnd.QUIT, out);
      }
      case TIMEOUT -> end(SessionEnd.TIMEOUT, out);
      case CLOSE -> end(SessionEnd.DROPPED, out);
      case HELO, TLS, AUTH, MAIL, RCPT, DATA, RSET, PROXIED_FOR, OTHER_COMMAND ->
          command(step, out);
    }
  }

  private void command(Step step, Emitter out) {
    commands++;
    switch (step.kind()) {
      case HELO -> {
        Slice name = step.textSlice();
        if (name != null) {
          other.greets(name);
        }
        transaction.end(this, Outcome.ABORTED, step.time(), out);
      }
      case AUTH -> {
        finishAttempt(Outcome.ABORTED, Reason.NONE, step, out);
        attempt = new Attempt(step);
        attempts++;
      }
      case MAIL -> {
        transaction.end(this, Outcome.ABORTED, step.time(), out);
        transaction.begin(step);
      }
      case RSET -> transaction.end(this, Outcome.ABORTED, step.time(), out);
      case PROXIED_FOR -> proxiedFor(step);
      default -> {
        // waits for its reply
      }
    }
    if (step.status() == Step.PENDING) {
      if (pending.size() < MAX_PENDING) {
        pending.add(step);
      }
    } else {
      resolve(step, step.status(), null, out);
    }
  }

  private void reply(Step reply, Emitter out) {
    Step command = pending.peek();
    if (command == null || reply.status() / 100 == 3 && waitsAfter3xx(command)) {
      return;
    }
    pending.remove();
    resolve(command, reply.status(), reply, out);
  }

  private static boolean waitsAfter3xx(Step command) {
    return command.kind() == StepKind.AUTH || command.kind() == StepKind.DATA;
  }

  /**
   * @param reply the step that tells the status; null where the command itself does
   */
  private void resolve(Step command, int status, @Nullable Step reply, Emitter out) {
    Outcome outcome = Outcome.ofReply(status);
    switch (command.kind()) {
      case AUTH -> {
        if (status / 100 != 3) {
          finishAttempt(outcome, Attempt.reasonOf(status), reply == null ? command : reply, out);
        }
      }
      case TLS -> tls |= outcome == Outcome.ACCEPTED;
      case MAIL -> {
        if (outcome == Outcome.REJECTED || outcome == Outcome.UNAVAILABLE) {
          transaction.end(this, outcome, (reply == null ? command : reply).time(), out);
        }
      }
      case RCPT -> transaction.recipient(this, command, status, reply, out);
      case DATA -> transaction.data(this, command, status, reply, out);
      case OTHER_COMMAND -> {
        // credentials may stand in rows of their own where a log shows AUTH at all
        if (attempt != null && (status == 235 || status == 535)) {
          finishAttempt(outcome, Attempt.reasonOf(status), reply == null ? command : reply, out);
        }
      }
      default -> {
        // the answer to the others says nothing that is asked
      }
    }
  }

  private void authNote(Step step) {
    Slice text = step.textSlice();
    Attempt current = attempt;
    if (current != null) {
      current.note(step);
    }
    if (step.kind() == StepKind.AUTH_GRANTED && text != null) {
      identity = text.copy();
    }
  }

  private void proxiedFor(Step step) {
    Slice text = step.textSlice();
    Address client = text == null ? null : text.address();
    if (client != null) {
      other.isReally(client, (int) step.number());
    }
  }

  private void finishAttempt(Outcome outcome, Reason reason, @Nullable Step by, Emitter out) {
    Attempt current = attempt;
    if (current != null) {
      attempt = null;
      if (outcome != Outcome.ACCEPTED && outcome != Outcome.ABORTED) {
        identity = null;
      }
      out.sink().accept(current.finish(this, outcome, reason, by, out));
    }
  }

  private void end(SessionEnd how, Emitter out) {
    over = true;
    finishAttempt(Outcome.ABORTED, Reason.NONE, null, out);
    transaction.end(this, Outcome.ABORTED, last, out);
    out.sink()
        .accept(
            new Event.Session(
                first,
                peer(out.names()),
                last,
                commands,
                attempts,
                transaction.begun(),
                transaction.recipients(),
                transaction.delivered(),
                tls,
                how));
  }

  /** Ends the session, which no record ends. */
  void close(Emitter out) {
    end(SessionEnd.NOT_SEEN, out);
  }

  /** Lets go of blocks and of ids, so that the state can be kept and handed on. */
  void detach() {
    other.detach();
    first = first.detached();
    pending.addAll(detached(pending));
    transaction.detach();
  }

  /** Empties the queue; what was in it, in small blocks. */
  static List<Step> detached(ArrayDeque<Step> queue) {
    List<Step> all = queue.stream().map(Step::detached).toList();
    queue.clear();
    return all;
  }

  /** Who is at the other end, with ids of these names. */
  Peer peer(Names names) {
    return other.peer(names);
  }

  int account(Names names) {
    return names.text(TextSpace.ACCOUNT, identity);
  }

  boolean authenticated() {
    return identity != null;
  }

  boolean tls() {
    return tls;
  }

  Direction direction() {
    return other.direction();
  }
}
