package postmortem.parser.windows;

import postmortem.text.AsciiText;

/**
 * Takes the values from the text of an event: by the place of the lines with labels, in whatever
 * language (windows-event-logs.md, 3.1), or by what is in quotes.
 */
public final class Description {

  private static final String[] MECHANISMS = {"LOGIN", "PLAIN", "NTLM"};

  private final EventValues values;
  private int from;
  private int to;

  public Description(EventValues values) {
    this.values = values;
  }

  /**
   * Reads a text that is a part of the values' own.
   *
   * @param lines are its lines kept? Else they stand one after the other, as in a TXT export
   */
  public void read(KnownEvent known, int start, int end, boolean lines) {
    from = start;
    to = end;
    switch (known.meaning()) {
      case SMTP_AUTH_DENIED -> denied();
      case SMTP_AUTH_GRANTED -> granted(known);
      case SMTP_AUTH_NOT_ALLOWED -> {
        quoted('\'');
        known.takeStrings(values);
      }
      default -> {
        if (lines) {
          lines();
        } else {
          labels();
        }
        known.takeLabels(values);
      }
    }
  }

  private void lines() {
    byte[] b = values.bytes();
    boolean first = true;
    for (int i = from; i < to; ) {
      int lf = AsciiText.indexOf(b, i, to, '\n');
      int end = lf < 0 ? to : lf;
      int colon = label(b, i, end);
      if (colon >= 0 && !(first && isBlank(b, colon + 1, end))) {
        values.addString(colon + 1, end);
      }
      first = false;
      i = end + 1;
    }
  }

  /** The colon that ends a label; -1 where there is none. */
  private static int label(byte[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      if (b[i] == ':' && (i + 1 == to || b[i + 1] == '\t' || b[i + 1] == ' ' || b[i + 1] == '\r')) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isBlank(byte[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      if (b[i] > ' ' || b[i] < 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * Labels in one line: behind a colon, a value follows tabs, and a blank means that it is empty.
   */
  private void labels() {
    byte[] b = values.bytes();
    boolean first = true;
    for (int colon = label(b, from, to); colon >= 0; colon = label(b, colon + 1, to)) {
      int value = colon + 1;
      boolean tab = value < to && b[value] == '\t';
      while (value < to && b[value] == '\t') {
        value++;
      }
      int end = value;
      while (tab && end < to && b[end] != ' ' && b[end] != '\t') {
        end++;
      }
      if (tab || !first) {
        values.addString(value, end);
      }
      first = false;
    }
  }

  /** What stands in quotes. */
  private void quoted(char quote) {
    byte[] b = values.bytes();
    int open = AsciiText.indexOf(b, from, to, quote);
    while (open >= 0) {
      int close = AsciiText.indexOf(b, open + 1, to, quote);
      if (close < 0) {
        return;
      }
      values.addString(open + 1, close);
      open = AsciiText.indexOf(b, close + 1, to, quote);
    }
  }

  private void granted(KnownEvent known) {
    quoted('"');
    if (values.strings() >= 3) {
      known.takeStrings(values);
      return;
    }
    mechanism();
    byte[] b = values.bytes();
    int slash = AsciiText.indexOf(b, from, to, '\\');
    if (slash < 0) {
      return;
    }
    int start = slash;
    int end = slash;
    while (start > from && b[start - 1] > ' ') {
      start--;
    }
    while (end < to && (b[end] > ' ' || b[end] < 0)) {
      end++;
    }
    while (end > slash && b[end - 1] == '.') {
      end--;
    }
    values.put(Field.ACCOUNT, start, end);
  }

  private void denied() {
    byte[] b = values.bytes();
    int error = AsciiText.find(b, from, to, "LogonDenied");
    if (error >= 0) {
      values.put(Field.ERROR, error, error + "LogonDenied".length());
    }
    mechanism();
    int open = AsciiText.indexOf(b, from, to, '[');
    int close = open < 0 ? -1 : AsciiText.indexOf(b, open, to, ']');
    if (close >= 0) {
      values.put(Field.ADDRESS, open + 1, close);
    }
  }

  private void mechanism() {
    byte[] b = values.bytes();
    for (String word : MECHANISMS) {
      int at = AsciiText.find(b, from, to, word);
      while (at >= 0) {
        int end = at + word.length();
        if (!isLetter(b, at - 1) && (end == to || !isLetter(b, end))) {
          values.put(Field.MECHANISM, at, end);
          return;
        }
        at = AsciiText.find(b, end, to, word);
      }
    }
  }

  private boolean isLetter(byte[] b, int i) {
    int c = i < from ? ' ' : b[i] | 0x20;
    return c >= 'a' && c <= 'z';
  }
}
