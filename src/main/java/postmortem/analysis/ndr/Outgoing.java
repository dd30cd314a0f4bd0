package postmortem.analysis.ndr;

import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;
import postmortem.analysis.Context;
import postmortem.analysis.Fact;
import postmortem.analysis.Letter;
import postmortem.analysis.Rates;
import postmortem.event.Times;

/**
 * What we sent to the world, by hour: as handed in by clients, and as offered to remote servers.
 * The same message may be in both, so the larger counts, never the sum.
 */
final class Outgoing {

  /** Reports come some hours after the mail that they are about. */
  private static final int LATE = 3;

  private final Context context;
  private final Int2LongOpenHashMap own = new Int2LongOpenHashMap();
  private final Int2LongOpenHashMap forged = new Int2LongOpenHashMap();
  private final HourlyCounts deliveries;
  private HourlyCounts ownSenders;
  private HourlyCounts others;

  Outgoing(Context context) {
    this.context = context;
    this.deliveries = HourlyCounts.of(context, Rates.Series.DELIVERIES);
    this.ownSenders = submitted(own);
    this.others = submitted(forged);
  }

  /** A message that we took. */
  void add(Fact message) {
    int foreign = Letter.foreignRecipients(message, context);
    if (foreign > 0) {
      Int2LongOpenHashMap hours = Letter.forged(message, context) ? forged : own;
      hours.addTo(Times.hour(message.time()), foreign);
    }
  }

  /** All messages are known. */
  void close() {
    ownSenders = submitted(own);
    others = submitted(forged);
  }

  private HourlyCounts submitted(Int2LongOpenHashMap hours) {
    return HourlyCounts.of(context, Rates.Series.MESSAGES_IN, hours);
  }

  /** Recipients that we offered to remote servers in the hours from one time to another. */
  long offered(long from, long to) {
    return deliveries.sum(Times.hour(from), Times.hour(to));
  }

  /** How many more recipients than usual we sent to, before and in a surge. */
  double excess(Surge surge) {
    return excess(surge.from(), surge.to(), surge.baseless());
  }

  /**
   * Likewise, before and in the hours from one to another.
   *
   * @param baseless is nothing usual, for want of a clean baseline?
   */
  double excess(int from, int to, boolean baseless) {
    return Math.max(
        excess(deliveries, from, to, baseless),
        excess(ownSenders, from, to, baseless) + excess(others, from, to, baseless));
  }

  /** Likewise, of mail with senders of ours: only that comes back to us when it fails. */
  double ownExcess(Surge surge) {
    int from = surge.from();
    int to = surge.to();
    boolean baseless = surge.baseless();
    return Math.max(
        excess(ownSenders, from, to, baseless),
        excess(deliveries, from, to, baseless) - excess(others, from, to, baseless));
  }

  private static double excess(HourlyCounts series, int from, int to, boolean baseless) {
    HourlyBaseline baseline = new HourlyBaseline(series);
    double excess = 0;
    for (int i = series.from(from - LATE); i < series.size() && series.hour(i) <= to; i++) {
      double usual = baseless ? 0 : baseline.level(i).mean();
      excess += Math.max(0, series.count(i) - 2 * usual);
    }
    return excess;
  }
}
