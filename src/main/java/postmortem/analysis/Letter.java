package postmortem.analysis;

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
