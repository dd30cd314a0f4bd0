package postmortem.analysis.auth;

import postmortem.event.Service;

/** Services that one attack goes through: guessing at file shares is not guessing at mail. */
enum Door {
  MAIL,
  SHARES,
  DESKTOP,
  OTHER;

  static Door of(Service service) {
    return switch (service) {
      case SMTP, SUBMISSION, POP, IMAP, OWA, ACTIVESYNC, EWS -> MAIL;
      case SMB -> SHARES;
      case RDP -> DESKTOP;
      case OTHER -> OTHER;
    };
  }
}
