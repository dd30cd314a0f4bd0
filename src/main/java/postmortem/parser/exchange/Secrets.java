package postmortem.parser.exchange;

import java.util.Arrays;
import postmortem.text.AsciiText;

/**
 * Knows what in a row may be a password.
 *
 * <p>Exchange writes placeholders for AUTH exchanges, but not every version and not everywhere: an
 * initial response, an answer that was taken for a command, or the values that a front end hands
 * over may stand in the clear, in base64.
 */
final class Secrets {

  private static final int LONGEST_MECHANISM = 20; // RFC 4422, 3.1
  private static final int EVENT = Column.EVENT.ordinal();
  private static final String[] PASSWORD_VERBS = {"PASS", "PASSWORD", "LOGIN", "AUTHINFO"};
  private static final String[] PROXY_KEYS = {
    "SID=", "IP=", "PORT=", "DOMAIN=", "CAPABILITIES=", "SEQNUM=", "PERMS=", "AUTHSRC="
  };

  private Secrets() {}

  /**
   * One past the mechanism that an AUTH command begins with; {@code from} where the first word is
   * no name of a mechanism, and so may be a secret: such names are letters of one case.
   */
  static int mechanismEnd(byte[] b, int from, int to) {
    int end = Word.end(b, from, to);
    boolean upper = false;
    boolean lower = false;
    for (int i = from; i < end; i++) {
      upper |= b[i] >= 'A' && b[i] <= 'Z' && i > from; // the first letter may be a capital: Login
      lower |= b[i] >= 'a' && b[i] <= 'z';
      if (!isMechanismByte(b[i])) {
        return from;
      }
    }
    return upper && lower || end - from > LONGEST_MECHANISM ? from : end;
  }

  private static boolean isMechanismByte(byte b) {
    return b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z' || Word.isDigit(b) || b == '-' || b == '_';
  }

  /** Is it one word of base64, and no command? */
  static boolean isBase64(byte[] b, int from, int to) {
    int end = to;
    while (end > from && to - end < 2 && b[end - 1] == '=') {
      end--;
    }
    for (int i = from; i < end; i++) {
      boolean alphabet =
          b[i] >= 'A' && b[i] <= 'Z'
              || b[i] >= 'a' && b[i] <= 'z'
              || Word.isDigit(b[i])
              || b[i] == '+'
              || b[i] == '/';
      if (!alphabet) {
        return false;
      }
    }
    int length = to - from;
    boolean long4 = length >= 4 && length % 4 == 0;
    return end > from && (long4 || length >= 12) && Verb.of(b, from, to) == null;
  }

  /**
   * Overwrites what may be a secret. Goes by commas alone, because a damaged row has odd quotes.
   */
  static void mask(byte[] row) {
    int part = 0;
    int before = 0; // start of the part before
    int from = 0;
    while (from <= row.length) {
      int to = from;
      while (to < row.length && row[to] != ',') {
        to++;
      }
      int start = from < to && row[from] == '"' ? from + 1 : from;
      int end = to > start && row[to - 1] == '"' ? to - 1 : to;
      maskPart(row, Word.skipBlanks(row, start, end), end);
      if (mayBeAnswer(row, part, before, from)
          && (isBase64(row, start, end) || mayBePassword(row, before, start, end))) {
        Arrays.fill(row, start, end, (byte) '*');
      }
      before = from;
      from = to + 1;
      part++;
    }
  }

  /** Has a client sent one word that is no command, and holds what no command does? */
  private static boolean mayBePassword(byte[] row, int before, int from, int to) {
    boolean telling = false;
    for (int i = from; i < to; i++) {
      telling |= !isMechanismByte(row[i]) || Word.isDigit(row[i]);
    }
    return row[before] == '<'
        && telling
        && row[from] != '<'
        && Word.end(row, from, to) == to
        && Verb.of(row, from, Verb.end(row, from, to)) == null;
  }

  /** Is the part the data of a command or a reply, or may it be, where the event is lost? */
  private static boolean mayBeAnswer(byte[] row, int part, int before, int from) {
    int length = from - 1 - before; // of the part before
    boolean afterArrow = length == 1 && (row[before] == '<' || row[before] == '>');
    return part > 0 && afterArrow || part == EVENT || part == EVENT + 1 && length == 0;
  }

  private static void maskPart(byte[] row, int from, int to) {
    int verbEnd = Verb.end(row, from, to);
    int rest = Word.skipBlanks(row, verbEnd, to);
    for (String verb : PASSWORD_VERBS) {
      if (AsciiText.equalsIgnoreCase(row, from, verbEnd, verb)) {
        star(row, rest, row.length); // unlike base64, a password may hold commas
        return;
      }
    }
    Verb verb = Verb.of(row, from, verbEnd);
    if (verb == Verb.AUTH || verb == Verb.X_EXPS) {
      int end = mechanismEnd(row, rest, to);
      if (AsciiText.equalsIgnoreCase(row, rest, end, "EXCHANGEAUTH")) {
        end = Word.end(row, Word.skipBlanks(row, end, to), to); // the name of a hash function
      }
      star(row, end, to);
    } else if (verb == Verb.XPROXY || verb == Verb.XPROXYFROM) {
      maskProxy(row, rest, to);
    }
  }

  private static void maskProxy(byte[] row, int from, int to) {
    int end;
    for (int i = from; i < to; i = Word.skipBlanks(row, end, to)) {
      end = Word.end(row, i, to);
      boolean harmless = false;
      for (String key : PROXY_KEYS) {
        harmless |= AsciiText.startsWithIgnoreCase(row, i, end, key);
      }
      if (!harmless) {
        int value = i;
        while (value < end && row[value] != '=') {
          value++;
        }
        star(row, value == end ? i : value + 1, end);
      }
    }
  }

  /** Stars for all but blanks. */
  private static void star(byte[] row, int from, int to) {
    for (int i = from; i < to; i++) {
      if (row[i] != ' ') {
        row[i] = '*';
      }
    }
  }
}
