package postmortem.parser.windows.export;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import postmortem.event.Times;
import postmortem.parser.DateOrder;
import postmortem.parser.ParseSettings;
import postmortem.parser.windows.EventValues;
import postmortem.parser.windows.Field;

/** Reads the times of a table, whose order of day and month all of its rows show. */
final class RowClock {

  private final TableLayout layout;
  private final @Nullable ZoneId zone;
  private final LocalTime date = new LocalTime();
  private final CellTime cell = new CellTime();
  private final DateOrder order;
  private final @Nullable String doubt;
  private boolean assumed;

  /**
   * @param head the rows that are looked at for the order
   */
  RowClock(TableLayout layout, byte[] head, ParseSettings settings) throws IOException {
    this.layout = layout;
    this.zone = settings.zone();
    DateOrder told = settings.dateOrder();
    DateClues clues = new DateClues();
    try (ExportRows all =
        new ExportRows(new ByteArrayInputStream(head), 0, settings.maxLine(), layout)) {
      while (all.next()) {
        if (all.bad() == null && all.fields() >= layout.least()) {
          look(clues, all);
        }
      }
    }
    this.order = told == null ? clues.order() : told;
    this.doubt = layout.isInUtc() || told != null ? null : clues.doubt();
  }

  private void look(DateClues clues, ExportRows row) {
    byte[] b = row.block();
    int time = layout.cell(Column.TIME);
    if (layout.has(Column.DATE)) {
      int day = layout.cell(Column.DATE);
      clues.row(b, row.start(day), row.end(day), row.start(time), row.end(time));
    } else if (cell.find(b, row.start(time), row.end(time))) {
      cell.show(clues, b);
    }
  }

  /** What the order of day and month rests on, where nothing decides it; else null. */
  @Nullable String doubt() {
    return doubt;
  }

  /** The order of dates for the ledger; null where they show no day and month. */
  @Nullable String dateOrder() {
    if (layout.isInUtc() || order == DateOrder.YEAR_FIRST) {
      return null;
    }
    return doubt == null ? order.toString() : "ambiguous";
  }

  /** The time of a row, or {@link Times#NEVER}. */
  long time(ExportRows row) {
    byte[] b = row.block();
    int time = layout.cell(Column.TIME);
    assumed = true;
    if (layout.has(Column.DATE)) {
      int day = layout.cell(Column.DATE);
      date.numbers(b, row.start(day), row.end(day));
      int second = LocalTime.secondOfDay(b, row.start(time), row.end(time));
      return LocalTime.nanos(date.day(order), second, zone);
    }
    if (!cell.find(b, row.start(time), row.end(time))) {
      return Times.NEVER;
    }
    long absolute = cell.absolute(b, layout.isInUtc());
    assumed = absolute == Times.NEVER;
    return assumed ? LocalTime.nanos(cell.day(order), cell.secondOfDay(b), zone) : absolute;
  }

  /** Was the zone of the last time not told? */
  boolean isAssumed() {
    return assumed;
  }

  /** A time and a date, in either order, as event 520 has them; 0 where there are none. */
  long clock(EventValues values, Field field) {
    byte[] b = values.bytes();
    int from = values.start(field);
    int to = values.end(field);
    int second = -1;
    long day = Long.MIN_VALUE;
    for (int i = from; i < to; ) {
      int end = i;
      while (end < to && b[end] != ' ' && b[end] != '\t') {
        end++;
      }
      int ofDay = LocalTime.secondOfDay(b, i, Math.min(to, end + 3));
      if (ofDay >= 0 && second < 0 && contains(b, i, end)) {
        second = ofDay;
      } else if (date.numbers(b, i, end)) {
        day = date.day(order);
      }
      i = end + 1;
    }
    long time = LocalTime.nanos(day, second, zone);
    return time == Times.NEVER ? 0 : time;
  }

  private static boolean contains(byte[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      if (b[i] == ':') {
        return true;
      }
    }
    return false;
  }
}
