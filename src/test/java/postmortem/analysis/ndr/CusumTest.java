package postmortem.analysis.ndr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CusumTest {

  /** The table of detection-methods.md, M3. */
  @ParameterizedTest
  @CsvSource({"0.2, 0.56", "0.5, 0.91", "1, 1.44", "2, 2.89", "5, 7.21", "10, 14.43"})
  void referenceValue(double usual, double k) {
    assertEquals(k, Cusum.reference(usual, Cusum.raised(usual)), 0.005);
  }

  /** Likewise: bins until a false alarm, and until a rise is seen. */
  @ParameterizedTest
  @CsvSource({
    "0.5, 4.6, 0.5, 1000",
    "1, 7.5, 1, 1000",
    "2, 7.4, 2, 1000",
    "5, 7.7, 5, 1000",
    "1, 11.1, 2, 18.9",
    "2, 10.6, 4, 10.3",
    "5, 10.9, 10, 4.7",
    "10, 10.7, 20, 2.7",
    "10, 10.7, 31, 1.2",
  })
  void binsUntilAnAlarm(double usual, double limit, double mean, double bins) {
    Random random = new Random(1);
    double k = Cusum.reference(usual, Cusum.raised(usual));
    int runs = bins > 100 ? 400 : 4000;
    long sum = 0;
    for (int run = 0; run < runs; run++) {
      Cusum cusum = new Cusum(k);
      do {
        cusum.happen(poisson(mean, random));
        cusum.pass(1);
        sum++;
      } while (cusum.sum() < limit);
    }
    // the limits of the table are rounded, and some are a little larger than they need be
    assertEquals(1, sum / (bins * runs), bins > 100 ? 0.7 : 0.1);
  }

  private static int poisson(double mean, Random random) {
    double limit = Math.exp(-mean);
    int n = 0;
    for (double p = random.nextDouble(); p > limit; p *= random.nextDouble()) {
      n++;
    }
    return n;
  }
}
