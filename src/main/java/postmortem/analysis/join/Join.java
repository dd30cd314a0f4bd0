package postmortem.analysis.join;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import postmortem.analysis.Attribution;
import postmortem.analysis.Fact;
import postmortem.analysis.FactKind;
import postmortem.analysis.FactStore;
import postmortem.analysis.StreamInfo;
import postmortem.event.Names;
import postmortem.event.Outcome;
import postmortem.event.Times;

/**
 * Goes through all facts in the order of corrected time, twice: once to see which accounts'
 * attempts meet which addresses, and once to write down what that means.
 *
 * <p>A fact waits until all that other logs may tell of the same time has come. Then an attempt
 * without an address gets that of the session that was open on its machine; or the connection at
 * the edge, if nobody else was there. Mail that was sent in a session in which somebody logged on
 * is that account's; and a session in which there were attempts is not empty.
 */
public final class Join implements FactStore.Rewriting {

  /** What tells of attempts, and of who was there. */
  private static final Set<FactKind> COUNTED =
      EnumSet.of(
          FactKind.ATTEMPT,
          FactKind.LOGON,
          FactKind.VALIDATION,
          FactKind.CONNECTION,
          FactKind.SESSION);

  /** Records of one attempt are no farther apart. */
  private static final long SAME = 10 * Times.SECOND;

  /** Most clients say who they are so soon after they came. */
  private static final long SOON = 5 * Times.SECOND;

  /** A visit may have ended before the slowest record of its last attempt was written. */
  private static final long LATE = 2 * Times.SECOND;

  private final List<StreamInfo> streams;
  private final Set<Integer> adrift;
  private final Meetings meetings;
  private final boolean counting; // the first time
  private final long slack;
  private final Repeats repeats;
  private final Owners owners = new Owners();
  private final SameAttempts same;
  private final ArrayDeque<Told> waiting = new ArrayDeque<>();
  private final Map<String, Visits> sessions = new HashMap<>(); // by machine
  private final Visits connections;
  private final Map<Integer, Fact> empties = new HashMap<>(); // the last of each ledger id
  private Consumer<Fact> out = fact -> {};
  private int sinceForgotten;

  private Join(
      List<StreamInfo> streams,
      Set<Integer> adrift,
      Meetings meetings,
      boolean counting,
      long spread) {
    this.streams = streams;
    this.adrift = adrift;
    this.meetings = meetings;
    this.counting = counting;
    this.slack = 3 * spread + LATE;
    this.repeats = new Repeats(streams);
    this.same = new SameAttempts(streams, SAME + 3 * spread);
    this.connections = new Visits(this::over);
  }

  /**
   * Joins all facts.
   *
   * @param facts in corrected time
   * @param adrift streams whose times nobody can set right, so that they say nothing of who was
   *     there
   * @param spread how exact the corrections are, nanoseconds
   * @throws IOException where spilled facts can't be written or read
   */
  public static FactStore join(
      FactStore facts, List<StreamInfo> streams, Set<Integer> adrift, long spread)
      throws IOException {
    Meetings meetings = new Meetings();
    Join first = new Join(streams, adrift, meetings, true, spread);
    facts.forEach(COUNTED, fact -> first.next(fact, first.out));
    first.end(first.out);
    return facts.rewritten(new Join(streams, adrift, meetings, false, spread));
  }

  @Override
  public void next(Fact fact, Consumer<Fact> to) {
    out = to;
    release(fact.time() - SAME - slack);
    if (repeats.holds(fact)) {
      return;
    }
    switch (fact.kind()) {
      case EMPTY_SESSION -> empty(fact);
      case SESSION -> come(fact);
      case CONNECTION -> connect(fact);
      case ATTEMPT, LOGON, VALIDATION -> {
        Told told = new Told(fact);
        same.add(told);
        waiting.add(told);
      }
      case MESSAGE -> waiting.add(new Told(fact));
      default -> out.accept(fact);
    }
  }

  private Visits sessionsOf(Fact fact) {
    return sessions.computeIfAbsent(
        streams.get(fact.stream()).machine(), machine -> new Visits(this::over));
  }

  /** It waits for its session, which is told right after it. */
  private void empty(Fact fact) {
    Fact before = empties.put(fact.ledger(), fact);
    if (before != null) {
      out.accept(before);
    }
  }

  private void come(Fact fact) {
    Fact empty = empties.get(fact.ledger());
    boolean own = empty != null && empty.place().equals(fact.place());
    if (own) {
      empties.remove(fact.ledger());
    }
    Visit visit = new Visit(fact, own ? empty : null);
    if (isThere(fact)) {
      sessionsOf(fact).add(visit, past(fact));
    } else {
      over(visit);
    }
  }

