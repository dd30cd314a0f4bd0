package postmortem.parser.windows.line;

import postmortem.parser.windows.line.EventLine.Part;
import postmortem.text.AsciiNumbers;
import postmortem.text.AsciiText;

/**
 * A line of Snare: behind its mark follow criticality, log, counter, date, id, source, user, kind
 * of user, kind of event, computer, category, data, text and counter, with tabs between them
 * (windows-event-logs.md, 3). A relay may have made blanks of the tabs, or {@code #011} as rsyslog
 * does with control characters.
 */
final class SnareLine {

  static final String MARKER = "MSWinEventLog";

  private static final String ESCAPED_TAB = "#011";
  private static final int LOG = 1;
  private static final int DATE = 3;
  private static final int ID = 4;
  private static final int SOURCE = 5;
  private static final int COMPUTER = 9;
  private static final int TEXT = 12;
  private static final int FIELDS = 14;
  private static final String[] KINDS = {
    " Success Audit ",
    " Failure Audit ",
    " Audit Success ",
    " Audit Failure ",
    " Information ",
    " Warning ",
    " Error "
  };

  private final LineDate date = new LineDate();
  private final int[] starts = new int[FIELDS];
  private final int[] ends = new int[FIELDS];

  /**
   * Reads what stands behind the mark.
   *
   * @return false where fields are missing
   */
  boolean read(byte[] b, int from, int to, EventLine line) {
    if (from < to && b[from] == ' ') {
      return blanks(b, from, to, line);
    }
    int tab = AsciiText.startsWithIgnoreCase(b, from, to, ESCAPED_TAB) ? ESCAPED_TAB.length() : 1;
    int fields = cut(b, from + tab, to, tab);
    if (fields <= TEXT) {
      return false;
    }
    line.put(Part.LOG, starts[LOG], ends[LOG]);
    line.put(Part.SOURCE, starts[SOURCE], ends[SOURCE]);
    line.put(Part.COMPUTER, starts[COMPUTER], ends[COMPUTER]);
    line.date(starts[DATE]);
    line.id(AsciiNumbers.unsigned(b, starts[ID], ends[ID]));
    int text = trailing(b, starts[TEXT], to, tab);
    line.put(Part.TEXT, starts[TEXT], trailing(b, starts[TEXT], text, tab));
    return true;
  }

  /** How many fields there are, up to the text. */
  private int cut(byte[] b, int from, int to, int tab) {
    int fields = 0;
    int start = from;
    for (int i = from; i < to && fields < FIELDS - 1; i++) {
      if (tab == 1 ? b[i] == '\t' : b[i] == '#' && isEscaped(b, i, to)) {
        starts[fields] = start;
        ends[fields++] = i;
        start = i + tab;
        i += tab - 1;
      }
    }
    starts[fields] = Math.min(start, to);
    ends[fields++] = to;
    return fields;
  }

  private static boolean isEscaped(byte[] b, int i, int to) {
    return AsciiText.startsWithIgnoreCase(b, i, to, ESCAPED_TAB);
  }

  /** Where the text ends, if a counter or a checksum stands behind it. */
  private static int trailing(byte[] b, int from, int to, int tab) {
    int i = to;
    while (i > from && Character.digit(b[i - 1], 16) >= 0) {
      i--;
    }
    if (tab == 1) {
      return i > from && b[i - 1] == '\t' ? i - 1 : to;
    }
    for (int k = Math.max(from, i - 1); k < to; k++) { // the digits of #011 are some, too
      if (b[k] == '#' && isEscaped(b, k, to)) {
        return k;
      }
    }
    return to;
  }

  /** With blanks: names of users have some, too, so that only what is sure is taken. */
  private boolean blanks(byte[] b, int from, int to, EventLine line) {
    int i = word(b, from, to); // criticality
    int log = skip(b, i, to);
    i = word(b, log, to);
    while (i < to && !isCounter(b, i, to)) {
      i = word(b, i, to); // of a log with blanks in its name
    }
    line.put(Part.LOG, log, i);
    int day = skip(b, word(b, i, to), to);
    int behind = date.read(b, day, to, 0);
    if (behind < 0) {
      return false;
    }
    line.date(day);
    int id = skip(b, behind, to);
    i = word(b, id, to);
    line.id(AsciiNumbers.unsigned(b, id, i));
    int source = skip(b, i, to);
    i = word(b, source, to);
    line.put(Part.SOURCE, source, i);
    line.put(Part.TEXT, i, to);
    for (String kind : KINDS) {
      int found = AsciiText.find(b, i, to, kind);
      if (found >= 0) {
        int computer = skip(b, found + kind.length(), to);
        line.put(Part.COMPUTER, computer, word(b, computer, to));
        line.put(Part.TEXT, word(b, computer, to), to);
        break;
      }
    }
    return i > source;
  }

  /** Does a number follow, and the date behind it? */
  private boolean isCounter(byte[] b, int from, int to) {
    int counter = skip(b, from, to);
    int end = word(b, counter, to);
    return AsciiNumbers.unsigned(b, counter, end) >= 0
        && date.read(b, skip(b, end, to), to, 0) >= 0;
  }

  private static int skip(byte[] b, int from, int to) {
    int i = from;
    while (i < to && b[i] == ' ') {
      i++;
    }
    return i;
  }

  /** The end of the word that follows. */
  private static int word(byte[] b, int from, int to) {
    int i = skip(b, from, to);
    while (i < to && b[i] != ' ') {
      i++;
    }
    return i;
  }
}
