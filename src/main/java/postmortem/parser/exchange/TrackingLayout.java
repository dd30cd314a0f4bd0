package postmortem.parser.exchange;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import postmortem.text.AsciiText;
import postmortem.text.CsvFields;

/** Where each column of message tracking stands: as a head says, else by their number. */
final class TrackingLayout {

  /** More columns than any version writes; a head with more of them is not believed. */
  static final int MAX_COLUMNS = 64;

  private static final TrackingColumn[] ALL = TrackingColumn.values();

  /** Of rows without a head, by what their number of fields says. */
  private static final TrackingLayout[] BY_VERSION = {
    of(2007), of(2010), of(2013), of(2016),
  };

  /** Before any head. */
  static final TrackingLayout UNSAID = new TrackingLayout(noPlaces(), 0, false, false);

  private final int[] places;
  private final int count;
  private final boolean named;
  private final boolean foreign;

  private TrackingLayout(int[] places, int count, boolean named, boolean foreign) {
    this.places = places;
    this.count = count;
    this.named = named;
    this.foreign = foreign;
  }

  private static TrackingLayout of(int version) {
    int[] places = noPlaces();
    int count = 0;
    for (TrackingColumn column : ALL) {
      if (column.since() <= version) {
        places[column.ordinal()] = count++;
      }
    }
    return new TrackingLayout(places, count, false, false);
  }

  private static int[] noPlaces() {
    int[] none = new int[ALL.length];
    Arrays.fill(none, -1);
    return none;
  }

  /** The layout below a line that begins with {@code #}; this one, if the line says nothing new. */
  TrackingLayout after(byte[] b, int from, int to) {
    int value = Word.end(b, from, to);
    if (AsciiText.equalsIgnoreCase(b, from, value, "#Log-type:")) {
      boolean other = !AsciiText.contains(b, value, to, "Message Tracking");
      return new TrackingLayout(places, count, named, other);
    }
    return AsciiText.equalsIgnoreCase(b, from, value, "#Fields:")
        ? fields(b, Word.skipBlanks(b, value, to), to)
        : this;
  }

  private TrackingLayout fields(byte[] b, int from, int to) {
    CsvFields titles = new CsvFields(MAX_COLUMNS);
    int n = titles.scan(b, from, to);
    int[] found = noPlaces();
    for (int i = 0; i < Math.min(n, MAX_COLUMNS); i++) {
      int start = Word.skipBlanks(b, titles.start(i), titles.end(i));
      int end = AsciiText.trimEnd(b, start, titles.end(i));
      for (TrackingColumn column : ALL) {
        if (found[column.ordinal()] < 0
            && AsciiText.equalsIgnoreCase(b, start, end, column.title())) {
          found[column.ordinal()] = i;
        }
      }
    }
    return new TrackingLayout(found, n, true, foreign);
  }

  /** The layout of a row with so many fields; null where there is none. */
  @Nullable TrackingLayout ofRow(int fields) {
    if (named) {
      return readable() ? this : null;
    }
    for (TrackingLayout layout : BY_VERSION) {
      if (layout.count == fields && !foreign) {
        return layout;
      }
    }
    return null;
  }

  /** Can rows be read: is it this log, with the columns that say what happened? */
  boolean readable() {
    return !foreign
        && count <= MAX_COLUMNS
        && has(TrackingColumn.DATE_TIME)
        && has(TrackingColumn.SOURCE)
        && has(TrackingColumn.EVENT)
        && (has(TrackingColumn.RECIPIENT) || has(TrackingColumn.MESSAGE_ID));
  }

  /** Was there a {@code #Fields}? */
  boolean named() {
    return named;
  }

  /** Does a head say that it is another log? */
  boolean foreign() {
    return foreign;
  }

  boolean has(TrackingColumn column) {
    return place(column) >= 0;
  }

  /** The place of a column in a row, or -1. */
  int place(TrackingColumn column) {
    return places[column.ordinal()];
  }

  /** How many columns a row has. */
  int count() {
    return count;
  }
}
