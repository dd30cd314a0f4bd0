package postmortem.event;

/**
 * The kinds of texts that {@link Names} keeps apart, so that a flood of one kind (HELO names made
 * up by an attacker, say) drops none of another.
 */
public enum TextSpace {
  /** Accounts, as logs spell them. */
  ACCOUNT(1 << 16),
  /** Mail domains of recipients, lower case. */
  DOMAIN(1 << 17),
  /** Mail domains of envelope senders, lower case: whoever sends makes them up. */
  SENDER(1 << 17),
  /** Names that clients give in HELO. */
  HELO(1 << 16),
  /** What our side or an RFC names: mechanisms, listeners, blocklists. */
  LABEL(1 << 14);

  private final int limit;

  TextSpace(int limit) {
    this.limit = limit;
  }

  /** So many different texts of the kind are told apart. */
  int limit() {
    return limit;
  }
}
