package postmortem.analysis;

import postmortem.event.Outcome;

/** What a message is, seen from our domains. */
public final class Letter {

  private Letter() {}

  /** Accepted recipients of a message in domains that are surely not ours. */
  public static int foreignRecipients(Fact message, Context context) {
    int foreign = 0;
    int inDomain = Math.min(message.inDomain(), message.count());
    if (context.local().isForeign(message.domain())) {
      foreign += inDomain;
    }
    if (context.local().isForeign(message.otherDomain())) {
      foreign += message.count() - inDomain;
    }
    return foreign;
  }

  /**
   * Is this a report of failure: made here, come in from outside, or a refusal for good of what we
   * sent? Not null-sender mail to a foreign domain, which asks whether we relay, and not what one
   * machine of ours hands to another.
   */
  public static boolean isReport(Fact fact, Context context) {
    return switch (fact.kind()) {
      case NULL_SENDER ->
          !context.local().isForeign(fact.domain()) && !context.handedOn().is(fact, context);
      case DSN_SENT -> !context.handedOn().is(fact, context);
      case REMOTE_REFUSAL -> fact.outcome() == Outcome.REJECTED;
      default -> false;
    };
  }

  /** Is the sender's domain none of ours? */
  public static boolean forged(Fact message, Context context) {
    return !context.local().isOwnSender(message.senderDomain());
  }

  /**
   * Was the recipient refused because we do not relay? Where the log does not say why, a foreign
   * domain does (iis-smtp.md, 9: the reply's text is not in it).
   */
  public static boolean relayDenied(Fact refused, Context context) {
    return switch (refused.reason()) {
      case RELAY_DENIED -> true;
      case NONE, OTHER, DENIED -> context.local().isForeign(refused.domain());
      default -> false;
    };
  }

  /** Was the recipient refused because nobody has that name? */
  public static boolean unknownName(Fact refused, Context context) {
    return switch (refused.reason()) {
      case UNKNOWN_RECIPIENT -> true;
      case NONE, OTHER, DENIED -> !context.local().isForeign(refused.domain());
      default -> false;
    };
  }
}
