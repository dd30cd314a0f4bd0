package postmortem.cli;

/** As much of CommonMark as tells what is live in a line. */
final class MarkdownSyntax {

  private MarkdownSyntax() {}

  /** The line without its spans of code, and without what a backslash makes plain. */
  static String withoutCode(String line) {
    StringBuilder live = new StringBuilder();
    int at = 0;
    while (at < line.length()) {
      char c = line.charAt(at);
      if (c == '\\') {
        at += 2;
      } else if (c == '`') {
        int fence = run(line, at);
        int end = closing(line, at + fence, fence);
        live.append(end < 0 ? line.substring(at, at + fence) : "");
        at = end < 0 ? at + fence : end;
      } else {
        live.append(c);
        at++;
      }
    }
    return live.toString();
  }

  private static int run(String line, int from) {
    int to = from;
    while (to < line.length() && line.charAt(to) == '`') {
      to++;
    }
    return to - from;
  }

  /** Where the span ends that this many backticks began; -1 where they begin none. */
  private static int closing(String line, int from, int fence) {
    int at = line.indexOf('`', from);
    while (at >= 0) {
      int length = run(line, at);
      if (length == fence) {
        return at + length;
      }
      at = line.indexOf('`', at + length);
    }
    return -1;
  }

  /** Cells of a row of a table: they are cut before anything else, within code too. */
  static int columns(String row) {
    int pipes = 0;
    for (int i = 0; i < row.length(); i++) {
      pipes += row.charAt(i) == '|' ? 1 : 0;
    }
    return pipes - 1;
  }
}
