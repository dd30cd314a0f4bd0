package postmortem.analysis.session;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import postmortem.event.Event;
import postmortem.event.Names;
import postmortem.event.Origin;
import postmortem.event.Outcome;
import postmortem.event.Reason;
import postmortem.event.Slice;
import postmortem.event.SourceRef;
import postmortem.event.Step;
import postmortem.event.TextSpace;

/** An AUTH exchange that is under way. */
final class Attempt {

  private static final int MOST_RECORDS = 7;

  private final Origin origin;
  private final @Nullable Slice mechanism;
  private final List<SourceRef> more = new ArrayList<>(4);
  private long end;
  private @Nullable Slice triedName;
  private @Nullable Slice identity;
  private boolean denied;
  private Reason deniedReason = Reason.NONE;

  Attempt(Step auth) {
    origin = auth.origin().detached();
    end = auth.time();
    Slice text = auth.textSlice();
    mechanism = text == null ? null : upper(text);
  }

  private static Slice upper(Slice text) {
    byte[] bytes = text.bytes();
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] >= 'a' && bytes[i] <= 'z') {
        bytes[i] = (byte) (bytes[i] - 32);
      }
    }
    return new Slice(bytes, 0, bytes.length);
  }

  /** A record that says more of this attempt. */
  void note(Step step) {
    also(step);
    Slice text = step.textSlice();
    switch (step.kind()) {
      case AUTH_DENIED -> {
        denied = true;
        deniedReason = step.reason();
      }
      case AUTH_NAME -> triedName = text == null ? null : text.copy();
      case AUTH_GRANTED -> identity = text == null ? null : text.copy();
      default -> throw new IllegalArgumentException(step.kind().toString());
    }
  }

  private void also(Step step) {
    end = Math.max(end, step.time());
    if (more.size() < MOST_RECORDS) {
      more.add(step.origin().source());
    }
  }

  /** What a reply code says about the reason (RFC 4954, 6). */
  static Reason reasonOf(int status) {
    return switch (status) {
      case 535 -> Reason.DENIED;
      case 504 -> Reason.MECHANISM_NOT_OFFERED;
      case 454, 451, 421 -> Reason.BACK_END;
      default -> Reason.NONE;
    };
  }

  /**
   * @param by the record that tells the outcome; null where none does
   */
  Event finish(SessionState session, Outcome told, Reason why, @Nullable Step by, Emitter out) {
    if (by != null && by.origin().offset() != origin.offset()) {
      also(by);
    }
    Outcome outcome = told;
    if (told == Outcome.ABORTED && denied) {
      outcome = Outcome.REJECTED; // the connection went before the reply did
    } else if (told == Outcome.ABORTED && identity != null) {
      outcome = Outcome.ACCEPTED;
    }
    Reason reason =
        outcome == Outcome.ACCEPTED
            ? Reason.NONE
            : denied && deniedReason != Reason.NONE ? deniedReason : why;
    Names names = out.names();
    Slice account = outcome == Outcome.ACCEPTED && identity != null ? identity : triedName;
    return new Event.AuthAttempt(
        origin,
        session.peer(names),
        more,
        end,
        names.text(TextSpace.LABEL, mechanism),
        names.text(TextSpace.ACCOUNT, account),
        outcome,
        reason,
        session.tls(),
        true,
        1);
  }
}
