package postmortem.parser.iis;

import postmortem.event.Span;
import postmortem.text.AsciiNumbers;
import postmortem.text.AsciiText;

/**
 * The argument of MAIL or RCPT as {@code cs-uri-query} holds it, where {@code +} may be a blank or
 * itself (iis-smtp.md, 4). Made once and used for row after row.
 */
final class MailArgument {

  private static final String[] PARAMETERS = {
    "SIZE=",
    "BODY=",
    "RET=",
    "ENVID=",
    "AUTH=",
    "NOTIFY=",
    "ORCPT=",
    "BY=",
    "SMTPUTF8",
    "MT-PRIORITY="
  };

  private long address;
  private long size;

  /** The span of the address, empty for the null sender; absent where there is none. */
  long address() {
    return address;
  }

  /** What SIZE declares, or 0. */
  long size() {
    return size;
  }

  /**
   * Reads {@code +FROM:<a@b>+SIZE=1}, {@code +FROM:+<a@b>}, {@code FROM:a@b}, and the same of TO.
   *
   * @param keyword FROM or TO
   */
  void read(byte[] b, int from, int to, String keyword) {
    address = Span.ABSENT;
    size = 0;
    int i = afterBlanks(b, from, to);
    if (!AsciiText.startsWithIgnoreCase(b, i, to, keyword)) {
      return;
    }
    i = afterBlanks(b, i + keyword.length(), to);
    boolean colon = i < to && b[i] == ':';
    i = colon ? afterBlanks(b, i + 1, to) : i;
    int end;
    if (i < to && b[i] == '<') {
      end = closing(b, i + 1, to);
      address = Span.of(i + 1, end);
    } else if (colon && i < to) {
      end = beforeParameters(b, i, to);
      address = end > i ? Span.of(i, end) : Span.ABSENT;
    } else {
      return;
    }
    if (to - end > "+SIZE=".length()) {
      size = size(b, end, to);
    }
  }

  static int afterBlanks(byte[] b, int from, int to) {
    int i = from;
    while (i < to && b[i] == '+') {
      i++;
    }
    return i;
  }

  /** The bracket that ends the address: a quoted local part may hold others. */
  private static int closing(byte[] b, int from, int to) {
    int any = AsciiText.indexOf(b, from, to, '>');
    for (int i = any; i >= 0; i = AsciiText.indexOf(b, i + 1, to, '>')) {
      if (i + 1 == to || b[i + 1] == '+') {
        return i;
      }
    }
    return any >= 0 ? any : beforeParameters(b, from, to);
  }

  /** A {@code +} ends an address without brackets only where a known parameter follows. */
  private static int beforeParameters(byte[] b, int from, int to) {
    int end = to;
    for (int i = from; i < to; i++) {
      if (b[i] == '+' && isParameter(b, i + 1, to)) {
        end = i;
        break;
      }
    }
    while (end > from && b[end - 1] == '+') {
      end--;
    }
    return end;
  }

  private static boolean isParameter(byte[] b, int from, int to) {
    for (String parameter : PARAMETERS) {
      if (AsciiText.startsWithIgnoreCase(b, from, to, parameter)) {
        return true;
      }
    }
    return false;
  }

  private static long size(byte[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      if (b[i] == '+' && AsciiText.startsWithIgnoreCase(b, i + 1, to, "SIZE=")) {
        int start = i + 1 + "SIZE=".length();
        int end = AsciiText.indexOf(b, start, to, '+');
        return Math.max(0, AsciiNumbers.unsigned(b, start, end < 0 ? to : end));
      }
    }
    return 0;
  }
}
