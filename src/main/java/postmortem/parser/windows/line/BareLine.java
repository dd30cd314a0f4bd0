package postmortem.parser.windows.line;

import postmortem.parser.windows.line.EventLine.Part;
import postmortem.text.AsciiNumbers;
import postmortem.text.AsciiText;

/**
 * A line of an agent that marks it by nothing but its form: NTsyslog ({@code security[failure] 577
 * account text}, windows-event-logs.md, 3) or evtsys ({@code Security: 529: account: text}). They
 * name neither computer nor time: the head of the line does.
 */
final class BareLine {

  private static final String[] LOGS = {"security", "application", "system"};
  private static final String[] TYPES = {"success", "failure", "info", "warning", "error"};

  /** What evtsys may have as a source; others tell nothing that is asked for. */
  private static final String[] SOURCES = {
    "Security",
    "Security-Auditing",
    "Microsoft-Windows-Security-Auditing",
    "Microsoft-Windows-Eventlog",
    "MSExchangeTransport",
    "MSExchangeFrontEndTransport"
  };

  /** Of these the first word names the log, and with it who writes there. */
  private static final String[] SHORT = {"Security", "Security-Auditing"};

  private static final String AUDIT = "AUDIT_";
  private static final int LONGEST_USER = 80;

  /** Reads a message; false where it is of neither agent. */
  boolean read(byte[] b, int from, int to, EventLine line) {
    return ntSyslog(b, from, to, line) || evtSys(b, from, to, line);
  }

  private static boolean ntSyslog(byte[] b, int from, int to, EventLine line) {
    int open = AsciiText.indexOf(b, from, Math.min(to, from + 16), '[');
    int close = open < 0 ? -1 : AsciiText.indexOf(b, open, Math.min(to, open + 16), ']');
    if (close < 0 || !isOne(LOGS, b, from, open) || !begins(TYPES, b, open + 1, close)) {
      return false;
    }
    int number = blanks(b, close + 1, to);
    int end = digits(b, number, to);
    if (end == number || end < to && b[end] != ' ') {
      return false;
    }
    line.put(Part.LOG, from, open);
    line.id(AsciiNumbers.unsigned(b, number, end));
    int text = AsciiText.find(b, end, to, "  ");
    line.put(Part.TEXT, text < 0 ? end : blanks(b, text, to), to);
    return true;
  }

  private static boolean evtSys(byte[] b, int from, int to, EventLine line) {
    int colon = AsciiText.indexOf(b, from, Math.min(to, from + 48), ':');
    if (colon < 0 || !isOne(SOURCES, b, from, colon)) {
      return false;
    }
    int number = blanks(b, colon + 1, to);
    int end = digits(b, number, to);
    if (end == number || end == to || b[end] != ':') {
      return false;
    }
    boolean shortened = isOne(SHORT, b, from, colon);
    line.put(shortened ? Part.LOG : Part.SOURCE, from, shortened ? from + LOGS[0].length() : colon);
    line.id(AsciiNumbers.unsigned(b, number, end));
    line.put(Part.TEXT, text(b, blanks(b, end + 1, to), to), to);
    return true;
  }

  /** Behind the user or the type of the event, which stand before the text. */
  private static int text(byte[] b, int from, int to) {
    if (AsciiText.startsWithIgnoreCase(b, from, to, AUDIT)) {
      int blank = AsciiText.indexOf(b, from, to, ' ');
      return blank < 0 ? to : blank + 1;
    }
    int near = Math.min(to, from + LONGEST_USER);
    int slash = AsciiText.indexOf(b, from, near, '\\');
    int colon = AsciiText.indexOf(b, from, near, ':');
    return slash >= 0 && colon > slash ? colon + 1 : from;
  }

  private static boolean isOne(String[] words, byte[] b, int from, int to) {
    for (String word : words) {
      if (AsciiText.equalsIgnoreCase(b, from, to, word)) {
        return true;
      }
    }
    return false;
  }

  private static boolean begins(String[] words, byte[] b, int from, int to) {
    for (String word : words) {
      if (AsciiText.startsWithIgnoreCase(b, from, to, word)) {
        return true;
      }
    }
    return false;
  }

  private static int blanks(byte[] b, int from, int to) {
    int i = from;
    while (i < to && b[i] == ' ') {
      i++;
    }
    return i;
  }

  private static int digits(byte[] b, int from, int to) {
    int i = from;
    while (i < to && b[i] >= '0' && b[i] <= '9') {
      i++;
    }
    return i;
  }
}
