package postmortem.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricsTest {

  @ParameterizedTest
  @CsvSource({
    "0.31428571428571433, 0.314286",
    "0.20000000000000004, 0.2",
    "0.9, 0.9",
    "199.8, 199.8",
    "-12.3456789, -12.3457",
    "1234567.891, 1234567.9",
    "0.00000123456789, 0.00000123457",
  })
  void fractionsHaveSixDigits(double value, double shown) {
    assertEquals(shown, Metrics.plain((Object) value));
  }

  @ParameterizedTest
  @CsvSource({"999.9999999999998, 1000", "6.0, 6", "-0.0, 0", "1e15, 1000000000000000"})
  void whatIsWholeIsAnInteger(double value, long shown) {
    assertEquals(shown, Metrics.plain((Object) value));
  }

  @Test
  void whatIsNoNumberIsNull() {
    assertEquals(null, Metrics.plain((Object) Double.NaN));
    assertEquals(null, Metrics.plain((Object) Double.POSITIVE_INFINITY));
  }
}
