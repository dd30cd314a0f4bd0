package postmortem.analysis.relay;

/** Quantiles of small numbers; a thousand and more count as one. */
final class Usual {

  private static final int MOST = 1_000;

  private final int[] counts = new int[MOST + 1];
  private int total;

  void add(long value) {
    counts[(int) Math.max(0, Math.min(value, MOST))]++;
    total++;
  }

  int total() {
    return total;
  }

  /** The smallest value that at least this share does not exceed; 0 where there is none. */
  int quantile(double share) {
    long rank = (long) Math.ceil(share * total);
    long seen = 0;
    for (int value = 0; value <= MOST; value++) {
      seen += counts[value];
      if (total > 0 && seen >= rank) {
        return value;
      }
    }
    return 0;
  }
}
