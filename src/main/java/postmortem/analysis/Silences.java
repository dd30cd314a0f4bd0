package postmortem.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import postmortem.event.Times;

/**
 * Finds where a stream is silent against its own rhythm.
 *
 * <p>Minutes with a record are counted, not records, because one client makes many of them at once.
 * What is expected of a silent time is what at least two other days of its kind (weekdays, or those
 * of the weekend) have in the same hours. A silence is reported when even the quietest of these
 * days has enough, and when it would come about by chance less than once in a million times, with
 * days as different from each other as they are (a negative binomial).
 */
final class Silences {

  /** Shorter ones are not looked for. */
  private static final int SHORTEST = 20; // minutes

  /** What a silence begins before midnight, or ends after it, is not of another day. */
  private static final int EDGE = SHORTEST / 2;

  private static final double UNLIKELY = 1e-6;

  /** -ln of it: so many are the least that can be missed. */
  private static final int LEAST = 14;

  private static final int FEWEST_DAYS = 2; // others, to compare with
  private static final int DAY = 24 * 60; // minutes

  private final Rates rates;
  private final int stream;
  private final int[] hours;

  private Silences(Rates rates, int stream) {
    this.rates = rates;
    this.stream = stream;
    this.hours = rates.hours(Rates.Series.RECORDS, stream);
  }

  /** All of a stream, in order of time, by its own clock. */
  static List<Silence> of(Rates rates, int stream) {
    return new Silences(rates, stream).all();
  }

  private List<Silence> all() {
    List<Silence> found = new ArrayList<>();
    long last = Long.MIN_VALUE; // minute with a record
    for (int hour : hours) {
      for (long mask = rates.minutes(stream, hour); mask != 0; mask &= mask - 1) {
        long now = hour * 60L + Long.numberOfTrailingZeros(mask);
        Silence silence =
            last != Long.MIN_VALUE && now - last > SHORTEST ? judge(last + 1, now) : null;
        if (silence != null) {
          found.add(silence);
        }
        last = now;
      }
    }
    return found;
  }

  private @Nullable Silence judge(long from, long to) {
    List<long[]> days = likeDays(from, to);
    if (days.size() < FEWEST_DAYS) {
      return null;
    }
    double[] counts = days.stream().mapToDouble(d -> d[0]).toArray();
    double chance = chance(counts);
    long records = days.stream().mapToLong(d -> d[1]).min().orElse(0);
    double mean = Arrays.stream(counts).average().orElse(0);
    return chance < UNLIKELY
        ? new Silence(stream, from * Times.MINUTE, to * Times.MINUTE, mean, chance, records)
        : null;
  }

  /**
   * Minutes with a record, and records, in the same hours of each other day of its kind; none where
   * one of them has so few that nothing is missing.
   */
  private List<long[]> likeDays(long from, long to) {
    long begin = hours[0] * 60L;
    long end = (hours[hours.length - 1] + 1) * 60L;
    List<long[]> found = new ArrayList<>();
    long first = -Math.floorDiv(from - begin, DAY);
    for (long shift = first * DAY; to + shift <= end; shift += DAY) {
      boolean other = to + shift <= from || from + shift >= to;
      if (other && isLike(from + EDGE, shift) && isLike(to - EDGE, shift)) {
        int minutes = minutes(from + shift, to + shift);
        if (minutes < LEAST) {
          return List.of();
        }
        found.add(new long[] {minutes, records(from + shift, to + shift)});
      }
    }
    return found;
  }

  /** Both ends count: the night to Saturday is none of those to a weekday. */
  private static boolean isLike(long minute, long shift) {
    return isWeekend(minute) == isWeekend(minute + shift);
  }

  /** 1970-01-01 was a Thursday. */
  private static boolean isWeekend(long minute) {
    long day = Math.floorMod(Math.floorDiv(minute, DAY), 7);
    return day == 2 || day == 3;
  }

  /** That none comes, of as many as there are on other days. */
  private static double chance(double[] counts) {
    double mean = Arrays.stream(counts).average().orElse(0);
    double variance =
        Arrays.stream(counts).map(c -> (c - mean) * (c - mean)).sum() / (counts.length - 1);
    if (variance <= mean) {
      return Math.exp(-mean);
    }
    double size = Math.max(0.3, mean * mean / (variance - mean));
    return Math.pow(size / (size + mean), size);
  }

  private int minutes(long from, long to) {
    int count = 0;
    for (long hour = Math.floorDiv(from, 60); hour * 60 < to; hour++) {
      long mask = rates.minutes(stream, (int) hour);
      int begin = (int) Math.max(0, from - hour * 60);
      int end = (int) Math.min(60, to - hour * 60);
      count += Long.bitCount(mask >>> begin & (1L << end - begin) - 1);
    }
    return count;
  }

  private long records(long from, long to) {
    long count = 0;
    for (long hour = Math.floorDiv(from, 60); hour * 60 < to; hour++) {
      long share = Math.min(60, to - hour * 60) - Math.max(0, from - hour * 60);
      count += rates.get(Rates.Series.RECORDS, stream, (int) hour) * share / 60;
    }
    return count;
  }
}
