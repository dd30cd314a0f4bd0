package postmortem.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import postmortem.analysis.DetectorSettings;
import postmortem.analysis.Fact;
import postmortem.analysis.FactKind;
import postmortem.analysis.RunMerge;
import postmortem.analysis.clock.Clocks;
import postmortem.event.EventKind;
import postmortem.event.flat.Column;
import postmortem.event.flat.FlatRow;
import postmortem.event.flat.RowBuilder;

/**
 * Goes through all rows in the order of corrected time, beside the facts that the join has left:
 * what a fact knows from other logs goes into its row, and a row whose fact is gone, because
 * another record tells of the same, goes too.
 */
final class EventRows {

  /** What the join changes, or drops. */
  private static final Set<FactKind> JOINED =
      EnumSet.of(
          FactKind.ATTEMPT,
          FactKind.LOGON,
          FactKind.MESSAGE,
          FactKind.ACCOUNT_CHANGE,
          FactKind.AUDIT);

  private final RunMerge<RowCursor> rows;
  private final RowFinish finish;
  private final Consumer<FlatRow> to;
  private final List<FlatRow> here = new ArrayList<>(); // rows of the place of the last facts
  private @Nullable FlatRow next;

  private EventRows(RunMerge<RowCursor> rows, RowFinish finish, Consumer<FlatRow> to)
      throws IOException {
    this.rows = rows;
    this.finish = finish;
    this.to = to;
    this.next = read();
  }

  /** Hands over the rows that were collected and are of the wanted time; they can be read once. */
  static void forEach(Reading.Result read, Whole whole, RunSettings settings, Consumer<FlatRow> to)
      throws IOException {
    RowStore store = Objects.requireNonNull(read.collected().rows);
    Clocks clocks = whole.clocks();
    if (!clocks.agree()) {
      store = store.rewritten(row -> setRight(row, clocks));
    }
    try (RunMerge<RowCursor> merge = store.open()) {
      EventRows all =
          new EventRows(
              merge, new RowFinish(read, whole.context()), wanted(settings.detectors(), to));
      if (read.plan().joins()) {
        whole.facts().forEach(JOINED, all::next);
      }
      all.end(read.plan().joins());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static Consumer<FlatRow> wanted(DetectorSettings settings, Consumer<FlatRow> to) {
    return row -> {
      long time = row.number(Column.TIME);
      long end = row.has(Column.END_TIME) ? row.number(Column.END_TIME) : time;
      if (Math.max(time, end) >= settings.from() && time <= settings.to()) {
        to.accept(row);
      }
    };
  }

  private static FlatRow setRight(FlatRow row, Clocks clocks) {
    long logged = row.number(Column.TIME);
    long right = clocks.correct(row.stream(), logged);
    if (right == logged) {
      return row;
    }
    RowBuilder builder = row.with().number(Column.TIME, right).number(Column.TIME_LOGGED, logged);
    for (Column column : List.of(Column.START_TIME, Column.END_TIME)) {
      if (row.has(column)) {
        builder.number(column, clocks.correct(row.stream(), row.number(column)));
      }
    }
    return builder.build();
  }

  private @Nullable FlatRow read() throws IOException {
    RowCursor cursor = rows.next();
    return cursor == null ? null : cursor.row();
  }

  private void next(Fact fact) {
    try {
      come(fact);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (int i = 0; i < here.size(); i++) {
      if (isOf(fact, here.get(i))) {
        to.accept(finish.of(here.remove(i), fact));
        return;
      }
    }
  }

  /** Goes on to the rows of the fact's place. */
  private void come(Fact fact) throws IOException {
    if (!here.isEmpty() && place(here.get(0), fact) != 0) {
      leave(true);
    }
    for (FlatRow row = next; row != null && place(row, fact) <= 0; row = next) {
      if (place(row, fact) < 0) {
        tellAlone(row, true);
      } else {
        here.add(row);
      }
      next = read();
    }
  }

  /** Is the row before the fact's place, at it, or behind it? As {@code compareTo}. */
  private static int place(FlatRow row, Fact fact) {
    int c = Long.compare(row.number(Column.TIME), fact.time());
    if (c == 0) {
      c = Long.compare(row.number(Column.LEDGER), fact.ledger());
    }
    return c != 0 ? c : Long.compare(row.number(Column.OFFSET), fact.offset());
  }

  private static boolean isOf(Fact fact, FlatRow row) {
    EventKind kind = row.kind();
    return switch (fact.kind()) {
      case ATTEMPT, LOGON -> kind == EventKind.AUTH_ATTEMPT || kind == EventKind.LOGON;
      case MESSAGE -> kind == EventKind.MESSAGE;
      case ACCOUNT_CHANGE -> kind == EventKind.ACCOUNT_CHANGE;
      case AUDIT -> kind == EventKind.AUDIT;
      default -> false;
    };
  }

  private void leave(boolean joined) {
    here.forEach(row -> tellAlone(row, joined));
    here.clear();
  }

  /** A row that no fact is of: one that is none, or one that another record tells of. */
  private void tellAlone(FlatRow row, boolean joined) {
    boolean gone =
        joined
            && switch (row.kind()) {
              case AUTH_ATTEMPT, LOGON, ACCOUNT_CHANGE, AUDIT -> true;
              case CONNECTION, SESSION, MESSAGE, RECIPIENT, DELIVERY, DSN, ALERT -> false;
            };
    if (!gone) {
      to.accept(finish.of(row, null));
    }
  }

  private void end(boolean joined) throws IOException {
    leave(joined);
    for (FlatRow row = next; row != null; row = read()) {
      tellAlone(row, joined);
    }
  }
}
