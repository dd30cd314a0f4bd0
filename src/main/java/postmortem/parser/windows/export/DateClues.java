package postmortem.parser.windows.export;

import org.jspecify.annotations.Nullable;
import postmortem.parser.DateOrder;

/**
 * Finds out in which order dates have day and month, from all rows of a file: by a day beyond the
 * twelfth; else by the order of the rows, because the export is sorted; else by what is usual.
 */
final class DateClues {

  private final LocalTime date = new LocalTime();
  private final Sorted monthFirst = new Sorted(DateOrder.MONTH_FIRST);
  private final Sorted dayFirst = new Sorted(DateOrder.DAY_FIRST);
  private boolean firstIsDay;
  private boolean secondIsDay;
  private boolean yearFirst;
  private boolean halves;
  private boolean dots;

  /** Whether the rows are sorted, if dates are read in one order. */
  private static final class Sorted {
    private final DateOrder order;
    private long last = Long.MIN_VALUE;
    private long rising;
    private long falling;
    private long span;

    Sorted(DateOrder order) {
      this.order = order;
    }

    void add(long day) {
      if (day == Long.MIN_VALUE) {
        return;
      }
      if (last != Long.MIN_VALUE) {
        rising += day > last ? 1 : 0;
        falling += day < last ? 1 : 0;
        span += Math.abs(day - last);
      }
      last = day;
    }

    long unsorted() {
      return Math.min(rising, falling);
    }
  }

  /** Looks at the date and the time of a row. */
  void row(byte[] b, int from, int to, int timeFrom, int timeTo) {
    if (!date.numbers(b, from, to)) {
      return;
    }
    yearFirst |= date.yearFirst();
    firstIsDay |= date.number(0) > 12;
    secondIsDay |= date.number(1) > 12;
    halves |= LocalTime.half(b, timeFrom, timeTo) >= 0;
    for (int i = from; i < to; i++) {
      dots |= b[i] == '.';
    }
    monthFirst.add(date.day(monthFirst.order));
    dayFirst.add(date.day(dayFirst.order));
  }

  DateOrder order() {
    if (yearFirst) {
      return DateOrder.YEAR_FIRST;
    }
    DateOrder shown = shown();
    return shown != null ? shown : usual();
  }

  /** Nothing in the rows decides; null where that is not so. */
  @Nullable String doubt() {
    if (yearFirst || shown() != null) {
      return null;
    }
    return "The dates could have the day or the month first, and nothing in the file decides; the "
        + (usual() == DateOrder.DAY_FIRST ? "day" : "month")
        + " was taken to be first. Use --date-order to tell.";
  }

  private @Nullable DateOrder shown() {
    if (firstIsDay != secondIsDay) {
      return firstIsDay ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST;
    }
    if (monthFirst.unsorted() != dayFirst.unsorted()) {
      return monthFirst.unsorted() < dayFirst.unsorted()
          ? DateOrder.MONTH_FIRST
          : DateOrder.DAY_FIRST;
    }
    if (monthFirst.span == dayFirst.span) {
      return null;
    }
    // neighbours are a day apart in one order, and a month in the other
    return monthFirst.span < dayFirst.span ? DateOrder.MONTH_FIRST : DateOrder.DAY_FIRST;
  }

  /** Only the United States have AM and PM and the month first, and nobody has it with dots. */
  private DateOrder usual() {
    return halves && !dots ? DateOrder.MONTH_FIRST : DateOrder.DAY_FIRST;
  }
}
