package postmortem.parser.windows;

/**
 * The labels of an event's text with their values, in whatever language: a label ends with a colon.
 * Used again for each text.
 */
final class Labels {

  private static final int MAX = 64;

  /** No label is so long, in bytes; a sentence with a colon may be. */
  private static final int LONGEST = 100;

  /** A time of day with a date has three. */
  private static final int MANY_WORDS = 4;

  private final int[] starts = new int[MAX];
  private final int[] ends = new int[MAX];
  private final boolean[] indented = new boolean[MAX];
  private int count;
  private boolean anyIndented;
  private byte[] b = new byte[0];

  /** Finds the labels of a text, whether its lines were kept or not. */
  void read(byte[] bytes, int from, int to) {
    b = bytes;
    count = 0;
    anyIndented = false;
    int end = to;
    while (end > from && isBlank(end - 1)) {
      end--;
    }
    if (lineEnd(from, end) < end) {
      lines(from, end);
    } else {
      new OneLine(from, end).read();
    }
  }

  private void lines(int from, int to) {
    for (int i = from; i < to; ) {
      int end = lineEnd(i, to);
      if (!line(i, end)) {
        return;
      }
      i = end + 1;
    }
  }

  /** False where the text goes on with sentences that explain. */
  private boolean line(int from, int to) {
    int text = skipBlanks(from, to);
    if (text == to) {
      return true;
    }
    int colon = lineColon(text, Math.min(to, text + LONGEST), to);
    if (colon >= 0) {
      add(afterColon(colon), to, text > from);
      return true;
    }
    return text > from || !anyIndented;
  }

  private int lineColon(int from, int limit, int to) {
    for (int i = from; i < limit; i++) {
      if (isColon(i, to) || b[i] == ':' && LabelWords.last(b, from, i) == from) {
        return i;
      }
    }
    return -1;
  }

  private void add(int from, int to, boolean inside) {
    if (count < MAX) {
      starts[count] = from;
      ends[count] = to;
      indented[count++] = inside;
      anyIndented |= inside;
    }
  }

  /** Does a colon stand here that ends a label: with a blank behind it, doubled, or a wide one? */
  private boolean isColon(int i, int to) {
    if (b[i] == ':') {
      return i + 1 >= to
          || isBlank(i + 1)
          || isDoubled(i, to); // "Unterstatus::", as the German texts have it
    }
    return isWide(i, to);
  }

  private boolean isDoubled(int i, int to) {
    boolean two = b[i + 1] == ':' && (i + 2 >= to || isBlank(i + 2));
    return two && LabelWords.last(b, Math.max(0, i - LONGEST), i) >= 0;
  }

  /** U+FF1A. */
  private boolean isWide(int i, int to) {
    return b[i] == (byte) 0xef && i + 2 < to && b[i + 1] == (byte) 0xbc && b[i + 2] == (byte) 0x9a;
  }

  private int afterColon(int i) {
    if (b[i] != ':') {
      return i + 3;
    }
    return i + 1 < b.length && b[i + 1] == ':' ? i + 2 : i + 1;
  }

  private int lineEnd(int from, int to) {
    int i = from;
    while (i < to && b[i] != '\n' && b[i] != '\r') {
      i++;
    }
    return i;
  }

  private boolean isBlank(int i) {
    return b[i] >= 0 && b[i] <= ' ';
  }

  private int skipBlanks(int from, int to) {
    int i = from;
    while (i < to && isBlank(i)) {
      i++;
    }
    return i;
  }

  int count() {
    return count;
  }

  int start(int label) {
    return starts[label];
  }

  int end(int label) {
    return ends[label];
  }

  /** Is it the head of a section, which has no value and is not indented? */
  boolean isHead(int label) {
    boolean inside = anyIndented && indented[label];
    return label < count && !inside && skipBlanks(starts[label], ends[label]) == ends[label];
  }

  /**
   * Labels one after the other. A value may hold blanks, and may be missing: then a known label,
   * else tabs or two blanks, else the first blank tells where it ends.
   */
  private final class OneLine {
    private final int to;
    private final boolean gaps; // are tabs or pairs of blanks between values?
    private int at; // behind the last colon

    OneLine(int from, int to) {
      this.at = from;
      this.to = to;
      this.gaps = lastGap(from, to) > from;
    }

    void read() {
      boolean open = false;
      int value = at;
      for (int i = at; i < to; i++) {
        boolean colon = isColon(i, to) && i > at && b[i - 1] != ':';
        if (!colon && !(b[i] == ':' && LabelWords.last(b, at, i) >= 0)) {
          continue;
        }
        if (open) {
          add(value, valueEnd(value, i), false);
        }
        open = true;
        at = afterColon(i);
        value = at;
        i = at - 1;
      }
      if (open) {
        add(value, lastEnd(value), false);
      }
    }

    /** The end of a value, before the label that a colon ends. */
    private int valueEnd(int from, int colon) {
      int label = colon;
      while (label > from && (isBlank(label - 1) || isHardBlank(label - 2, from))) {
        label -= isBlank(label - 1) ? 1 : 2; // the French have a blank before the colon
      }
      int known = LabelWords.last(b, from, label);
      if (known >= 0) {
        return known;
      }
      int text = skipBlanks(from, label);
      int gap = lastGap(text, label);
      if (gap > text) {
        return gap;
      }
      boolean tab = text > from && b[text - 1] == '\t';
      return tab || !gaps ? firstWord(text, label) : text;
    }

    private boolean isHardBlank(int i, int from) {
      return i >= from && b[i] == (byte) 0xc2 && b[i + 1] == (byte) 0xa0;
    }

    /** The end of the first word, where another follows it: that is the label. */
    private int firstWord(int from, int end) {
      int i = from;
      while (i < end && !isBlank(i)) {
        i++;
      }
      return i < end ? i : from;
    }

    /**
     * The last value ends with the text, with what is set apart from it, or with its first word:
     * what has many is followed by a sentence that explains.
     */
    private int lastEnd(int from) {
      int text = skipBlanks(from, to);
      int first = to;
      int words = 0;
      for (int i = text; i < to; i++) {
        if (isGap(i)) {
          return words < MANY_WORDS ? i : first;
        }
        if (isBlank(i)) {
          first = words++ == 0 ? i : first;
        }
      }
      return words < MANY_WORDS ? to : first;
    }

    private int lastGap(int from, int end) {
      for (int i = end - 1; i >= from; i--) {
        if (isGap(i)) {
          return i;
        }
      }
      return -1;
    }

    private boolean isGap(int i) {
      return b[i] == '\t' || b[i] == ' ' && i + 1 < to && b[i + 1] == ' ';
    }
  }
}
