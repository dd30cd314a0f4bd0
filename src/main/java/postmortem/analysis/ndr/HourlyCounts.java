package postmortem.analysis.ndr;

import it.unimi.dsi.fastutil.ints.Int2LongFunction;
import java.util.Arrays;
import java.util.TreeSet;
import postmortem.analysis.Context;
import postmortem.analysis.LeadStreams;
import postmortem.analysis.Rates;
import postmortem.analysis.StreamInfo;
import postmortem.event.Times;

/**
 * How often something happened in each hour with evidence, at all servers together: covered hours
 * without it are zeros, hours without evidence are not there.
 */
final class HourlyCounts {

  private final int[] hours; // since 1970, ascending
  private final long[] counts;
  private final int first; // these two hours were not seen whole
  private final int last;

  HourlyCounts(int[] hours, long[] counts, int first, int last) {
    this.hours = hours;
    this.counts = counts;
    this.first = first;
    this.last = last;
  }

  /** One of the series; its hours are those of the streams that ever show it. */
  static HourlyCounts of(Context context, Rates.Series series) {
    LeadStreams lead = new LeadStreams(context, series);
    return of(
        context,
        series,
        hour -> {
          long sum = 0;
          for (StreamInfo stream : context.streams()) {
            if (lead.counts(stream.id(), hour)) {
              sum += context.rates().get(series, stream.id(), hour);
            }
          }
          return sum;
        });
  }

  /** Other counts, in the hours of a series. */
  static HourlyCounts of(Context context, Rates.Series series, Int2LongFunction count) {
    TreeSet<Integer> covered = new TreeSet<>();
    for (StreamInfo stream : context.streams()) {
      if (context.rates().hours(series, stream.id()).length > 0) {
        for (int hour : context.coverage().hours(stream.id())) {
          covered.add(hour);
        }
      }
    }
    int[] hours = covered.stream().mapToInt(h -> h).toArray();
    long[] counts = new long[hours.length];
    Arrays.setAll(counts, i -> count.get(hours[i]));
    return new HourlyCounts(
        hours,
        counts,
        Times.hour(context.coverage().first()),
        Times.hour(context.coverage().last()));
  }

  int size() {
    return hours.length;
  }

  int hour(int at) {
    return hours[at];
  }

  long count(int at) {
    return counts[at];
  }

  /** Was the hour seen whole? The first and the last of all evidence were not. */
  boolean isWhole(int at) {
    return hours[at] != first && hours[at] != last;
  }

  /** The place of the first hour that is not before this one. */
  int from(int hour) {
    int at = Arrays.binarySearch(hours, hour);
    return at < 0 ? -at - 1 : at;
  }

  /** All counts of the hours from one to another, both included. */
  long sum(int from, int to) {
    long sum = 0;
    for (int i = from(from); i < hours.length && hours[i] <= to; i++) {
      sum += counts[i];
    }
    return sum;
  }
}
