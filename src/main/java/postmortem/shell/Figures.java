package postmortem.shell;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a chart shows: figures with their names. */
final class Figures {

  /**
   * One of them.
   *
   * @param name the first value of its row, fit for a screen
   * @param second the second value of its row, where it has three or more
   * @param time the first value, where it is one
   */
  record Figure(String name, String second, @Nullable Instant time, double value) {}

  private final int columns;
  private final List<Figure> all = new ArrayList<>();

  Figures(int columns) {
    this.columns = columns;
  }

  void add(List<@Nullable Object> row, Display display, double value) {
    String second = columns > 2 ? display.text(row.get(1)) : "";
    Instant time = row.get(0) instanceof Instant t ? t : null;
    all.add(new Figure(display.text(row.get(0)), second, time, value));
  }

  List<Figure> all() {
    return all;
  }

  int size() {
    return all.size();
  }

  /** Does each row name two things, so that figures stand in rows and columns? */
  boolean isGrid() {
    return columns > 2;
  }

  double max() {
    return all.stream().mapToDouble(Figure::value).max().orElse(0);
  }

  /** A figure as a label. */
  static String label(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : String.format(java.util.Locale.ROOT, "%.2f", value);
  }
}
