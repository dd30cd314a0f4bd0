package postmortem.parser.iis;

import postmortem.text.AsciiText;

/** What stands in {@code cs-method}: commands as clients type them, and what the service adds. */
enum SmtpVerb {
  HELO,
  EHLO,
  MAIL,
  RCPT,
  DATA,
  BDAT,
  RSET,
  QUIT,
  TIMEOUT,
  STARTTLS,
  AUTH,
  /** A command that is known and tells nothing about mail. */
  KNOWN,
  /** Letters x alone: some firewalls overwrite commands that they do not let through. */
  MASKED,
  /** Anything else. It may be a part of an AUTH exchange, and so a secret. */
  UNKNOWN;

  // The words of four letters, as AsciiText.four reads them, in upper case.
  private static final int HELO_WORD = 'H' | 'E' << 8 | 'L' << 16 | 'O' << 24;
  private static final int EHLO_WORD = 'E' | 'H' << 8 | 'L' << 16 | 'O' << 24;
  private static final int MAIL_WORD = 'M' | 'A' << 8 | 'I' << 16 | 'L' << 24;
  private static final int RCPT_WORD = 'R' | 'C' << 8 | 'P' << 16 | 'T' << 24;
  private static final int DATA_WORD = 'D' | 'A' << 8 | 'T' << 16 | 'A' << 24;
  private static final int BDAT_WORD = 'B' | 'D' << 8 | 'A' << 16 | 'T' << 24;
  private static final int RSET_WORD = 'R' | 'S' << 8 | 'E' << 16 | 'T' << 24;
  private static final int QUIT_WORD = 'Q' | 'U' << 8 | 'I' << 16 | 'T' << 24;
  private static final int AUTH_WORD = 'A' | 'U' << 8 | 'T' << 16 | 'H' << 24;
  private static final int UPPER = 0xdfdfdfdf; // of letters; no other byte becomes one

  private static final String[] KNOWN_WORDS = {
    "NOOP",
    "VRFY",
    "EXPN",
    "HELP",
    "ETRN",
    "TURN",
    "ATRN",
    "SEND",
    "SOML",
    "SAML",
    "XEXCH50",
    "X-LINK2STATE",
    "X-EXPS",
    "GET",
    "POST",
    "HEAD",
    "CONNECT",
    "OPTIONS",
    "PUT"
  };

  static SmtpVerb of(byte[] b, int from, int to) {
    return switch (to - from) {
      case 4 -> ofFour(b, from);
      case 7 -> ofSeven(b, from, to);
      case 8 -> AsciiText.equalsIgnoreCase(b, from, to, "STARTTLS") ? STARTTLS : known(b, from, to);
      case 9 -> joined(b, from, to, "MAIL", "FROM") ? MAIL : known(b, from, to);
      default -> known(b, from, to);
    };
  }

  private static SmtpVerb ofFour(byte[] b, int from) {
    return switch (AsciiText.four(b, from) & UPPER) {
      case HELO_WORD -> HELO;
      case EHLO_WORD -> EHLO;
      case MAIL_WORD -> MAIL;
      case RCPT_WORD -> RCPT;
      case DATA_WORD -> DATA;
      case BDAT_WORD -> BDAT;
      case RSET_WORD -> RSET;
      case QUIT_WORD -> QUIT;
      case AUTH_WORD -> AUTH;
      default -> known(b, from, from + 4);
    };
  }

  private static SmtpVerb ofSeven(byte[] b, int from, int to) {
    if (AsciiText.equalsIgnoreCase(b, from, to, "TIMEOUT")) {
      return TIMEOUT;
    }
    return joined(b, from, to, "RCPT", "TO") ? RCPT : known(b, from, to);
  }

  /** Two words as some documents show them, with a blank or with its {@code +} between. */
  private static boolean joined(byte[] b, int from, int to, String verb, String keyword) {
    int gap = from + verb.length();
    return (b[gap] == ' ' || b[gap] == '+')
        && AsciiText.startsWithIgnoreCase(b, from, to, verb)
        && AsciiText.equalsIgnoreCase(b, gap + 1, to, keyword);
  }

  private static SmtpVerb known(byte[] b, int from, int to) {
    for (String word : KNOWN_WORDS) {
      if (AsciiText.equalsIgnoreCase(b, from, to, word)) {
        return KNOWN;
      }
    }
    return isMasked(b, from, to) ? MASKED : UNKNOWN;
  }

  private static boolean isMasked(byte[] b, int from, int to) {
    boolean masked = to - from >= 4;
    for (int i = from; i < to; i++) {
      masked &= b[i] == 'x' || b[i] == 'X';
    }
    return masked;
  }

  /** Can only a client that speaks SMTP have typed it? */
  boolean isMail() {
    return switch (this) {
      case HELO, EHLO, MAIL, RCPT, DATA, BDAT -> true;
      case RSET, QUIT, TIMEOUT, STARTTLS, AUTH, KNOWN, MASKED, UNKNOWN -> false;
    };
  }
}
