package postmortem.parser.windows.json;

import postmortem.text.AsciiText;

/** Overwrites command lines (event 4688 and others), which may hold a password. */
final class CommandLines {

  private static final String[] NAMES = {"CommandLine", "Command_Line", "Command Line", "\"args\""};

  private CommandLines() {}

  static void mask(byte[] record) {
    for (String name : NAMES) {
      int at = AsciiText.find(record, 0, record.length, name);
      while (at >= 0) {
        int end = mask(record, at + name.length());
        at = AsciiText.find(record, end, record.length, name);
      }
    }
  }

  /** Overwrites what follows a name; returns where that ends. */
  private static int mask(byte[] b, int from) {
    boolean key = from < b.length && b[from] == '"' || b[from - 1] == '"';
    if (!key) {
      return stars(b, from, quote(b, from)); // in a text, or in JSON in a string
    }
    int at = blanks(b, from < b.length && b[from] == '"' ? from + 1 : from);
    if (at < b.length && b[at] == ',') { // the name of a value beside it
      at = quote(b, quote(b, at) + 1) + 1;
      at = blanks(b, Math.min(at, b.length));
    }
    if (at >= b.length || b[at] != ':') {
      return Math.min(at, b.length);
    }
    at = blanks(b, at + 1);
    if (at < b.length && b[at] == '[') {
      int to = AsciiText.indexOf(b, at, b.length, ']');
      return stars(b, at + 1, to < 0 ? b.length : to);
    }
    return at < b.length && b[at] == '"' ? stars(b, at + 1, quote(b, at + 1)) : at;
  }

  private static int blanks(byte[] b, int from) {
    int i = from;
    while (i < b.length && b[i] <= ' ' && b[i] >= 0) {
      i++;
    }
    return i;
  }

  /** The next quote that is not escaped, or the end. */
  private static int quote(byte[] b, int from) {
    for (int i = from; i < b.length; i++) {
      if (b[i] == '\\') {
        i++;
      } else if (b[i] == '"') {
        return i;
      }
    }
    return b.length;
  }

  private static int stars(byte[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      b[i] = '*';
    }
    return Math.max(from, to);
  }
}
