package postmortem.parser.windows.block;

import postmortem.text.AsciiText;

/** A line of a block with its label and its value, moved from one line to the next. */
final class BlockLine {

  private byte[] b = new byte[0];
  private int to;
  private int next;
  private int start;
  private int end;
  private int colon;

  /** Begins a block. */
  void in(byte[] bytes, int from, int limit) {
    b = bytes;
    next = from;
    to = limit;
  }

  /** Moves to the next line; false where there is none. */
  boolean move() {
    if (next >= to) {
      return false;
    }
    start = next;
    int lf = AsciiText.indexOf(b, start, to, '\n');
    end = lf < 0 ? to : lf;
    next = end + 1;
    if (end > start && b[end - 1] == '\r') {
      end--;
    }
    colon = AsciiText.indexOf(b, start, end, ':');
    return true;
  }

  int start() {
    return start;
  }

  /** Of the line below. */
  int next() {
    return Math.min(next, to);
  }

  int end() {
    return end;
  }

  /** How many blanks it begins with. */
  int indent() {
    int i = start;
    while (i < end && b[i] == ' ') {
      i++;
    }
    return i - start;
  }

  boolean isLabelled() {
    return colon >= 0;
  }

  /** Does it begin with this label? */
  boolean is(String label) {
    return AsciiText.startsWithIgnoreCase(b, start, end, label);
  }

  /** Where the value behind the label begins. */
  int value() {
    int i = colon < 0 ? end : colon + 1;
    while (i < end && (b[i] == ' ' || b[i] == '\t')) {
      i++;
    }
    return i;
  }

  /** Where it ends, before blanks. */
  int valueEnd() {
    return Math.max(value(), AsciiText.trimEnd(b, start, end));
  }
}
