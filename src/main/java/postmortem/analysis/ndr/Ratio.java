package postmortem.analysis.ndr;

/** Whether a part of few is surely more than a limit, and not by chance only. */
final class Ratio {

  /** Standard deviations of doubt. */
  private static final double DOUBT = 3;

  private Ratio() {}

  /**
   * The lower end of Wilson's interval: {@code (p + z^2/2n - z sqrt(p(1-p)/n + z^2/4n^2)) / (1 +
   * z^2/n)}.
   *
   * @param part how many of them
   * @param of how many, above 0
   */
  static double atLeast(double part, double of) {
    double p = Math.min(1, part / of);
    double z = DOUBT * DOUBT / of;
    return (p + z / 2 - DOUBT * Math.sqrt(p * (1 - p) / of + z / of / 4)) / (1 + z);
  }
}
