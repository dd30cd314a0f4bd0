package postmortem.event;

/** How something that was asked for ended. */
public enum Outcome {
  /** Granted: 235 to AUTH, 250 to a recipient or a message. */
  ACCEPTED,
  /** Refused for good: 535, 5xx. */
  REJECTED,
  /** Refused for now: 454, 4xx. */
  UNAVAILABLE,
  /** Given up before there was an answer. */
  ABORTED,
  /** The log does not say. */
  UNKNOWN;

  /** The outcome that an SMTP reply code means; UNKNOWN where it is none (RFC 5321, 4.2.1). */
  public static Outcome ofReply(int code) {
    return switch (code / 100) {
      case 2 -> ACCEPTED;
      case 4 -> UNAVAILABLE;
      case 5 -> REJECTED;
      default -> UNKNOWN;
    };
  }
}
