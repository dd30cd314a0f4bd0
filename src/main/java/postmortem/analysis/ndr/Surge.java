package postmortem.analysis.ndr;

/**
 * Hours with more than the usual, with little time between them.
 *
 * @param from its first hour since 1970
 * @param to its last hour
 * @param usual mean number in one of its hours
 * @param raised how many there are in one hour of those that alarm
 * @param total how many there are in all
 * @param excess how many more there are in all than usual
 * @param peak the most in one hour
 * @param peakHour which hour that is
 * @param score of that hour
 * @param baseless there is no clean baseline: absolute floors were applied
 */
record Surge(
    int from,
    int to,
    double usual,
    double raised,
    long total,
    double excess,
    long peak,
    int peakHour,
    double score,
    boolean baseless) {

  /** Where a surge begins and ends it is slower than in the middle by about this factor. */
  private static final double SLOPE = 4;

  /** Above what rate an hour belongs to it rather than to the usual: its slopes do, too. */
  double drift() {
    return Cusum.reference(usual, Math.max(raised / SLOPE, Cusum.raised(usual)));
  }

  boolean overlaps(Surge other, int slack) {
    return from - slack <= other.to && other.from - slack <= to;
  }
}
