package postmortem.analysis.join;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import postmortem.analysis.Fact;
import postmortem.analysis.FactKind;
import postmortem.event.Names;
import postmortem.event.Outcome;
import postmortem.event.Permission;
import postmortem.event.Reason;

/** A fact that waits until all that other logs may tell of the same has been seen. */
final class Told {

  Fact fact;
  private final IntArrayList tellers; // what has told of it, see teller()
  private boolean gone; // into another

  Told(Fact fact) {
    this.fact = fact;
    this.tellers = IntArrayList.of(teller(fact));
  }

  /**
   * A stream, and whether by a check of the password: one log tells of an attempt by the logon and
   * by that check, where the account lives on the machine itself.
   */
  private static int teller(Fact fact) {
    return 2 * fact.stream() + (fact.kind() == FactKind.VALIDATION ? 1 : 0);
  }

  boolean isGone() {
    return gone;
  }

  /** Has a log already told of it so, and its other record is one of another attempt? */
  boolean isOf(Told other) {
    for (int i = 0; i < tellers.size(); i++) {
      if (other.tellers.contains(tellers.getInt(i))) {
        return true;
      }
    }
    return false;
  }

  /** How much a log knows of an attempt: a mail log most, the place of the account least. */
  int rank() {
    return switch (fact.kind()) {
      case ATTEMPT -> 2;
      case LOGON -> 1;
      default -> 0;
    };
  }

  boolean succeeded() {
    return fact.outcome() == Outcome.ACCEPTED;
  }

  /** Takes in what another log tells of the same. */
  void take(Told other) {
    tellers.addAll(other.tellers);
    other.gone = true;
    int account = fact.account() > Names.OTHER ? fact.account() : other.fact.account();
    fact = fact.told(account, better(fact.reason(), other.fact.reason()), fact.permission());
    if (fact.source() <= Names.OTHER && other.fact.source() > Names.OTHER) {
      fact = fact.as(fact.kind(), other.fact.source(), other.fact.helo(), fact.attribution());
    }
  }

  /** "Denied" says less than why. */
  private static Reason better(Reason own, Reason others) {
    boolean vague = own == Reason.DENIED || own == Reason.NONE || own == Reason.OTHER;
    return vague && others != Reason.NONE ? others : own;
  }

  /** Is it an attempt at SMTP whose log knows no address? */
  boolean isNameless() {
    return fact.isNameless();
  }

  boolean isAtMail() {
    return fact.isAtMail();
  }

  /** A message that somebody sent whose log names nobody. */
  boolean isMailOfNobody() {
    return fact.kind() == FactKind.MESSAGE && fact.account() == Names.ABSENT;
  }

  void sentBy(int account) {
    fact = fact.told(account, fact.reason(), Permission.ACCOUNT);
  }
}
