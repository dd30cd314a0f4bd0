package postmortem.parser.exchange;

import org.jspecify.annotations.Nullable;
import postmortem.event.StepKind;
import postmortem.text.AsciiText;

/** The commands of SMTP and of Exchange's own extensions, and the steps that they are. */
enum Verb {
  EHLO(StepKind.HELO),
  HELO(StepKind.HELO),
  MAIL(StepKind.MAIL),
  RCPT(StepKind.RCPT),
  DATA(StepKind.DATA),
  BDAT(StepKind.DATA),
  RSET(StepKind.RSET),
  QUIT(StepKind.QUIT),
  AUTH(StepKind.AUTH),
  X_EXPS("X-EXPS", StepKind.AUTH),
  STARTTLS(StepKind.TLS),
  X_ANONYMOUSTLS("X-ANONYMOUSTLS", StepKind.TLS),
  XPROXY(StepKind.PROXIED_FOR),
  XPROXYFROM(StepKind.PROXIED_FOR),
  // known, so that they are not taken for anything else
  NOOP,
  HELP,
  VRFY,
  EXPN,
  ETRN,
  TURN,
  ATRN,
  SEND,
  SOML,
  SAML,
  LHLO,
  XEXCH50,
  XPROXYTO,
  XQDISCARD,
  XSHADOW,
  XSHADOWREQUEST,
  XSESSIONPARAMS;

  private static final Verb[] ALL = values();

  private final String word;
  private final StepKind step;

  Verb() {
    this(StepKind.OTHER_COMMAND);
  }

  Verb(StepKind step) {
    this.word = name();
    this.step = step;
  }

  Verb(String word, StepKind step) {
    this.word = word;
    this.step = step;
  }

  StepKind step() {
    return step;
  }

  /** The verb that the bytes are, or null. */
  static @Nullable Verb of(byte[] b, int from, int to) {
    for (Verb verb : ALL) {
      if (AsciiText.equalsIgnoreCase(b, from, to, verb.word)) {
        return verb;
      }
    }
    return null;
  }

  /** One past the verb that a command begins with. */
  static int end(byte[] b, int from, int to) {
    int i = from;
    while (i < to && b[i] > ' ' && b[i] != ':') {
      i++;
    }
    return i;
  }
}
