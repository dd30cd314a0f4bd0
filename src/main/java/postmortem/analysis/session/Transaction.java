package postmortem.analysis.session;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import postmortem.event.Direction;
import postmortem.event.Event;
import postmortem.event.Names;
import postmortem.event.Origin;
import postmortem.event.Outcome;
import postmortem.event.Permission;
import postmortem.event.Reason;
import postmortem.event.RefusalText;
import postmortem.event.Slice;
import postmortem.event.Step;
import postmortem.event.TextSpace;

/** The mail transaction of a session, if one is under way, and the sums of those before it. */
final class Transaction {

  private static final int MAX_HELD = 1_000; // recipients whose delivery hangs on the reply to DATA

  private @Nullable Origin origin;
  private @Nullable Slice sender;
  private long size;
  private int accepted;
  private int refused;
  private int inDomain;
  private @Nullable Slice domain;
  private @Nullable Slice otherDomain;
  private final ArrayDeque<Step> held = new ArrayDeque<>(0);

  private int begun;
  private int recipients;
  private int delivered;

  int begun() {
    return begun;
  }

  int recipients() {
    return recipients;
  }

  int delivered() {
    return delivered;
  }

  void begin(Step mail) {
    origin = mail.origin();
    sender = mail.textSlice();
    size = mail.number();
    begun++;
  }

  /** The answer to RCPT is known. */
  void recipient(SessionState session, Step rcpt, int status, @Nullable Step reply, Emitter out) {
    if (origin == null) {
      begin(rcpt); // MAIL is not in the log
      sender = null;
    }
    Outcome outcome = Outcome.ofReply(status);
    Slice name = rcpt.textSlice();
    Slice at = name == null ? null : Mailbox.domain(name);
    if (outcome == Outcome.ACCEPTED) {
      accepted++;
      recipients++;
      countDomain(at);
    } else if (outcome == Outcome.REJECTED) {
      refused++;
      if (domain == null && accepted == 0) {
        domain = at;
      }
    }
    if (session.direction() == Direction.OUT) {
      outgoing(session, rcpt, status, reply, out);
    } else {
      Names names = out.names();
      out.sink()
          .accept(
              new Event.Recipient(
                  rcpt.origin(),
                  session.peer(names),
                  session.account(names),
                  name,
                  Mailbox.id(at, names),
                  status,
                  outcome,
                  reason(rcpt, status, reply),
                  nullSender()));
    }
  }

  private void countDomain(@Nullable Slice at) {
    if (accepted == 1) {
      domain = at;
      inDomain = 1;
    } else if (Mailbox.same(at, domain)) {
      inDomain++;
    } else if (otherDomain == null) {
      otherDomain = at;
    }
  }

  private void outgoing(
      SessionState session, Step rcpt, int status, @Nullable Step reply, Emitter out) {
    if (Outcome.ofReply(status) == Outcome.ACCEPTED && held.size() < MAX_HELD) {
      held.add(rcpt);
    } else {
      delivery(session, rcpt, status, reply, out);
    }
  }

  private static Reason reason(Step rcpt, int status, @Nullable Step reply) {
    if (rcpt.reason() != Reason.NONE || status / 100 == 2) {
      return rcpt.reason();
    }
    Slice text = reply == null ? null : reply.textSlice();
    return text == null ? Reason.NONE : RefusalText.reason(status, text);
  }

  private void delivery(
      SessionState session, Step rcpt, int status, @Nullable Step reply, Emitter out) {
    Names names = out.names();
    Slice name = rcpt.textSlice();
    Slice answer = reply == null ? null : reply.textSlice();
    boolean refusal = status / 100 == 4 || status / 100 == 5;
    Reason reason = answer == null || !refusal ? Reason.NONE : RefusalText.reason(status, answer);
    Slice list =
        answer != null && reason == Reason.REPUTATION ? RefusalText.blocklist(answer) : null;
    out.sink()
        .accept(
            new Event.Delivery(
                rcpt.origin(),
                session.peer(names),
                (reply == null ? rcpt : reply).time(),
                sender,
                name,
                name == null ? 0 : Mailbox.id(Mailbox.domain(name), names),
                status,
                answer,
                Outcome.ofReply(status),
                reason,
                names.text(TextSpace.LABEL, list)));
  }

  /** The answer to the end of the data is known. */
  void data(SessionState session, Step data, int status, @Nullable Step reply, Emitter out) {
    Outcome outcome = Outcome.ofReply(status);
    if (status / 100 == 3) {
      return; // a row of its own tells the end
    }
    if (origin == null) {
      begin(data);
      sender = null;
    }
    size = data.number() > 0 ? data.number() : size;
    while (!held.isEmpty()) {
      delivery(session, held.remove(), status, reply, out);
    }
    Slice id = data.textSlice();
    Slice answer = reply == null ? null : reply.textSlice();
    if (id == null && answer != null) {
      id = bracketed(answer);
    }
    finish(session, outcome, (reply == null ? data : reply).time(), id, out);
  }

  /** What stands between the first pair of angle brackets, or null. */
  private static @Nullable Slice bracketed(Slice text) {
    int open = text.indexOf('<');
    int close = text.indexOf('>');
    return open >= 0 && close > open ? text.part(open + 1, close) : null;
  }

  /** Gives up the transaction, if there is one. */
  void end(SessionState session, Outcome outcome, long time, Emitter out) {
    if (origin == null) {
      return;
    }
    while (!held.isEmpty()) {
      Step rcpt = held.remove();
      delivery(session, rcpt, 0, null, out);
    }
    finish(session, outcome, time, null, out);
  }

  private void finish(
      SessionState session, Outcome outcome, long time, @Nullable Slice id, Emitter out) {
    Origin start = origin;
    if (start == null) {
      return;
    }
    if (outcome == Outcome.ACCEPTED) {
      delivered++;
    }
    Names names = out.names();
    Permission permission =
        session.authenticated()
            ? Permission.ACCOUNT
            : out.rules().showsAuth() ? Permission.ANONYMOUS : Permission.UNKNOWN;
    out.sink()
        .accept(
            new Event.Message(
                start,
                session.peer(names),
                time,
                sender,
                session.account(names),
                id,
                size,
                accepted,
                refused,
                Mailbox.id(domain, names),
                inDomain,
                Mailbox.id(otherDomain, names),
                permission,
                outcome));
    reset();
  }

  private void reset() {
    origin = null;
    sender = null;
    size = 0;
    accepted = 0;
    refused = 0;
    inDomain = 0;
    domain = null;
    otherDomain = null;
    held.clear();
  }

  private boolean nullSender() {
    return sender != null && sender.isEmpty();
  }

  /** Lets go of blocks. */
  void detach() {
    held.addAll(SessionState.detached(held));
    origin = origin == null ? null : origin.detached();
    sender = sender == null ? null : sender.detached();
    domain = domain == null ? null : domain.detached();
    otherDomain = otherDomain == null ? null : otherDomain.detached();
  }
}
