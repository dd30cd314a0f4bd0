package postmortem.parser.windows.line;

import java.util.Arrays;

/** The parts of one line, as places in its block; used again for each line. */
final class EventLine {

  /** What a line may say. */
  enum Part {
    LOG,
    SOURCE,
    COMPUTER,
    TEXT
  }

  /** Something stands where the number should be that is none. */
  static final int NO_ID = -1;

  private final int[] starts = new int[Part.values().length];
  private final int[] ends = new int[Part.values().length];
  private int id;
  private int date;

  void clear() {
    Arrays.fill(starts, 0);
    Arrays.fill(ends, 0);
    id = NO_ID;
    date = -1;
  }

  void put(Part part, int from, int to) {
    starts[part.ordinal()] = from;
    ends[part.ordinal()] = Math.max(from, to);
  }

  int start(Part part) {
    return starts[part.ordinal()];
  }

  int end(Part part) {
    return ends[part.ordinal()];
  }

  boolean has(Part part) {
    return end(part) > start(part);
  }

  int id() {
    return id;
  }

  /** A number; bits above those of an event say something else. */
  void id(long number) {
    id = number < 0 || number > 0xffff_ffffL ? NO_ID : (int) number & 0xffff;
  }

  /** Where the agent's own date is looked for; -1 where it gives none. */
  int date() {
    return date;
  }

  void date(int from) {
    date = from;
  }
}
