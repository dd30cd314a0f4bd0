package postmortem.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import postmortem.event.Times;

/**
 * A chart as shapes of a fixed size, for those who run no scripts, and for paper.
 *
 * @param paths one for each line of the chart, as SVG writes paths
 * @param limits heights of the thresholds
 * @param spans of incidents: left and width
 * @param times marks on the axis of time
 * @param heights marks on the axis of counts
 */
record ChartDrawing(
    List<String> paths, List<Mark> limits, List<Box> spans, List<Mark> times, List<Mark> heights) {

  static final int WIDTH = 960;
  static final int HEIGHT = 220;
  static final int LEFT = 56;
  static final int RIGHT = 948;
  static final int TOP = 14;
  static final int BOTTOM = 194;

  private static final int POINTS = 446;

  /** A word at a place of an axis. */
  record Mark(String at, String text) {}

  /** Part of the axis of time. */
  record Box(String left, String width) {}

  static ChartDrawing of(Charts.Chart chart) {
    double highest =
        Math.max(
            (double) chart.peak(),
            chart.limits().stream().mapToDouble(Charts.Limit::value).max().orElse(0));
    long top = round(Math.max(1, highest));
    List<String> paths = chart.lines().stream().map(line -> path(line, chart, top)).toList();
    List<Mark> limits =
        chart.limits().stream()
            .map(l -> new Mark(one(y(l.value(), top)), Wording.number(l.value())))
            .toList();
    List<Box> spans = new ArrayList<>();
    for (Charts.Span span : chart.spans()) {
      double left = x(span.start(), chart);
      spans.add(new Box(one(left), one(Math.max(2, x(span.end(), chart) - left))));
    }
    List<Mark> heights = new ArrayList<>();
    for (int i = 0; i <= 2; i++) {
      double value = top * i / 2.0;
      heights.add(new Mark(one(y(value, top)), Wording.number(value)));
    }
    return new ChartDrawing(paths, limits, spans, times(chart), heights);
  }

  /** 1, 2 or 5 times a power of ten that is no less. */
  private static long round(double value) {
    long power = 1;
    while (power * 10 <= value) {
      power *= 10;
    }
    for (int times : new int[] {1, 2, 4, 6, 8}) {
      if (power * times >= value) {
        return power * times;
      }
    }
    return power * 10;
  }

  private static List<Mark> times(Charts.Chart chart) {
    List<Mark> marks = new ArrayList<>();
    boolean days = chart.end() - chart.start() > 3 * Times.DAY;
    for (int i = 0; i <= 4; i++) {
      long time = chart.start() + (chart.end() - chart.start()) / 4 * i;
      String text = Wording.time(time);
      marks.add(
          new Mark(one(x(time, chart)), days ? text.substring(0, 10) : text.substring(5, 16)));
    }
    return marks;
  }

  private static double x(long time, Charts.Chart chart) {
    double part = (double) (time - chart.start()) / Math.max(1, chart.end() - chart.start());
    return LEFT + part * (RIGHT - LEFT);
  }

  private static double y(double value, long top) {
    return BOTTOM - value / top * (BOTTOM - TOP);
  }

  /** A line of steps; it has a hole where no log covers the time. */
  private static String path(Charts.Line line, Charts.Chart chart, long top) {
    StringBuilder path = new StringBuilder();
    int by = chart.bins() / POINTS + 1;
    boolean pen = false;
    @Nullable Long before = null;
    for (int at = 0; at < chart.bins(); at += by) {
      Long count = highest(line.counts().subList(at, Math.min(chart.bins(), at + by)));
      if (count == null) {
        pen = false;
        before = null;
        continue;
      }
      long from = chart.start() + at * chart.step();
      String left = one(x(from, chart));
      String right = one(x(Math.min(chart.end(), from + by * chart.step()), chart));
      String height = one(y(count, top));
      if (!pen) {
        path.append('M').append(left).append(' ').append(height);
      } else if (!count.equals(before)) {
        path.append('H').append(left).append('V').append(height);
      }
      boolean same = at + by < chart.bins() && count.equals(next(line, at + by, by));
      if (!same) {
        path.append('H').append(right);
      }
      pen = true;
      before = count;
    }
    return path.toString();
  }

  private static @Nullable Long next(Charts.Line line, int at, int by) {
    return highest(line.counts().subList(at, Math.min(line.counts().size(), at + by)));
  }

  private static @Nullable Long highest(List<@Nullable Long> counts) {
    Long highest = null;
    for (Long count : counts) {
      if (count != null && (highest == null || count > highest)) {
        highest = count;
      }
    }
    return highest;
  }

  /** One digit behind the point, unless it is 0. A chart has thousands: a Formatter is slow. */
  private static String one(double value) {
    long tenths = Math.round(Math.abs(value) * 10);
    String whole = (value < 0 && tenths > 0 ? "-" : "") + tenths / 10;
    return tenths % 10 == 0 ? whole : whole + '.' + tenths % 10;
  }
}
