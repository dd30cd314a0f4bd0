package postmortem.analysis.ndr;

/**
 * Counts that vary more than chance alone would make them: {@code var = m + m^2 / r}.
 *
 * <p>{@code P(X = k) = Gamma(k+r) / (k! Gamma(r)) * (r/(r+m))^r * (m/(r+m))^k}; with infinite size
 * it is the Poisson distribution, {@code P(X = k) = m^k e^-m / k!}.
 *
 * @param mean m, above 0
 * @param size r, above 0; the smaller, the wilder
 */
record NegativeBinomial(double mean, double size) {

  private static final double NEGLIGIBLE = 1e-12;

  private boolean isPoisson() {
    return Double.isInfinite(size);
  }

  double variance() {
    return isPoisson() ? mean : mean + mean * mean / size;
  }

  /** The chance of a count of {@code x} or more. */
  double tail(long x) {
    if (x <= 0) {
      return 1;
    }
    if (x > mean) {
      return above(x);
    }
    double below = 0;
    for (long k = 0; k < x; k++) {
      below += Math.exp(logProbability((double) k));
    }
    return Math.max(0, 1 - below);
  }

  /** Beyond the mean the terms fall: they are added until they no longer matter. */
  private double above(long x) {
    double term = Math.exp(logProbability((double) x));
    double sum = 0;
    for (long k = x; term > sum * NEGLIGIBLE; k++) {
      sum += term;
      term *= isPoisson() ? mean / (k + 1) : (k + size) / (k + 1) * mean / (size + mean);
    }
    return sum;
  }

  private double logProbability(double k) {
    if (isPoisson()) {
      return k * Math.log(mean) - mean - logGamma(k + 1);
    }
    return logGamma(k + size)
        - logGamma(k + 1)
        - logGamma(size)
        + size * Math.log(size / (size + mean))
        + k * Math.log(mean / (size + mean));
  }

  /** The smallest count with a smaller chance than this. */
  long smallestBelow(double chance) {
    long high = Math.max(1, (long) Math.ceil(mean));
    while (tail(high) >= chance) {
      high *= 2;
    }
    long low = high / 2;
    while (high - low > 1) {
      long middle = (low + high) >>> 1;
      if (tail(middle) >= chance) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  /** ln Gamma, by Stirling's series where it is exact enough: from 10 on. */
  private static double logGamma(double x) {
    double shift = 0;
    double y = x;
    while (y < 10) {
      shift += Math.log(y);
      y++;
    }
    double inverse = 1 / (y * y);
    double series = (1.0 / 12 - inverse * (1.0 / 360 - inverse * (1.0 / 1260))) / y;
    return (y - 0.5) * Math.log(y) - y + 0.5 * Math.log(2 * Math.PI) + series - shift;
  }
}
