package postmortem.parser.exchange;

import java.util.Arrays;
import postmortem.text.AsciiText;
import postmortem.text.CsvFields;

/** What the head of a log says of the rows below it: which log, and where each column stands. */
final class Layout {

  /** More columns than any version writes; a head with more of them is not believed. */
  static final int MAX_COLUMNS = 64;

  /** Of rows without a head: the usual columns. */
  static final Layout USUAL = new Layout(LogKind.UNSAID, usualPlaces(), Column.COUNT, false);

  /** Nothing is known of the rows, and nothing may be assumed. */
  static final Layout UNKNOWN = new Layout(LogKind.UNSAID, noPlaces(), 0, true);

  private final LogKind kind;
  private final int[] places;
  private final int count;
  private final boolean named;

  private Layout(LogKind kind, int[] places, int count, boolean named) {
    this.kind = kind;
    this.places = places;
    this.count = count;
    this.named = named;
  }

  /** The layout below a line that begins with {@code #}; this one, if the line says nothing new. */
  Layout after(byte[] b, int from, int to) {
    int value = Word.end(b, from, to);
    if (AsciiText.equalsIgnoreCase(b, from, value, "#Fields:")) {
      return fields(b, Word.skipBlanks(b, value, to), to);
    }
    if (AsciiText.equalsIgnoreCase(b, from, value, "#Log-type:")) {
      LogKind said = LogKind.of(b, value, to);
      return said == kind ? this : new Layout(said, places, count, named);
    }
    return this;
  }

  private Layout fields(byte[] b, int from, int to) {
    CsvFields titles = new CsvFields(MAX_COLUMNS);
    int n = titles.scan(b, from, to);
    int[] found = noPlaces();
    for (int i = 0; i < Math.min(n, MAX_COLUMNS); i++) {
      int start = Word.skipBlanks(b, titles.start(i), titles.end(i));
      int end = AsciiText.trimEnd(b, start, titles.end(i));
      for (Column column : Column.values()) {
        if (found[column.ordinal()] < 0
            && AsciiText.equalsIgnoreCase(b, start, end, column.title())) {
          found[column.ordinal()] = i;
        }
      }
    }
    if (named && n == count && Arrays.equals(found, places)) {
      return this;
    }
    return new Layout(kind, found, n, true);
  }

  LogKind kind() {
    return kind;
  }

  /** Was there a {@code #Fields}? */
  boolean named() {
    return named;
  }

  /** Can the rows be read: is it one of our logs, with the columns that make a step? */
  boolean readable() {
    return kind != LogKind.OTHER
        && count <= MAX_COLUMNS
        && has(Column.DATE_TIME)
        && has(Column.SESSION)
        && has(Column.EVENT)
        && has(Column.DATA);
  }

  boolean has(Column column) {
    return place(column) >= 0;
  }

  /** The place of a column in a row, or -1. */
  int place(Column column) {
    return places[column.ordinal()];
  }

  /** How many columns a row has. */
  int count() {
    return count;
  }

  /** Do event, data and context stand last, in this order, as every known version has them? */
  boolean endsAsUsual() {
    return place(Column.EVENT) == count - 3
        && place(Column.DATA) == count - 2
        && place(Column.CONTEXT) == count - 1;
  }

  private static int[] usualPlaces() {
    int[] usual = new int[Column.COUNT];
    for (int i = 0; i < usual.length; i++) {
      usual[i] = i;
    }
    return usual;
  }

  private static int[] noPlaces() {
    int[] none = new int[Column.COUNT];
    Arrays.fill(none, -1);
    return none;
  }
}
