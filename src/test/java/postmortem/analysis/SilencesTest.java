package postmortem.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import postmortem.event.Times;

/** A silence is a gap only where the stream's own days say so. */
class SilencesTest {

  private static final int STREAM = 0;
  private static final int MONDAY = 14_928; // 2010-11-15, days since 1970
  private static final List<StreamInfo> STREAMS =
      List.of(new StreamInfo(STREAM, "log", "MAIL01", "", true));

  /** Records in so many of a hundred minutes, but for one period; by hour of the day. */
  private static Rates log(int days, int[] percent, long silentFrom, long silentTo) {
    Rates rates = new Rates();
    Random random = new Random(7);
    for (int minute = 0; minute < days * 24 * 60; minute++) {
      int at = MONDAY * 24 * 60 + minute;
      boolean silent = at >= silentFrom && at < silentTo;
      if (random.nextInt(100) < percent[minute / 60 % 24] && !silent) {
        rates.count(Rates.Series.RECORDS, STREAM, at / 60, 3);
        rates.minutes(STREAM, at / 60, 1L << at % 60);
      }
    }
    return rates;
  }

  private static int[] always(int percent) {
    int[] all = new int[24];
    Arrays.fill(all, percent);
    return all;
  }

  private static long minute(int day, int hour) {
    return ((MONDAY + day) * 24L + hour) * 60;
  }

  @Test
  void hoursThatWereCutOutAreFound() {
    Rates rates = log(7, always(60), minute(2, 1), minute(2, 3) + 30);
    List<Silence> found = rates.silences(STREAMS);
    assertEquals(1, found.size());
    near(minute(2, 1), found.get(0).from());
    near(minute(2, 3) + 30, found.get(0).to());
  }

  private static void near(long minute, long time) {
    long apart = Math.abs(time / Times.MINUTE - minute);
    assertTrue(apart <= 5, () -> apart + " minutes apart");
  }

  @Test
  void aWholeDayThatIsMissingIsFound() {
    assertEquals(1, log(7, always(40), minute(2, 0), minute(3, 0)).silences(STREAMS).size());
  }

  @Test
  void quietNightsAreNoGaps() {
    int[] percent = always(50);
    for (int hour = 0; hour < 6; hour++) {
      percent[hour] = 2;
    }
    assertEquals(List.of(), log(14, percent, 0, 0).silences(STREAMS));
    assertEquals(List.of(), log(14, percent, minute(3, 1), minute(3, 4)).silences(STREAMS));
  }

  @Test
  void aLogOfOneDayHasNoRhythm() {
    assertEquals(List.of(), log(1, always(60), minute(0, 5), minute(0, 9)).silences(STREAMS));
  }

  @Test
  void theNightToSaturdayIsNoNightOfTheWeek() {
    Rates rates = log(7, always(60), minute(4, 23), minute(5, 2));
    assertEquals(List.of(), rates.silences(STREAMS));
  }

  @Test
  void aWeekendIsComparedWithWeekends() {
    assertEquals(List.of(), log(7, always(60), minute(5, 9), minute(5, 11)).silences(STREAMS));
    assertEquals(1, log(21, always(60), minute(5, 9), minute(5, 11)).silences(STREAMS).size());
  }

  @Test
  void theNightToSaturdayIsNoneOfAWeekday() {
    long from = minute(4, 23) + 40;
    long to = minute(5, 2) + 30;
    assertEquals(List.of(), log(7, always(60), from, to).silences(STREAMS));
    assertEquals(1, log(21, always(60), from, to).silences(STREAMS).size());
  }
}
