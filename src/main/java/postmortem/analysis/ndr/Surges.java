package postmortem.analysis.ndr;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import postmortem.analysis.Context;
import postmortem.analysis.Threshold;

/**
 * Finds the hours above the usual: those that neither the robust score nor the negative binomial
 * tail can explain (M2), and those that stay a little above it for long (M3). Where too many hours
 * pass the absolute floor there is no clean baseline, and that floor decides alone.
 */
final class Surges {

  /** A shorter lull does not end a surge. */
  private static final int LULL = 6;

  /** Chance of a false alarm in all hours of all series (Bonferroni). */
  private static final double ALARM = 0.01;

  private static final int SERIES = 3;

  /** Counts above this chance are cut before they are summed up: one wild hour is no trend. */
  private static final double WINSOR = 1e-4;

  /** No clean baseline where more of the hours pass the floor (detection-methods.md, 3). */
  private static final double MOST_UNDER_ATTACK = 0.3;

  /** What lasts longer than this part of the evidence is the usual, which has moved. */
  private static final double LONGEST_TREND = 0.3;

  /** Fewer reports too many are nobody's business. */
  private static final double LEAST_EXCESS = 30;

  /** In less time than this an attack may be as long as the quiet, and hide in what is usual. */
  private static final int SHORT = 72;

  /** What lasts may pass the floor by its sum, if each of its hours has this part of the floor. */
  private static final int PART_OF_FLOOR = 3;

  private static final int LASTING = 3; // times the floor

  private final HourlyCounts series;
  private final Level[] levels;
  private boolean baseless;
  private final double floor;
  private final double score;
  private final BitSet alarms = new BitSet();
  private final BitSet bursts = new BitSet();

  private Surges(HourlyCounts series, Context context) {
    this.series = series;
    HourlyBaseline baseline = new HourlyBaseline(series);
    this.levels = new Level[series.size()];
    this.floor = context.threshold(Threshold.NDR_PER_HOUR);
    this.score = context.threshold(Threshold.NDR_SCORE);
    int high = 0;
    for (int i = 0; i < levels.length; i++) {
      levels[i] = baseline.level(i);
      high += series.count(i) >= floor ? 1 : 0;
    }
    this.baseless = !baseline.isEnough() || high > MOST_UNDER_ATTACK * series.size();
  }

  /**
   * The surges of a series, in order.
   *
   * @param inShort are those of interest, too, that only their length tells in a short archive?
   */
  static List<Surge> of(HourlyCounts series, Context context, boolean inShort) {
    Surges surges = new Surges(series, context);
    surges.bursts();
    if (!surges.baseless) {
      surges.trends();
    }
    if (inShort && surges.alarms.isEmpty() && series.size() < SHORT) {
      surges.lasting();
    }
    return surges.together();
  }

  private void bursts() {
    double chance = ALARM / SERIES / Math.max(1, series.size());
    for (int i = 0; i < levels.length; i++) {
      long x = series.count(i);
      if (baseless
          ? x >= floor
          : levels[i].score(x) >= score && levels[i].distribution().tail(x) < chance) {
        alarms.set(i);
        bursts.set(i);
      }
    }
  }

  /** One cumulative sum of counts less their own reference values: the usual differs by hour. */
  private void trends() {
    Cusum sum = new Cusum(1);
    int onset = 0;
    int top = 0;
    double most = 0;
    int quiet = 0;
    for (int i = 0; i < levels.length; i++) {
      rise(sum, i);
      quiet = series.count(i) <= levels[i].mean() ? quiet + 1 : 0;
      if (sum.sum() > most) {
        most = sum.sum();
        top = i;
      }
      if (sum.sum() == 0 || quiet >= LULL || i == levels.length - 1) {
        if (most >= Cusum.LIMIT) {
          trend(onset, top);
        }
        sum = new Cusum(1);
        onset = i + 1;
        most = 0;
      }
    }
  }

  /** Hours without a long lull that pass the floor together. */
  private void lasting() {
    for (int i = 0; i < levels.length; ) {
      int last = -1;
      long sum = 0;
      int next = i;
      while (next < levels.length && (last < 0 || next - last <= LULL)) {
        if (isRaised(next)) {
          last = next;
          sum += series.count(next);
        }
        next++;
      }
      for (int hour = i; hour <= last && sum >= LASTING * floor; hour++) {
        alarms.set(hour, isRaised(hour));
        baseless = true;
      }
      i = next;
    }
  }

  private boolean isRaised(int at) {
    return series.count(at) * PART_OF_FLOOR >= floor;
  }

  /** In units of the deviation that chance would make: one limit serves wild counts, too. */
  private void rise(Cusum sum, int at) {
    NegativeBinomial usual = levels[at].distribution();
    double mean = usual.mean();
    double unit = Math.sqrt(Math.max(1, usual.variance() / mean));
    long x = series.count(at);
    sum.happen((x <= mean ? x : Math.min(x, usual.smallestBelow(WINSOR))) / unit);
    sum.pass(Cusum.reference(mean, Cusum.raised(mean)) / unit);
  }

  /**
   * A trend must be beyond chance as a whole, too, and without the hours that alarm by themselves:
   * any two hours might have been its ends.
   */
  private void trend(int onset, int top) {
    double mean = 0;
    double size = 0;
    long total = 0;
    for (int i = bursts.nextClearBit(onset); i <= top; i = bursts.nextClearBit(i + 1)) {
      mean += levels[i].mean();
      size += levels[i].size();
      total += series.count(i);
    }
    double pairs = (double) levels.length * levels.length;
    if (mean > 0
        && top - onset < LONGEST_TREND * levels.length
        && new NegativeBinomial(mean, size).tail(total) < ALARM / SERIES / pairs) {
      alarms.set(onset, top + 1);
    }
  }

  private List<Surge> together() {
    List<Surge> out = new ArrayList<>();
    for (int i = alarms.nextSetBit(0); i >= 0; ) {
      int last = i;
      int next = alarms.nextSetBit(i + 1);
      while (next >= 0 && series.hour(next) - series.hour(last) <= LULL) {
        last = next;
        next = alarms.nextSetBit(next + 1);
      }
      Surge surge = surge(i, last);
      if (surge.excess() >= LEAST_EXCESS) {
        out.add(surge);
      }
      i = next;
    }
    return out;
  }

  private Surge surge(int first, int last) {
    double usual = 0;
    double excess = 0;
    long raised = 0;
    int alarmed = 0;
    int burst = bursts.nextSetBit(first);
    BitSet hot = burst >= 0 && burst <= last ? bursts : alarms;
    int peak = first;
    for (int i = first; i <= last; i++) {
      // where attack is all there is, it would be its own baseline
      double mean = baseless ? 1 : levels[i].mean();
      usual += mean;
      excess += series.count(i) - mean;
      peak = series.count(i) > series.count(peak) ? i : peak;
      if (hot.get(i)) {
        raised += series.count(i);
        alarmed++;
      }
    }
    return new Surge(
        series.hour(first),
        series.hour(last),
        usual / (last - first + 1),
        (double) raised / alarmed,
        series.sum(series.hour(first), series.hour(last)),
        excess,
        series.count(peak),
        series.hour(peak),
        levels[peak].score(series.count(peak)),
        baseless);
  }
}
