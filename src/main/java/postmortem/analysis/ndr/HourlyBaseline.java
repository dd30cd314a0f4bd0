package postmortem.analysis.ndr;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;

/**
 * What is usual at an hour of the week (of the day, where there are less than four weeks; at any
 * hour, where there are less than three days), from the other such hours: median and MAD, which one
 * bad hour cannot move (detection-methods.md, M2).
 */
final class HourlyBaseline {

  /** Fewer whole hours than this have no usual hour. */
  private static final int FEWEST_HOURS = 6;

  private static final int WEEK = 168;
  private static final int DAY = 24;
  private static final int WEEKS = 4;
  private static final int DAYS = 3;

  /** From fewer values nobody can tell how wild they are: r = 1 is the cautious start. */
  private static final int FEWEST_VALUES = 30;

  private static final double LEAST_SIZE = 0.3;
  private static final double MOST_SIZE = 100;

  /** Quieter hours are taken for hours with one in five: a single report is no surprise. */
  private static final double LEAST_MEAN = 0.2;

  private static final double CUT = 0.75;

  private static final double NORMAL = 1.4826;

  private final HourlyCounts series;
  private final int period;
  private final IntArrayList[] slots; // by hour of the period: places of its whole hours
  private final int whole;
  private final double overall;

  HourlyBaseline(HourlyCounts series) {
    this.series = series;
    this.period = period(series);
    this.slots = new IntArrayList[period];
    Arrays.setAll(slots, i -> new IntArrayList());
    double[] all = new double[series.size()];
    int n = 0;
    for (int i = 0; i < series.size(); i++) {
      if (series.isWhole(i)) {
        slots[slot(i)].add(i);
        all[n++] = series.count(i);
      }
    }
    this.whole = n;
    this.overall = mean(all, n);
  }

  private static int period(HourlyCounts series) {
    if (series.size() == 0) {
      return 1;
    }
    int span = series.hour(series.size() - 1) - series.hour(0) + 1;
    return span >= WEEKS * WEEK ? WEEK : span >= DAYS * DAY ? DAY : 1;
  }

  /** Is there enough to tell what is usual? */
  boolean isEnough() {
    return whole >= FEWEST_HOURS;
  }

  /** What would be usual in the hour at this place of the series. */
  Level level(int at) {
    IntArrayList slot = slots[slot(at)];
    double[] values = new double[slot.size()];
    int n = 0;
    for (int i = 0; i < slot.size(); i++) {
      if (slot.getInt(i) != at) {
        values[n++] = series.count(slot.getInt(i));
      }
    }
    double middle = median(values, n);
    for (int i = 0; i < n; i++) {
      values[i] = Math.abs(values[i] - middle);
    }
    double scale = NORMAL * median(values, n);
    double mean = Math.max(LEAST_MEAN, Math.max(middle, overall));
    return new Level(mean, scale, size(mean, scale, n));
  }

  private int slot(int at) {
    return Math.floorMod(series.hour(at), period);
  }

  /** {@code r = m^2 / (s^2 - m)} where the values vary more than chance. */
  private static double size(double mean, double scale, int n) {
    if (n < FEWEST_VALUES || scale == 0) {
      return 1;
    }
    double more = scale * scale - mean;
    return more <= 0
        ? Double.POSITIVE_INFINITY
        : Math.min(MOST_SIZE, Math.max(LEAST_SIZE, mean * mean / more));
  }

  /**
   * The mean of the first n values, the quarter of them that is largest cut to the size of the
   * rest: most hours have none or one, and of such counts the median says too little.
   */
  private static double mean(double[] values, int n) {
    if (n == 0) {
      return 0;
    }
    Arrays.sort(values, 0, n);
    double most = values[Math.min(n - 1, (int) (n * CUT))];
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += Math.min(values[i], most);
    }
    return sum / n;
  }

  /** The median of the first n values, which it sorts; 0 of none. */
  private static double median(double[] values, int n) {
    if (n == 0) {
      return 0;
    }
    Arrays.sort(values, 0, n);
    return (values[(n - 1) / 2] + values[n / 2]) / 2;
  }
}
