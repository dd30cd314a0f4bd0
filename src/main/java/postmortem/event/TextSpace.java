package postmortem.event;

/**
 * The kinds of texts that {@link Names} keeps apart, so that a flood of one kind (HELO names made
 * up by an attacker, say) drops none of another.
 */
public enum TextSpace {
  /** Accounts, as logs spell them. */
  ACCOUNT,
  /** Mail domains, lower case. */
  DOMAIN,
  /** Names that clients give in HELO. */
  HELO,
  /** What our side or an RFC names: mechanisms, listeners, blocklists. */
  LABEL
}
