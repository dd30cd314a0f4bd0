package postmortem.incident;

import org.jspecify.annotations.Nullable;
import postmortem.analysis.Context;
import postmortem.analysis.Fact;
import postmortem.event.Address;
import postmortem.event.Outcome;
import postmortem.event.Reason;

/** Counts what happened to one account within an incident. */
final class AccountTally {

  private final String account;
  private boolean exists;
  private boolean unknown;
  private long attempts;
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;
  private @Nullable Long firstSuccess;
  private int successFrom;
  private long messages;
  private long recipients;

  AccountTally(String account) {
    this.account = account;
  }

  String account() {
    return account;
  }

  long weight() {
    return attempts + messages + recipients + (firstSuccess == null ? 0 : 1);
  }

  void add(Fact fact) {
    first = Math.min(first, fact.time());
    last = Math.max(last, fact.time());
    switch (fact.kind()) {
      case ATTEMPT, LOGON -> attempt(fact);
      case MESSAGE -> {
        messages++;
        recipients += fact.count();
      }
      default -> {
        // its time counts
      }
    }
  }

  private void attempt(Fact fact) {
    if (fact.outcome() == Outcome.ACCEPTED) {
      exists = true;
      if (firstSuccess == null) {
        firstSuccess = fact.time();
        successFrom = fact.source();
      }
      return;
    }
    if (fact.outcome() == Outcome.REJECTED) {
      attempts += fact.count();
      Reason reason = fact.reason();
      unknown |= reason == Reason.NO_SUCH_ACCOUNT;
      exists |= reason.isOfExistingAccount();
    }
  }

  /** An account that only a guest logon let in need not exist. */
  Incident.AccountRow row(Scene scene) {
    Context context = scene.context();
    boolean taken = scene.taken().contains(account);
    long start = first <= last ? first : scene.start();
    boolean guest = scene.guest() && !Guests.named(account);
    Long success = taken || scene.guest() ? firstSuccess : null;
    Address from = success == null ? null : context.address(successFrom);
    if (taken && success == null) {
      success = scene.successOf(account);
      from = scene.successFrom(account);
    }
    return new Incident.AccountRow(
        account,
        unknown ? Boolean.FALSE : (exists || taken) && !guest ? Boolean.TRUE : null,
        attempts,
        start,
        first <= last ? last : scene.end(),
        success,
        from,
        Privileged.named(account) || scene.privileged(account) ? Boolean.TRUE : null,
        messages,
        recipients);
  }
}
