package postmortem.parser.windows.line;

import postmortem.text.AsciiText;

/** What a relay put before a message: priority, date and host, or a part of them, or nothing. */
final class SyslogHead {

  private final LineDate date = new LineDate();
  private boolean dated;
  private int hostStart;
  private int hostEnd;

  /** Reads the head of a line; returns where the message begins. */
  int read(byte[] b, int from, int to, int year) {
    hostStart = from;
    hostEnd = from;
    int i = priority(b, from, to);
    int end = date.read(b, i, to, year);
    dated = end >= 0;
    if (!dated) {
      return i;
    }
    i = blanks(b, end, to);
    int word = word(b, i, to);
    boolean host = word > i && b[word - 1] != ':' && b[word - 1] != ']' && word < to;
    if (!host || AsciiText.equalsIgnoreCase(b, i, word, SnareLine.MARKER)) {
      return i;
    }
    hostStart = i;
    hostEnd = word;
    return blanks(b, word, to);
  }

  /** Behind {@code <13>}, and {@code 1} as RFC 5424 has it. */
  private static int priority(byte[] b, int from, int to) {
    if (from == to || b[from] != '<') {
      return from;
    }
    int i = from + 1;
    while (i < to && b[i] >= '0' && b[i] <= '9') {
      i++;
    }
    if (i == to || b[i] != '>') {
      return from;
    }
    boolean version = i + 2 < to && b[i + 1] == '1' && b[i + 2] == ' ';
    return version ? i + 3 : i + 1;
  }

  private static int blanks(byte[] b, int from, int to) {
    int i = from;
    while (i < to && (b[i] == ' ' || b[i] == '\t')) {
      i++;
    }
    return i;
  }

  private static int word(byte[] b, int from, int to) {
    int i = from;
    while (i < to && b[i] != ' ' && b[i] != '\t') {
      i++;
    }
    return i;
  }

  /** The date; of use only where there is one. */
  LineDate date() {
    return date;
  }

  boolean dated() {
    return dated;
  }

  int hostStart() {
    return hostStart;
  }

  int hostEnd() {
    return hostEnd;
  }
}
