package postmortem.parser.iis;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import postmortem.text.AsciiText;

/** The order of columns that a {@code #Fields} directive lays down. Immutable. */
final class Columns {

  private static final Column[] ALL = Column.values();

  /** All 21 fields in the service's own order (iis-smtp.md, 2). */
  static final Columns FULL =
      parse(
          "date time c-ip cs-username s-sitename s-computername s-ip s-port cs-method cs-uri-stem"
              + " cs-uri-query sc-status sc-win32-status sc-bytes cs-bytes time-taken cs-version"
              + " cs-host cs(User-Agent) cs(Cookie) cs(Referer)");

  private final int[] places;
  private final int count;
  private final boolean sessionInOneRun;

  private Columns(int[] places, int count) {
    this.places = places;
    this.count = count;
    int client = places[Column.CLIENT.ordinal()];
    this.sessionInOneRun =
        client >= 0
            && places[Column.USER.ordinal()] == client + 1
            && places[Column.SITE.ordinal()] == client + 2;
  }

  /**
   * Reads the names of a directive; the blank that the service writes after the last one is no
   * name. Of a name that comes twice the first place counts.
   *
   * @return null where there is no name at all
   */
  static @Nullable Columns parse(byte[] b, int from, int to) {
    int[] places = new int[ALL.length];
    Arrays.fill(places, -1);
    int count = 0;
    int i = from;
    while (i < to) {
      int end = i;
      while (end < to && b[end] != ' ' && b[end] != '\t') {
        end++;
      }
      if (end > i) {
        for (Column column : ALL) {
          boolean same = AsciiText.equalsIgnoreCase(b, i, end, column.title());
          if (same && places[column.ordinal()] < 0) {
            places[column.ordinal()] = count;
          }
        }
        count++;
      }
      i = end + 1;
    }
    return count == 0 ? null : new Columns(places, count);
  }

  private static Columns parse(String names) {
    byte[] b = names.getBytes(StandardCharsets.US_ASCII);
    Columns columns = parse(b, 0, b.length);
    if (columns == null) {
      throw new IllegalArgumentException(names);
    }
    return columns;
  }

  /** The number of fields that a row must have. */
  int count() {
    return count;
  }

  /** By column: which field of a row it is, from 0; -1 where there is none. Not to be changed. */
  int[] places() {
    return places;
  }

  boolean namesSessionInOneRun() {
    return sessionInOneRun;
  }

  boolean has(Column column) {
    return places[column.ordinal()] >= 0;
  }

  /** How many of the columns that matter are there. */
  int known() {
    int known = 0;
    for (int place : places) {
      known += place >= 0 ? 1 : 0;
    }
    return known;
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