  private void connect(Fact fact) {
    if (fact.outcome() == Outcome.ACCEPTED && isThere(fact)) {
      connections.addOnce(new Visit(fact, null), past(fact));
    }
    out.accept(fact);
  }

  private boolean isThere(Fact fact) {
    return fact.source() > Names.OTHER && !adrift.contains(fact.stream());
  }

  /** What was over before that can hold nothing that still waits. */
  private long past(Fact fact) {
    return fact.time() - 2 * SAME - 2 * slack;
  }

  private void over(Visit visit) {
    if (counting && visit.source > Names.OTHER) {
      meetings.visit(visit);
    }
    if (visit.empty != null && !visit.used) {
      out.accept(visit.empty);
    }
  }

  private void release(long until) {
    for (Told told = waiting.peek(); told != null && told.fact.time() < until; ) {
      waiting.remove();
      decide(told);
      told = waiting.peek();
    }
    if (++sinceForgotten >> 16 > 0) {
      sinceForgotten = 0;
      same.forget(until - SAME);
    }
  }

  private void decide(Told told) {
    if (told.isGone()) {
      return;
    }
    if (told.isNameless()) {
      attribute(told);
    } else if (told.isMailOfNobody()) {
      nameSender(told);
    }
    boolean checked = told.fact.kind() == FactKind.VALIDATION;
    out.accept(
        checked
            ? told.fact.as(FactKind.LOGON, told.fact.source(), told.fact.helo(), Attribution.LOGGED)
            : told.fact);
  }

  private void nameSender(Told told) {
    Fact fact = told.fact;
    if (owners.isEmpty()) {
      return;
    }
    int account = sessionsOf(fact).account(fact.source(), fact.stream(), fact.time());
    if (account <= Names.OTHER) {
      account = owners.of(fact.source(), fact.time());
    }
    if (account > Names.OTHER) {
      told.sentBy(account);
    }
  }

  private void attribute(Told told) {
    Fact fact = told.fact;
    Visits.Presence there = presence(fact);
    Visit visit = there.visit();
    if (counting) {
      meetings.attempt(fact.account(), fact.time(), there.anybody());
      if (!adrift.contains(fact.stream())) {
        sessionsOf(fact).begunAbout(fact.time(), SOON, v -> meetings.begin(fact, v));
        connections.begunAbout(fact.time(), SOON, v -> meetings.begin(fact, v));
      }
      if (visit != null) {
        meetings.meet(fact.account(), visit.source, fact.time(), hasJustBegun(visit, fact));
      }
      return;
    }
    if (visit != null && isOf(fact, visit)) {
      visit.used = true;
      if (fact.outcome() == Outcome.ACCEPTED) {
        visit.account = fact.account();
        owners.logOn(visit.source, fact.account(), fact.time());
      }
      told.fact = fact.as(FactKind.ATTEMPT, visit.source, visit.helo, Attribution.ATTRIBUTED);
    } else {
      boolean several = visit == null && there.anybody();
      Attribution why = several ? Attribution.AMBIGUOUS : Attribution.UNATTRIBUTED;
      told.fact = fact.as(FactKind.LOGON, Names.ABSENT, Names.ABSENT, why);
    }
  }

  private boolean isOf(Fact attempt, Visit visit) {
    return meetings.belong(attempt.account(), visit.source)
        || hasJustBegun(visit, attempt) && meetings.isVisitors(attempt.account(), visit.source);
  }

  private static boolean hasJustBegun(Visit visit, Fact attempt) {
    return visit.start <= attempt.time() && attempt.time() - visit.start < SOON;
  }

  /** In the mail log of the machine, and at the edge; where nobody was, a little beside it. */
  private Visits.Presence presence(Fact fact) {
    if (adrift.contains(fact.stream())) {
      return Visits.Presence.NOBODY;
    }
    Visits.Presence there = presence(fact, 0);
    return there.anybody() ? there : presence(fact, slack);
  }

  private Visits.Presence presence(Fact fact, long beside) {
    Visits.Presence inside = sessionsOf(fact).at(fact.time(), beside, Visits.Presence.NOBODY);
    return connections.at(fact.time(), beside, inside);
  }

  @Override
  public void end(Consumer<Fact> to) {
    out = to;
    release(Long.MAX_VALUE);
    sessions.values().forEach(visits -> visits.forget(Long.MAX_VALUE));
    connections.forget(Long.MAX_VALUE);
    empties.values().forEach(out);
  }
}
