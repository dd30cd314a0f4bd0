package postmortem.parser.windows.export;

import postmortem.text.AsciiNumbers;

/**
 * Cuts a line of {@code dumpel} whose cells are separated by blanks, which date, account and
 * strings may hold too: the account ends with the first word that has a backslash.
 */
final class BlankCells {

  private static final int USER = 6;
  private static final int STRINGS = 8;

  private final byte[] b;
  private final int to;
  private int at;

  private BlankCells(byte[] b, int from, int to) {
    this.b = b;
    this.at = from;
    this.to = to;
  }

  /**
   * Finds the cells of a line.
   *
   * @param starts their places, nine of them
   * @return nine, or fewer where it is no such line
   */
  static int cut(byte[] b, int from, int to, int[] starts, int[] ends) {
    return new BlankCells(b, from, to).cells(starts, ends);
  }

  private int cells(int[] starts, int[] ends) {
    for (int cell = 0; cell < STRINGS; cell++) {
      while (at < to && b[at] == ' ') {
        at++;
      }
      starts[cell] = at;
      word();
      if (cell == 1 && isHalf()) {
        word();
      }
      while (cell == USER && !isWholeUser(starts[cell]) && at < to) {
        word();
      }
      ends[cell] = at;
      if (starts[cell] == at || !fits(cell, starts[cell], at)) {
        return cell;
      }
    }
    starts[STRINGS] = Math.min(to, at + 1);
    ends[STRINGS] = to > starts[STRINGS] && b[to - 1] == '\r' ? to - 1 : to;
    return STRINGS + 1;
  }

  private void word() {
    int i = at;
    while (i < to && b[i] == ' ') {
      i++;
    }
    while (i < to && b[i] != ' ') {
      i++;
    }
    at = i;
  }

  private boolean isHalf() {
    return at + 3 <= to
        && ((b[at + 1] | 0x20) == 'a' || (b[at + 1] | 0x20) == 'p')
        && (b[at + 2] | 0x20) == 'm'
        && (at + 3 == to || b[at + 3] == ' ');
  }

  /** Is it {@code N/A}, or a name with its domain? */
  private boolean isWholeUser(int from) {
    for (int i = from; i < at; i++) {
      if (b[i] == '\\' || b[i] == '/') {
        return true;
      }
    }
    return false;
  }

  private boolean fits(int cell, int from, int end) {
    return switch (cell) {
      case 0 -> new LocalTime().numbers(b, from, end);
      case 1 -> LocalTime.secondOfDay(b, from, end) >= 0;
      case 2, 3, 4 -> AsciiNumbers.unsigned(b, from, end) >= 0;
      default -> true;
    };
  }
}
