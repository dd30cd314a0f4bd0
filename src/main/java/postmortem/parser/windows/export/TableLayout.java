package postmortem.parser.windows.export;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import postmortem.text.AsciiNumbers;

/**
 * How a table has its rows: which cell says what, and how a row begins (windows-event-logs.md, 3).
 * Immutable.
 */
final class TableLayout {

  /** Either a comma or a tab, as each row begins. */
  static final byte ANY = 0;

  private static final int NOWHERE = -1;

  private final byte separator;
  private final int cells;
  private final int least;
  private final boolean rest;
  private final int[] places = new int[Column.values().length];
  private final boolean quoted;
  private final boolean wide;
  private final boolean inUtc;
  private final boolean quotes;
  private final int headRows;
  private final boolean common;

  private TableLayout(Builder b) {
    this.separator = b.separator;
    this.cells = b.cells;
    this.least = b.least;
    this.rest = b.rest;
    this.quoted = b.quoted;
    this.wide = b.wide;
    this.inUtc = b.inUtc;
    this.quotes = b.quotes;
    this.headRows = b.headRows;
    this.common = b.common;
    Arrays.fill(places, NOWHERE);
    b.places.forEach((column, place) -> places[column.ordinal()] = place);
  }

  /** What a layout is made of. */
  static final class Builder {
    private final byte separator;
    private final Map<Column, Integer> places;
    private final int cells;
    private int least;
    private boolean rest;
    private boolean quoted;
    private boolean wide;
    private boolean inUtc;
    private boolean quotes = true;
    private int headRows;
    private boolean common;

    /**
     * @param cells how many cells a row has
     */
    Builder(byte separator, int cells, Map<Column, Integer> places) {
      this.separator = separator;
      this.cells = cells;
      this.least = cells;
      this.places = places;
    }

    /** The last cell takes what remains, and may be missing if the least number is smaller. */
    Builder lastTakesRest(int leastCells) {
      this.rest = true;
      this.least = leastCells;
      return this;
    }

    /** Does a row begin with a quote, which is all that shows where one begins? */
    Builder quoted(boolean value) {
      this.quoted = value;
      return this;
    }

    /** Are characters of two bytes in it, of which the second may look like a separator? */
    Builder wide(boolean value) {
      this.wide = value;
      return this;
    }

    Builder inUtc(boolean value) {
      this.inUtc = value;
      return this;
    }

    /** A quote has no meaning. */
    Builder withoutQuotes() {
      this.quotes = false;
      return this;
    }

    /** So many lines come before the first row. */
    Builder headRows(int value) {
      this.headRows = value;
      return this;
    }

    /** Do the names of its columns say nothing of event logs? */
    Builder common(boolean value) {
      this.common = value;
      return this;
    }

    TableLayout build() {
      return new TableLayout(this);
    }
  }

  byte separator() {
    return separator;
  }

  int cells() {
    return cells;
  }

  /** Rows with fewer cells are cut off. */
  int least() {
    return least;
  }

  boolean lastTakesRest() {
    return rest;
  }

  boolean isWide() {
    return wide;
  }

  boolean isInUtc() {
    return inUtc;
  }

  boolean has(Column column) {
    return places[column.ordinal()] != NOWHERE;
  }

  /** The cell of a column that the layout has. */
  int cell(Column column) {
    return places[column.ordinal()];
  }

  boolean hasQuotes() {
    return quotes;
  }

  /** How many lines come before the first row. */
  int headRows() {
    return headRows;
  }

  /** Do the names of its columns say nothing of event logs, so that its rows have to? */
  boolean isCommon() {
    return common;
  }

  /** Where the date stands: in a cell of its own, or with the time. */
  Column dateColumn() {
    return has(Column.DATE) ? Column.DATE : Column.TIME;
  }

  /** Does a line begin as the rows do, with date and time where they have them? */
  boolean begins(byte[] b, int from, int to) {
    int date = cell(dateColumn());
    int text = has(Column.TEXT) ? cell(Column.TEXT) : cells;
    if (text < date) {
      return quoted && to - from > 1 && b[from] == '"' && !ends(b[from + 1]);
    }
    if (separator == ' ') {
      return new LocalTime().numbers(b, from, to); // the rest is looked at where cells are cut
    }
    LineCells line = new LineCells(b, from, to, separator);
    for (int i = 0; i < date; i++) {
      if (!line.next()) {
        return false;
      }
    }
    if (!line.next()) {
      return false;
    }
    if (!has(Column.DATE)) {
      return new CellTime().find(b, line.start(), line.end());
    }
    if (!new LocalTime().numbers(b, line.start(), line.end())) {
      return false;
    }
    return cell(Column.TIME) != date + 1
        || line.next() && LocalTime.secondOfDay(b, line.start(), line.end()) >= 0;
  }

  private boolean ends(byte c) {
    return c == '\r' || c == '\n' || c == separator;
  }

  /** Is it a whole row, with a number where the event is, and none where the source is? */
  boolean isRow(ExportRows row) {
    return row.bad() == null
        && row.fields() >= least
        && (rest || row.fields() == cells)
        && begins(row.block(), row.start(), row.end())
        && isNumber(row, has(Column.ID) ? Column.ID : Column.INSTANCE)
        && (!has(Column.SOURCE) || isName(row, Column.SOURCE))
        && (!has(Column.TYPE) || !isNumber(row, Column.TYPE))
        && (!has(Column.COMPUTER) || isName(row, Column.COMPUTER));
  }

  /** Is it the header again, as where two tables were put together? */
  boolean repeatsHead(ExportRows row) {
    int cell = cell(has(Column.ID) ? Column.ID : Column.INSTANCE);
    int time = cell(Column.TIME);
    return Column.named(text(row, cell)) != null && Column.named(text(row, time)) != null;
  }

  private static String text(ExportRows row, int cell) {
    return new String(
        row.block(), row.start(cell), row.end(cell) - row.start(cell), StandardCharsets.UTF_8);
  }

  private boolean isNumber(ExportRows row, Column column) {
    int cell = cell(column);
    return AsciiNumbers.unsigned(row.block(), row.start(cell), row.end(cell)) >= 0;
  }

  private boolean isName(ExportRows row, Column column) {
    int cell = cell(column);
    return row.start(cell) < row.end(cell) && !isNumber(row, column);
  }
}
