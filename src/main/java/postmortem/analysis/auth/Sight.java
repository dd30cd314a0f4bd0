package postmortem.analysis.auth;

import java.util.EnumSet;
import java.util.Set;
import postmortem.analysis.Context;
import postmortem.analysis.Fact;
import postmortem.analysis.FactKind;
import postmortem.event.Outcome;
import postmortem.event.Reason;

/** What there is to see of guessing in a log. */
enum Sight {
  /** AUTH attempts and logons, with their outcome. */
  ATTEMPTS(EnumSet.of(FactKind.ATTEMPT, FactKind.LOGON)) {
    @Override
    Meaning of(Fact fact, Context context) {
      if (fact.outcome() == Outcome.ACCEPTED) {
        return Meaning.SUCCESS;
      }
      if (fact.outcome() == Outcome.REJECTED && fact.reason() == Reason.RIGHT_PASSWORD_REFUSED) {
        return Meaning.RIGHT;
      }
      boolean tellsOfPassword =
          fact.outcome() == Outcome.REJECTED
              && fact.reason() != Reason.MECHANISM_NOT_OFFERED
              && fact.reason() != Reason.BACK_END;
      return tellsOfPassword ? Meaning.FAILURE : Meaning.NONE;
    }
  },
  /** Sessions without mail, in a log that shows no AUTH; delivered mail is what speaks for one. */
  SESSIONS(EnumSet.of(FactKind.EMPTY_SESSION, FactKind.MESSAGE, FactKind.NULL_SENDER)) {
    @Override
    Meaning of(Fact fact, Context context) {
      if (fact.kind() != FactKind.EMPTY_SESSION) {
        return fact.outcome() == Outcome.ACCEPTED ? Meaning.SUCCESS : Meaning.NONE;
      }
      return context.stream(fact).showsAuth() || context.inside(fact.source())
          ? Meaning.NONE
          : Meaning.FAILURE;
    }
  };

  /** What a fact says about whoever sent it. */
  enum Meaning {
    NONE,
    SUCCESS,
    FAILURE,
    /** The password was right, and refused for another reason: no guess any more. */
    RIGHT
  }

  private final Set<FactKind> kinds;

  Sight(Set<FactKind> kinds) {
    this.kinds = Set.copyOf(kinds);
  }

  Set<FactKind> kinds() {
    return kinds;
  }

  abstract Meaning of(Fact fact, Context context);

  /** How many attempts the fact tells of. */
  int weight(Fact fact) {
    return this == ATTEMPTS ? Math.max(1, fact.count()) : 1;
  }

  /** The account of the fact, where this sight knows accounts. */
  int account(Fact fact) {
    return this == ATTEMPTS ? fact.account() : 0;
  }
}
