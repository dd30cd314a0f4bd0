package postmortem.event;

import java.util.Locale;

/** Why something was refused. */
public enum Reason {
  NONE,
  // AUTH attempts and logons
  WRONG_PASSWORD,
  NO_SUCH_ACCOUNT,
  /** The log says "denied" and not whether the account exists. */
  DENIED,
  /** The password was right; expired, out of hours, must change, wrong machine. */
  RIGHT_PASSWORD_REFUSED,
  /** The account was locked, and the password was not checked. */
  LOCKED,
  /** The account is disabled or has expired; whether the password was right is not said. */
  ACCOUNT_DISABLED,
  MECHANISM_NOT_OFFERED,
  /** Our own directory or mailbox server failed: nobody's fault. */
  BACK_END,
  // recipients and messages
  /** Relaying denied: 5.7.1, 5.7.54. */
  RELAY_DENIED,
  UNKNOWN_RECIPIENT,
  MAILBOX_FULL,
  TOO_LARGE,
  /** The remote names a blocklist or our reputation. */
  REPUTATION,
  /** Greylisted, busy, or out of space. */
  TEMPORARY,
  OTHER;

  /** Does a logon that is refused for this name an account that exists? */
  public boolean isOfExistingAccount() {
    return switch (this) {
      case WRONG_PASSWORD, RIGHT_PASSWORD_REFUSED, LOCKED, ACCOUNT_DISABLED -> true;
      default -> false;
    };
  }

  /** The name in reports: {@code wrong-password}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
