package postmortem.analysis.ndr;

/**
 * What is usual in one hour.
 *
 * @param mean robust location m
 * @param scale robust deviation s: {@code 1.4826 * MAD}
 * @param size of the negative binomial distribution, infinite for Poisson's
 */
record Level(double mean, double scale, double size) {

  /** Robust deviations above the usual: {@code (x - m) / max(s, sqrt(m), 1)}. */
  double score(long x) {
    return (x - mean) / Math.max(scale, Math.max(Math.sqrt(mean), 1));
  }

  NegativeBinomial distribution() {
    return new NegativeBinomial(mean, size);
  }
}
