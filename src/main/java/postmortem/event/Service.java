package postmortem.event;

import java.util.Locale;

/** What was talked to. */
public enum Service {
  SMTP,
  SUBMISSION,
  POP,
  IMAP,
  OWA,
  ACTIVESYNC,
  EWS,
  SMB,
  RDP,
  OTHER;

  /** The name in reports: {@code smtp}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The mail service that is expected on a port of ours; SMTP where the port says nothing. */
  public static Service ofMailPort(int port) {
    return switch (port) {
      case 465, 587 -> SUBMISSION;
      case 110, 995 -> POP;
      case 143, 993 -> IMAP;
      default -> SMTP;
    };
  }
}
