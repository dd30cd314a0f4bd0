package postmortem.analysis.ndr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NegativeBinomialTest {

  /** The table of detection-methods.md, M2. */
  @ParameterizedTest
  @CsvSource({
    "0.2, 4, 6, 6, 8, 7",
    "0.5, 6, 8, 9, 13, 12",
    "1, 7, 10, 14, 20, 19",
    "2, 10, 13, 23, 35, 35",
    "5, 16, 20, 51, 76, 80",
    "10, 25, 29, 97, 145, 156",
    "20, 40, 46, 189, 284, 307",
  })
  void smallestCountThatAlarms(
      double mean, long poisson4, long poisson6, long one4, long one6, long half4) {
    assertEquals(poisson4, poisson(mean).smallestBelow(1e-4));
    assertEquals(poisson6, poisson(mean).smallestBelow(1e-6));
    assertEquals(one4, new NegativeBinomial(mean, 1).smallestBelow(1e-4));
    assertEquals(one6, new NegativeBinomial(mean, 1).smallestBelow(1e-6));
    assertEquals(half4, new NegativeBinomial(mean, 0.5).smallestBelow(1e-4));
  }

  private static NegativeBinomial poisson(double mean) {
    return new NegativeBinomial(mean, Double.POSITIVE_INFINITY);
  }

  /** With r = 1 it is the geometric distribution: {@code P(X >= x) = (m / (1 + m))^x}. */
  @ParameterizedTest
  @CsvSource({"0.2, 1", "1, 1", "1, 40", "30, 7", "30, 400", "900, 2000", "5000, 100"})
  void tailIsTheGeometricOne(double mean, long x) {
    double expected = Math.pow(mean / (1 + mean), (double) x);

    double tail = new NegativeBinomial(mean, 1).tail(x);

    assertEquals(1, tail / expected, 1e-6);
  }

  @ParameterizedTest
  @CsvSource({"0.2, 0.3", "7, 1", "400, 100", "2000, Infinity"})
  void tailFallsFromOne(double mean, double size) {
    NegativeBinomial distribution = new NegativeBinomial(mean, size);
    assertEquals(1, distribution.tail(0), 0);
    double last = 1;
    for (long x = 1; x < 10 * mean + 50; x += 1 + (long) mean / 7) {
      double tail = distribution.tail(x);
      assertTrue(tail <= last && tail >= 0, "at " + x);
      last = tail;
    }
  }
}
