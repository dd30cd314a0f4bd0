package postmortem.analysis.auth;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the periods in which something happens far more often than usual: the scan statistic of a
 * Poisson process, with the rate inside the period estimated on a geometric grid.
 *
 * <p>Each event within a period earns ln(rate / usual), each hour costs rate - usual; the period
 * with the highest score is the likeliest, which gives onset and end without windows
 * (detection-methods.md, M3, has the same idea on bins).
 */
final class PoissonScan {

  /**
   * The evidence that a period must have, in nats: chance gives it once in some million periods.
   */
  static final double LEAST_SCORE = 16;

  /** More periods than this in one series are not an attack but a changed baseline. */
  private static final int MOST_PERIODS = 64;

  private static final int HOUR = 3600;
  private static final int LONGEST_PAUSE = 24 * HOUR;
  private static final int PAUSE = 6 * HOUR;

  /** Events from place {@code from} to {@code to}, both included. */
  record Period(int from, int to) {}

  private final int[] seconds;
  private final double usual;
  private final double leastRatio;
  private final List<Period> found = new ArrayList<>();
  private int bestFrom;
  private int bestTo;
  private double bestScore;

  private PoissonScan(int[] seconds, double usual, double leastRatio) {
    this.seconds = seconds;
    this.usual = usual;
    this.leastRatio = leastRatio;
  }

  /**
   * The periods of a series in which there are more events, in order.
   *
   * @param seconds times of events, ascending
   * @param usual events in one hour, more than 0
   * @param leastRatio how many times the usual a period must be, more than 1
   */
  static List<Period> find(int[] seconds, double usual, double leastRatio) {
    PoissonScan search = new PoissonScan(seconds, usual, leastRatio);
    search.search(0, seconds.length);
    search.found.sort(Comparator.comparingInt(Period::from));
    return search.joined();
  }

  private void search(int from, int to) {
    if (to - from < 2 || found.size() >= MOST_PERIODS) {
      return;
    }
    bestScore = 0;
    double rate = usual * leastRatio;
    for (int step = 0; step < 12; step++, rate *= 3) {
      scan(from, to, rate);
    }
    if (bestScore < LEAST_SCORE) {
      return;
    }
    Period period = new Period(bestFrom, bestTo);
    found.add(period);
    search(from, period.from);
    search(period.to + 1, to);
  }

  private void scan(int from, int to, double rate) {
    double gain = Math.log(rate / usual);
    double cost = (rate - usual) / HOUR;
    double score = 0;
    int start = from;
    for (int i = from; i < to; i++) {
      if (i > from) {
        int gap = seconds[i] - seconds[i - 1];
        score = gap > LONGEST_PAUSE ? 0 : score - gap * cost;
      }
      if (score <= 0) {
        score = 0;
        start = i;
      }
      score += gain;
      if (score > bestScore) {
        bestScore = score;
        bestFrom = start;
        bestTo = i;
      }
    }
  }

  /** The core of an attack and its thinner beginning are one. */
  private List<Period> joined() {
    List<Period> all = new ArrayList<>();
    for (Period period : found) {
      Period last = all.isEmpty() ? null : all.get(all.size() - 1);
      if (last != null && seconds[period.from] - seconds[last.to] <= PAUSE) {
        all.set(all.size() - 1, new Period(last.from, period.to));
      } else {
        all.add(period);
      }
    }
    return all;
  }
}
