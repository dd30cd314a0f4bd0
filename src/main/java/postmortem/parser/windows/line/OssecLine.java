package postmortem.parser.windows.line;

import postmortem.parser.windows.line.EventLine.Part;
import postmortem.text.AsciiNumbers;
import postmortem.text.AsciiText;

/**
 * A line of OSSEC or Wazuh: behind its mark follow log, type with id, source, user, domain,
 * computer and text, with colons between them. Old agents write ids in hex and leave the computer
 * out (windows-event-logs.md, 3).
 */
final class OssecLine {

  static final String MARKER = "WinEvtLog:";

  private static final int HEAD = 5; // parts that all agents write
  private static final String MESSAGE = "message: ";

  private int start;
  private int end;
  private int next;

  /**
   * Reads what stands behind the mark.
   *
   * @return false where parts are missing
   */
  boolean read(byte[] b, int from, int to, EventLine line) {
    next = from;
    for (int i = 0; i < HEAD; i++) {
      if (!part(b, to)) {
        return false;
      }
      switch (i) {
        case 0 -> line.put(Part.LOG, start, end);
        case 1 -> line.id(id(b));
        case 2 -> line.put(Part.SOURCE, start, end);
        default -> {
          // user and domain: the text names them, too
        }
      }
    }
    int text = next;
    if (part(b, to) && AsciiText.indexOf(b, start, end, ' ') < 0) {
      line.put(Part.COMPUTER, start, end);
      text = next;
    }
    line.put(Part.TEXT, behindKeywords(b, text, to), to);
    return true;
  }

  /** Moves to the next part; false where no colon ends it. */
  private boolean part(byte[] b, int to) {
    start = next;
    while (start < to && b[start] == ' ') {
      start++;
    }
    for (int i = start; i < to; i++) {
      if (b[i] == ':' && (i + 1 == to || b[i + 1] == ' ' || b[i + 1] == '\t')) {
        end = i;
        next = i + 1;
        return true;
      }
    }
    return false;
  }

  /** The number in brackets. */
  private long id(byte[] b) {
    int open = AsciiText.indexOf(b, start, end, '(');
    int close = open < 0 ? -1 : AsciiText.indexOf(b, open, end, ')');
    if (close < 0) {
      return -1;
    }
    if (!AsciiText.startsWithIgnoreCase(b, open + 1, close, "0x")) {
      return AsciiNumbers.unsigned(b, open + 1, close);
    }
    long value = 0;
    for (int i = open + 3; i < close; i++) {
      int digit = Character.digit(b[i], 16);
      if (digit < 0 || value > 0xffff_ffffL) {
        return -1;
      }
      value = value << 4 | digit;
    }
    return value;
  }

  /** Some agents write the keywords of the event before its text, and a label before that. */
  private static int behindKeywords(byte[] b, int from, int to) {
    int i = from;
    while (i < to && b[i] == ' ') {
      i++;
    }
    int message =
        AsciiText.startsWithIgnoreCase(b, i, to, "0x")
            ? AsciiText.find(b, i, Math.min(to, i + 64), MESSAGE)
            : -1;
    return message < 0 ? i : message + MESSAGE.length();
  }
}
