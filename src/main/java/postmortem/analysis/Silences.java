package postmortem.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import postmortem.event.Times;

/**
 * Finds where a stream is silent against its own rhythm.
 *
 * <p>Minutes with a record are counted, not records, because one client makes many of them at once.
 * What is expected of a silent time is what the quietest of the other days has in the same hours:
 * nights and weekends are no gaps. A silence is reported when that would come about by chance less
 * than once in a million times.
 */
final class Silences {

  /** Shorter ones are not looked for. */
  private static final int SHORTEST = 20; // minutes

  /** -ln 1e-6, with minutes as independent as a Poisson process has them. */
  private static final double UNLIKELY = 14;

  private static final long DAY = 24 * 60; // minutes

  private static final int FEWEST_DAYS = 2; // others, to compare with

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
      long mask = rates.minutes(stream, hour);
      for (int minute = Long.numberOfTrailingZeros(mask); minute < 60; ) {
        long now = hour * 60L + minute;
        if (last != Long.MIN_VALUE && now - last - 1 >= SHORTEST) {
          judge(last + 1, now, found);
        }
        last = now;
        mask &= mask - 1;
        minute = mask == 0 ? 60 : Long.numberOfTrailingZeros(mask);
      }
    }
    return found;
  }

  private void judge(long from, long to, List<Silence> found) {
    int first = Math.toIntExact(Math.floorDiv(from, DAY));
    int lastDay = Math.floorDiv(hours[hours.length - 1], 24);
    double quietest = Double.MAX_VALUE;
    long records = Long.MAX_VALUE;
    int compared = 0;
    for (int day = Math.floorDiv(hours[0], 24); day <= lastDay && quietest >= UNLIKELY; day++) {
      long shift = (day - first) * DAY;
      boolean held =
          from + shift >= hours[0] * 60L && to + shift <= (hours[hours.length - 1] + 1) * 60L;
      boolean other = to + shift <= from || from + shift >= to;
      if (held && other) {
        compared++;
        quietest = Math.min(quietest, minutes(from + shift, to + shift));
        records = Math.min(records, records(from + shift, to + shift));
      }
    }
    if (compared >= FEWEST_DAYS && quietest >= UNLIKELY) {
      found.add(new Silence(stream, from * Times.MINUTE, to * Times.MINUTE, quietest, records));
    }
  }

  /** Minutes with a record. */
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
      boolean any = Arrays.binarySearch(hours, (int) hour) >= 0;
      count += any ? rates.get(Rates.Series.RECORDS, stream, (int) hour) * share / 60 : 0;
    }
    return count;
  }
}
