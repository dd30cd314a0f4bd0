package postmortem.parser.firewall;

import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import postmortem.text.AsciiText;

/** The order of columns that a {@code #Fields} directive lays down. Immutable. */
final class Columns {

  private static final Column[] ALL = Column.values();

  private final int[] places;
  private final int count;

  private Columns(int[] places, int count) {
    this.places = places;
    this.count = count;
  }

  /**
   * Reads the names of a directive, which hold blanks and are set apart by tabs (isa-tmg.md, 1).
   * Tabs behind the last name name nothing; of a name that comes twice the first place counts.
   *
   * @return null where there is no name at all
   */
  static @Nullable Columns parse(byte[] b, int from, int to) {
    int[] places = new int[ALL.length];
    Arrays.fill(places, -1);
    int end = AsciiText.trimEnd(b, from, to);
    int at = skipBlanks(b, from, end);
    int count = 0;
    while (at < end) {
      int tab = AsciiText.indexOf(b, at, end, '\t');
      int stop = tab < 0 ? end : tab;
      name(b, skipBlanks(b, at, stop), AsciiText.trimEnd(b, at, stop), places, count);
      count++;
      at = stop + 1;
    }
    return count == 0 ? null : new Columns(places, count);
  }

  private static void name(byte[] b, int from, int to, int[] places, int place) {
    for (Column column : ALL) {
      if (places[column.ordinal()] < 0 && AsciiText.equalsIgnoreCase(b, from, to, column.title())) {
        places[column.ordinal()] = place;
      }
    }
  }

  private static int skipBlanks(byte[] b, int from, int to) {
    int i = from;
    while (i < to && b[i] == ' ') {
      i++;
    }
    return i;
  }

  /** The number of cells that a row must have. */
  int count() {
    return count;
  }

  boolean has(Column column) {
    return places[column.ordinal()] >= 0;
  }

  /** By column: which cell of a row it is, from 0; -1 where there is none. Not to be changed. */
  int[] places() {
    return places;
  }

  /** Can only a firewall log have these columns? Its own web proxy log has other names. */
  boolean areOfFirewall() {
    return has(Column.ACTION)
        && has(Column.SOURCE)
        && has(Column.DESTINATION)
        && (has(Column.PROTOCOL) || has(Column.SOURCE_NETWORK) || has(Column.CLIENT));
  }

  /** Says what is lost where columns are missing. */
  void addLosses(Set<String> notes) {
    for (Column column : ALL) {
      String loss = column.loss();
      if (loss != null && !has(column)) {
        notes.add(loss);
      }
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Columns that
        && count == that.count
        && Arrays.equals(places, that.places);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(places) * 31 + count;
  }
}
