package postmortem.analysis.relay;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import postmortem.analysis.Context;
import postmortem.analysis.Fact;
import postmortem.analysis.LeadStreams;
import postmortem.analysis.Letter;
import postmortem.analysis.Rates;
import postmortem.analysis.StreamInfo;
import postmortem.event.Reason;
import postmortem.event.Times;

/**
 * What remote servers refused us, by hour: mail with senders of ours, with others, and for our
 * reputation. It tells spam from bulk mail that people asked for.
 */
final class Refusals {

  private static final double HIGH_SHARE = 0.2; // far above a bad list's
  private static final int ENOUGH = 20;
  private static final int LISTED = 5;

  /** A list with dead members is one bad act (detection-methods.md, M4). */
  private static final int MOST_OF_MESSAGE = 3;

  private final Context context;
  private final LeadStreams lead;
  private final LeadStreams leadDeliveries;
  private final Int2IntOpenHashMap own = new Int2IntOpenHashMap();
  private final Int2IntOpenHashMap forged = new Int2IntOpenHashMap();
  private final Int2IntOpenHashMap listedOwn = new Int2IntOpenHashMap();
  private final Int2IntOpenHashMap listedForged = new Int2IntOpenHashMap();

  Refusals(Context context) {
    this.context = context;
    this.lead = new LeadStreams(context, Rates.Series.REMOTE_REFUSALS);
    this.leadDeliveries = new LeadStreams(context, Rates.Series.DELIVERIES);
  }

  void add(Fact refusal) {
    if (!lead.counts(refusal)) {
      return;
    }
    int hour = Times.hour(refusal.time());
    boolean foreignSender = Letter.forged(refusal, context);
    (foreignSender ? forged : own).addTo(hour, 1);
    if (refusal.reason() == Reason.REPUTATION) {
      (foreignSender ? listedForged : listedOwn).addTo(hour, 1);
    }
  }

  /** Refused recipients of mail with senders of ours, or with others, while an episode lasted. */
  long refused(Episode e) {
    return sum(e.forged ? forged : own, e);
  }

  private static long sum(Int2IntOpenHashMap map, Episode e) {
    long sum = 0;
    int last = Times.hour(e.end) + 1; // answers come late
    for (int hour = Times.hour(e.start); hour <= last; hour++) {
      sum += map.get(hour);
    }
    return sum;
  }

  private long deliveries(Episode e) {
    long sum = 0;
    int last = Times.hour(e.end) + 1;
    for (StreamInfo stream : context.streams()) {
      for (int hour = Times.hour(e.start); hour <= last; hour++) {
        if (leadDeliveries.counts(stream.id(), hour)) {
          sum += context.rates().get(Rates.Series.DELIVERIES, stream.id(), hour);
        }
      }
    }
    return sum;
  }

  /** Do the answers to it look like those to spam: refused by the many, or for our reputation? */
  boolean lookLikeSpam(Episode e) {
    if (e.messages >= LISTED && sum(e.forged ? listedForged : listedOwn, e) >= LISTED) {
      return true;
    }
    long refused = refused(e);
    long offered = Math.max(refused, Math.min(deliveries(e), Math.max(e.recipients, refused)));
    return Math.min(refused, MOST_OF_MESSAGE * e.messages) >= ENOUGH
        && refused >= HIGH_SHARE * offered;
  }
}
