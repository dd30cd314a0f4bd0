package postmortem.parser.iis;

import java.util.Arrays;
import postmortem.text.AsciiText;
import postmortem.text.Tokens;

/**
 * Finds what may be a part of an AUTH exchange.
 *
 * <p>No log of this service has shown AUTH (iis-smtp.md, 9), but the set of verbs that it logs is a
 * mask that can be set; and a client that goes on with an exchange that the server has refused has
 * its base64 logged as a verb.
 */
final class Secrets {

  private static final String[] MECHANISMS = {
    "LOGIN",
    "PLAIN",
    "NTLM",
    "CRAM-MD5",
    "DIGEST-MD5",
    "GSSAPI",
    "GSS-SPNEGO",
    "SPNEGO",
    "KERBEROS_V4",
    "XOAUTH2",
    "SCRAM-SHA-1",
    "EXTERNAL"
  };

  private static final String[] PASSWORD_VERBS = {"PASS", "PASSWORD", "LOGIN", "AUTHINFO"};

  /** No command is that long. */
  private static final int LONGEST_VERB = 16;

  private Secrets() {}

  /** The end of the mechanism's name that the bytes begin with; {@code from} where they don't. */
  static int mechanismEnd(byte[] b, int from, int to) {
    int plus = AsciiText.indexOf(b, from, to, '+');
    int end = plus < 0 ? to : plus;
    for (String mechanism : MECHANISMS) {
      if (AsciiText.equalsIgnoreCase(b, from, end, mechanism)) {
        return end;
      }
    }
    return from;
  }

  /**
   * May a verb that is no known command be base64? Its length is a multiple of four, and it holds
   * what no verb does: digits, padding, or small letters beside capitals other than the first. A
   * very long one may be, whatever it holds.
   */
  static boolean maybeBase64(byte[] b, int from, int to) {
    if (to - from < 4) {
      return false;
    }
    boolean telling = false;
    boolean small = false;
    boolean capitals = false;
    for (int i = from; i < to; i++) {
      int c = b[i];
      boolean capital = c >= 'A' && c <= 'Z';
      boolean letter = capital || c >= 'a' && c <= 'z';
      boolean digit = c >= '0' && c <= '9';
      if (!letter && !digit && c != '+' && c != '/' && c != '=') {
        return false;
      }
      telling |= !letter;
      capitals |= capital && i > from;
      small |= letter && !capital;
    }
    telling |= small && capitals;
    return to - from > LONGEST_VERB || telling && (to - from) % 4 == 0;
  }

  /** Overwrites in a row what may be secret, whatever columns the row has. */
  static void mask(byte[] row) {
    int[] starts = new int[row.length + 2];
    int count = Tokens.cut(row, 0, row.length, (byte) ' ', starts);
    int first = afterService(row, starts, count);
    boolean verb = false;
    for (int k = first; k < count; k++) {
      int from = starts[k];
      int to = starts[k + 1] - 1;
      boolean auth =
          AsciiText.equalsIgnoreCase(row, from, to, "AUTH")
              || AsciiText.equalsIgnoreCase(row, from, to, "X-EXPS");
      boolean password = isPasswordVerb(row, from, to);
      if (auth || password) {
        maskArgument(row, starts, k + 1, count, auth);
        return;
      }
      verb |= isVerb(row, from, to) || isResponse(row, from, to);
    }
    for (int k = first; k < count && !verb; k++) {
      maskBase64(row, starts[k], starts[k + 1] - 1);
    }
  }

  private static boolean isPasswordVerb(byte[] row, int from, int to) {
    for (String verb : PASSWORD_VERBS) {
      if (AsciiText.equalsIgnoreCase(row, from, to, verb)) {
        return true;
      }
    }
    return false;
  }

  /** HELO names, which anybody may choose, stand before the service's name. */
  private static int afterService(byte[] row, int[] starts, int count) {
    for (int k = 0; k < count; k++) {
      boolean response = isResponse(row, starts[k], starts[k + 1] - 1);
      if (response) {
        return k;
      }
      if (AsciiText.startsWithIgnoreCase(row, starts[k], starts[k + 1] - 1, "SMTPSVC")) {
        return k + 1;
      }
    }
    return 0;
  }

  private static boolean isResponse(byte[] row, int from, int to) {
    return SmtpRows.RESPONSE.is(row, from, to);
  }

  private static boolean isVerb(byte[] row, int from, int to) {
    return switch (SmtpVerb.of(row, from, to)) {
      case UNKNOWN -> false;
      default -> true;
    };
  }

  /** The argument is the first field after the verb that is not a dash. */
  private static void maskArgument(
      byte[] row, int[] starts, int after, int count, boolean mechanism) {
    for (int k = after; k < count; k++) {
      int from = starts[k];
      int to = starts[k + 1] - 1;
      if (to > from + 1 || to == from + 1 && row[from] != '-') {
        int start = MailArgument.afterBlanks(row, from, to);
        Arrays.fill(row, mechanism ? mechanismEnd(row, start, to) : start, to, (byte) '*');
        return;
      }
    }
  }

  private static void maskBase64(byte[] row, int from, int to) {
    int start = MailArgument.afterBlanks(row, from, to);
    boolean number = to - start < 4;
    if (!number && maybeBase64(row, start, to) && !allDigits(row, start, to)) {
      Arrays.fill(row, start, to, (byte) '*');
    }
  }

  private static boolean allDigits(byte[] row, int from, int to) {
    for (int i = from; i < to; i++) {
      if (row[i] < '0' || row[i] > '9') {
        return false;
      }
    }
    return true;
  }
}
