package postmortem.analysis.relay;

import it.unimi.dsi.fastutil.ints.Int2LongMap;
import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import postmortem.analysis.Context;
import postmortem.analysis.Fact;
import postmortem.analysis.Threshold;
import postmortem.event.Names;
import postmortem.event.Times;

/**
 * Strangers who send under names of ours, each too little to be seen, where no log names an
 * account. A first pass over the facts tells the hours in which they send too much together; a
 * second one collects those who were never seen before such hours.
 */
final class Crowd {

  private static final int TIMES_USUAL = 5;
  private static final int MOST_SMALL = 1 << 14;

  private final Context context;
  private final Int2LongOpenHashMap byHour = new Int2LongOpenHashMap();
  private final IntOpenHashSet crowded = new IntOpenHashSet();
  private final Episodes episodes;
  private int source = Names.ABSENT;
  private boolean newcomer;

  Crowd(Context context) {
    this.context = context;
    this.episodes = new Episodes(context, MOST_SMALL);
  }

  /** First pass: counts. */
  void count(Fact message, int foreign) {
    byHour.addTo(Times.hour(message.time()), foreign);
  }

  /** Are there hours to be looked at once more? The hours beside them count as such, too. */
  boolean isThere() {
    double limit = limit();
    for (Int2LongMap.Entry hour : byHour.int2LongEntrySet()) {
      if (hour.getLongValue() > limit) {
        crowded.add(hour.getIntKey() - 1);
        crowded.add(hour.getIntKey());
        crowded.add(hour.getIntKey() + 1);
      }
    }
    return !crowded.isEmpty();
  }

  /** Far above three quarters of all hours: in most of them nobody sends from outside. */
  private double limit() {
    long[] counts = byHour.values().toLongArray();
    Arrays.sort(counts);
    int hours = Times.hour(context.coverage().last()) - Times.hour(context.coverage().first()) + 1;
    int busier = Math.max(0, hours / 4);
    long usual = busier < counts.length ? counts[counts.length - 1 - busier] : 0;
    return Math.max(context.threshold(Threshold.BULK_RECIPIENTS), TIMES_USUAL * (double) usual);
  }

  /** Second pass: collects. */
  void collect(Fact message, int foreign) {
    boolean now = crowded.contains(Times.hour(message.time()));
    if (message.source() != source) {
      episodes.close();
      source = message.source();
      newcomer = now;
    }
    if (newcomer && now) {
      episodes.add(message, foreign, Episode.HOT);
    }
  }

  /** Who sent more than usual then, by start; nobody, if those are not too many for an hour. */
  List<Episode> take(long usual) {
    episodes.close();
    List<Episode> all = new ArrayList<>(episodes.take());
    all.removeIf(e -> e.recipients <= usual);
    long recipients = Episodes.recipients(all);
    return recipients > context.threshold(Threshold.BULK_RECIPIENTS) ? all : List.of();
  }
}
