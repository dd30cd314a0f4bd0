package postmortem.analysis.ndr;

/**
 * A one-sided cumulative sum: {@code S = max(0, S + x - k)}, which alarms at {@code S >= H}. It
 * finds what stays a little above the usual for long, and when that began: after the last time that
 * S was 0.
 */
final class Cusum {

  /** H for one false alarm in 10,000 bins of Poisson counts with a mean of 1, and nearly of all. */
  static final double LIMIT = 11.1;

  private final double drift;
  private double sum;

  /**
   * @param drift k
   */
  Cusum(double drift) {
    this.drift = drift;
  }

  /** The best k for a Poisson mean that rises: {@code (l1 - l0) / ln(l1 / l0)}. */
  static double reference(double usual, double raised) {
    return (raised - usual) / Math.log(raised / usual);
  }

  /** The smallest rise that matters: to the double, or by one. */
  static double raised(double usual) {
    return Math.max(2 * usual, usual + 1);
  }

  /** Time passes without anything: so many bins, or parts of one. */
  void pass(double bins) {
    sum = Math.max(0, sum - drift * bins);
  }

  /** Something happened so many times. */
  void happen(double times) {
    sum += times;
  }

  /** S. */
  double sum() {
    return sum;
  }
}
