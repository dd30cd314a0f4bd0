package postmortem.analysis.ndr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HourlyBaselineTest {

  private static HourlyCounts series(int hours, IntToLongFunction count) {
    int[] all = new int[hours];
    long[] counts = new long[hours];
    Arrays.setAll(all, i -> i);
    Arrays.setAll(counts, i -> count.applyAsLong(i));
    return new HourlyCounts(all, counts, 0, hours - 1);
  }

  /** From five o'clock on there is more: by hour of the day, once there are three days. */
  @ParameterizedTest
  @CsvSource({"71, 10, 10", "72, 10, 40", "671, 10, 40", "672, 10, 40"})
  void anHourIsComparedWithItsLike(int hours, double usual, double busy) {
    HourlyCounts series = series(hours, i -> i % 24 < 17 ? 10 : 40);

    assertEquals(busy, new HourlyBaseline(series).level(43).mean(), 9);
    assertEquals(usual, new HourlyBaseline(series).level(27).mean(), 9);
  }

  @Test
  void weekendsAreTheirOwnLikeAfterFourWeeks() {
    HourlyCounts month = series(5 * 168, i -> i / 24 % 7 == 6 ? 5 : 1);

    assertEquals(5, new HourlyBaseline(month).level(6 * 24 + 3).mean());
    assertEquals(1, new HourlyBaseline(month).level(3 * 24 + 3).mean(), 0.6);
  }

  @Test
  void aBadHourMovesNothing() {
    HourlyCounts quiet = series(240, i -> i % 3);
    HourlyCounts bad = series(240, i -> i == 100 ? 5000 : i % 3);

    assertEquals(
        new HourlyBaseline(quiet).level(100).mean(),
        new HourlyBaseline(bad).level(100).mean(),
        0.01);
    assertEquals(
        new HourlyBaseline(quiet).level(124).scale(), new HourlyBaseline(bad).level(124).scale());
  }

  @Test
  void hoursThatAreAlwaysEmptyStillExpectALittle() {
    Level level = new HourlyBaseline(series(240, i -> 0)).level(100);

    assertEquals(0.2, level.mean());
    assertEquals(0, level.scale());
    assertEquals(1, level.size());
    assertEquals(5.8, level.score(6));
  }

  @ParameterizedTest
  @CsvSource({
    "4, 0, 12, 4", // max(s, sqrt(m), 1) is sqrt(m)
    "4, 5, 14, 2",
    "0.5, 0, 6, 5.5",
  })
  void scoreHasFloors(double mean, double scale, long x, double score) {
    assertEquals(score, new Level(mean, scale, 1).score(x));
  }

  @Test
  void wildHoursGetASmallSize() {
    int[] wild = {0, 1, 2, 9, 17, 30, 44, 60, 80, 120};
    double size = new HourlyBaseline(series(60, i -> wild[i % 10])).level(25).size();

    assertTrue(size >= 0.3 && size < 2, "size " + size);
  }

  @Test
  void partialHoursAreNoBaseline() {
    HourlyCounts few = series(7, i -> 3);
    assertFalse(new HourlyBaseline(few).isEnough());
    assertTrue(new HourlyBaseline(series(8, i -> 3)).isEnough());
  }
}
