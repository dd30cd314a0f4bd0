package postmortem.parser.exchange;

import postmortem.event.Reason;
import postmortem.text.AsciiText;

/**
 * Why an AUTH attempt was denied, by the words in the server's own note.
 *
 * <p>{@code Inbound AUTH LOGIN failed because of LogonDenied} and {@code User Name: ...} are
 * documented (exchange-logs.md, 2); versions differ in the words before the reason. The reason is a
 * status of Windows' SSPI, or a sentence where the password was right and something else was wrong.
 */
enum Denial {
  // the password was right
  SUCCEEDED("succeeded, but ", Reason.RIGHT_PASSWORD_REFUSED),
  WELL_KNOWN("reject well-known account", Reason.RIGHT_PASSWORD_REFUSED),
  SUBMIT("have submit permission", Reason.RIGHT_PASSWORD_REFUSED),
  NOT_FOUND("Could not find user", Reason.RIGHT_PASSWORD_REFUSED),
  PASSWORD_EXPIRED("PasswordExpired", Reason.RIGHT_PASSWORD_REFUSED),
  EXPIRED_CREDENTIALS("ExpiredCreds", Reason.RIGHT_PASSWORD_REFUSED),
  MUST_CHANGE("MustChange", Reason.RIGHT_PASSWORD_REFUSED),
  RESTRICTION("Restriction", Reason.RIGHT_PASSWORD_REFUSED),
  HOURS("LogonHours", Reason.RIGHT_PASSWORD_REFUSED),
  WORKSTATION("Workstation", Reason.RIGHT_PASSWORD_REFUSED),
  // it was not checked
  LOCKED("LockedOut", Reason.LOCKED),
  LOCKED_IN_WORDS("locked out", Reason.LOCKED),
  // it was wrong, or the name was
  NO_USER("NoSuchUser", Reason.NO_SUCH_ACCOUNT),
  WRONG("WrongPassword", Reason.WRONG_PASSWORD),
  LOGON_DENIED("LogonDenied", Reason.DENIED),
  UNKNOWN("UnknownCredentials", Reason.DENIED),
  INVALID("InvalidCreds", Reason.DENIED),
  FAILURE("AuthFailure", Reason.DENIED),
  // the client wanted what is not to be had
  UNSUPPORTED("Unsupported", Reason.MECHANISM_NOT_OFFERED),
  PACKAGE("PackageNotFound", Reason.MECHANISM_NOT_OFFERED),
  QOP("QopNotSupported", Reason.MECHANISM_NOT_OFFERED),
  ALGORITHM("AlgorithmMismatch", Reason.MECHANISM_NOT_OFFERED),
  // nobody's fault
  AUTHORITY("NoAuthenticatingAuthority", Reason.BACK_END),
  NO_SERVERS("NoLogonServers", Reason.BACK_END),
  INTERNAL("InternalError", Reason.BACK_END),
  MEMORY("Memory", Reason.BACK_END),
  TARGET("TargetUnknown", Reason.BACK_END),
  PRINCIPAL("WrongPrincipal", Reason.BACK_END),
  CLOCK("TimeSkew", Reason.BACK_END),
  INACTIVE("service is Inactive", Reason.BACK_END),
  UNREACHABLE("Unreachable", Reason.BACK_END),
  TIMED_OUT("TimedOut", Reason.BACK_END),
  COMMUNICATION("CommunicationFailure", Reason.BACK_END),
  TRANSIENT("Transient", Reason.BACK_END);

  private static final Denial[] ALL = values();

  private final String words;
  private final Reason reason;

  Denial(String words, Reason reason) {
    this.words = words;
    this.reason = reason;
  }

  /** The reason that a note gives; {@link Reason#NONE} where it tells of no denial. */
  static Reason reason(byte[] b, int from, int to) {
    if (!isDenial(b, from, to)) {
      return Reason.NONE;
    }
    int details = AsciiText.find(b, from, to, ", Details:"); // they repeat what the client sent
    int end = details < 0 ? to : details;
    for (Denial denial : ALL) {
      if (AsciiText.contains(b, from, end, denial.words)) {
        return denial.reason;
      }
    }
    return Reason.OTHER;
  }

  private static boolean isDenial(byte[] b, int from, int to) {
    if (AsciiText.startsWithIgnoreCase(b, from, to, "Inbound ")) {
      return AsciiText.contains(b, from, to, " failed because")
          || AsciiText.contains(b, from, to, " failed as ")
          || AsciiText.contains(b, from, to, "authentication succeeded, but ");
    }
    return AsciiText.startsWithIgnoreCase(b, from, to, "Unable to initialize inbound ")
        || AsciiText.startsWithIgnoreCase(b, from, to, "Failed to initialize inbound ")
        || AsciiText.startsWithIgnoreCase(
            b, from, to, "Custom (generally LiveID) Authentication failed")
        || AsciiText.startsWithIgnoreCase(b, from, to, "Could not find user ")
        || AsciiText.startsWithIgnoreCase(b, from, to, "Outbound Authentication failed with ")
        || AsciiText.startsWithIgnoreCase(
            b, from, to, "Outbound Exchange Authentication failed with ")
        || AsciiText.startsWithIgnoreCase(
            b, from, to, "Rejecting authentication and disconnecting ")
        || AsciiText.startsWithIgnoreCase(
            b, from, to, "Rejecting the authentication and disconnecting ");
  }
}
