package postmortem.analysis.ndr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import postmortem.analysis.Context;
import postmortem.analysis.Telling;

class SurgesTest {

  private static final Context CONTEXT =
      new Telling().covers(0, 1).read(Telling.Split.PLAIN).context();

  private static List<Surge> surges(int hours, IntToLongFunction count) {
    return surges(hours, count, false);
  }

  private static List<Surge> surges(int hours, IntToLongFunction count, boolean inShort) {
    int[] all = new int[hours];
    long[] counts = new long[hours];
    Arrays.setAll(all, i -> i);
    Arrays.setAll(counts, i -> count.applyAsLong(i));
    return Surges.of(new HourlyCounts(all, counts, 0, hours - 1), CONTEXT, inShort);
  }

  private static long weather(Random random, double mean) {
    double limit = Math.exp(-mean * -Math.log(1 - random.nextDouble())); // geometric: r = 1
    int n = 0;
    for (double p = random.nextDouble(); p > limit; p *= random.nextDouble()) {
      n++;
    }
    return n;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void weatherIsNoSurge(long seed) {
    Random random = new Random(seed);
    assertEquals(List.of(), surges(300, i -> weather(random, 1.5)));
  }

  @ParameterizedTest
  @CsvSource({
    "100, 100, 300", // one hour
    "100, 101, 60",
    "100, 113, 40",
    "160, 167, 25",
  })
  void hoursFarAboveTheUsualAreOne(int from, int to, long each) {
    Random random = new Random(3);

    List<Surge> found = surges(200, i -> (i >= from && i <= to ? each : 0) + weather(random, 1.5));

    assertEquals(1, found.size());
    Surge surge = found.get(0);
    assertEquals(from, surge.from(), 3);
    assertEquals(to, surge.to(), 3);
    assertFalse(surge.baseless());
    assertTrue(surge.score() >= 6);
  }

  @Test
  void aLullDoesNotCutIt() {
    List<Surge> found = surges(200, i -> i == 100 || i == 106 ? 200 : 1);
    assertEquals(1, found.size());
    assertEquals(2, surges(200, i -> i == 100 || i == 107 ? 200 : 1).size());
  }

  @Test
  void whatIsALittleAboveTheUsualForLongIsFoundToo() {
    List<Surge> found = surges(240, i -> i >= 100 && i < 140 ? 5 : 1);

    assertEquals(1, found.size());
    assertEquals(100, found.get(0).from());
    assertEquals(139, found.get(0).to());
  }

  @Test
  void whereAttackIsAllThereIsTheFloorDecides() {
    List<Surge> found = surges(10, i -> 120);

    assertEquals(1, found.size());
    assertTrue(found.get(0).baseless());
    assertEquals(List.of(), surges(3, i -> 49));
    assertEquals(1, surges(3, i -> 51).size());
  }

  @ParameterizedTest
  @CsvSource({
    "24, 3, 14, 38, 1", // half of the only day
    "24, 0, 23, 38, 1", // all of it
    "24, 3, 14, 16, 0", // each below a third of it
    "240, 3, 120, 38, 0", // the usual has moved
  })
  void inAShortArchiveWhatLastsMayPassTheFloorBySum(
      int hours, int from, int to, long each, int found) {
    IntToLongFunction count = i -> i >= from && i <= to ? each : 2;

    List<Surge> surges = surges(hours, count, true);

    assertEquals(found, surges.size());
    if (found > 0) {
      assertEquals(from, surges.get(0).from());
      assertEquals(to, surges.get(0).to());
      assertTrue(surges.get(0).baseless());
    }
    assertEquals(List.of(), surges(hours, count, false));
  }

  @Test
  void fewReportsTooManyAreNobodysBusiness() {
    assertEquals(List.of(), surges(200, i -> i == 100 ? 28 : 0));
  }
}
