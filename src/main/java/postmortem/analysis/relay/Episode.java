package postmortem.analysis.relay;

import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import postmortem.analysis.Context;
import postmortem.analysis.Fact;
import postmortem.analysis.FindingBuilder;
import postmortem.analysis.FindingType;
import postmortem.analysis.Tops;
import postmortem.event.Permission;
import postmortem.event.Times;

/**
 * What one source sent to foreign recipients without a long pause, with senders of ours or with
 * others.
 *
 * <p>The first messages are kept as they are, more of them as evidence of a finding to come: most
 * episodes are small and never become one.
 */
final class Episode {

  /** A pause of this length ends an episode. */
  static final long PAUSE = 3 * Times.HOUR;

  /** Below this rate an episode is somebody's ordinary mail; recipients an hour. */
  static final int HOT = 50;

  private static final int AS_THEY_ARE = 24;

  final int source;
  final int account;
  final boolean forged;
  final long start;
  long end;
  long messages;
  long recipients;
  boolean anonymous;
  boolean hot;
  boolean crowded;
  final SlidingHour hour;
  private long peak;
  final Int2LongOpenHashMap byHour = new Int2LongOpenHashMap(2);
  final Tops senders = new Tops();
  final Tops domains = new Tops();
  final Tops helos = new Tops();
  private final List<Fact> facts = new ArrayList<>(2);
  private @Nullable FindingBuilder evidence;

  Episode(Fact first, boolean forged) {
    this(first, forged, new SlidingHour());
  }

  /** An episode that goes on from another, without a pause. */
  Episode(Fact first, boolean forged, SlidingHour hour) {
    this.source = first.source();
    this.account = first.account();
    this.forged = forged;
    this.start = first.time();
    this.end = first.time();
    this.hour = hour;
  }

  /** Does a message at this time still belong to it? */
  boolean goesOn(long time) {
    return time - end < PAUSE;
  }

  void add(Fact message, int foreign, Context context) {
    end = Math.max(end, message.time());
    messages++;
    recipients += foreign;
    anonymous |= message.permission() == Permission.ANONYMOUS;
    peak = Math.max(peak, hour.add(message.time(), foreign));
    byHour.addTo(Times.hour(message.time()), foreign);
    senders.add(message.senderDomain(), 1);
    domains.add(message.domain(), 1);
    domains.add(message.otherDomain(), 1);
    helos.add(message.helo(), 1);
    FindingBuilder builder = evidence;
    if (builder != null) {
      builder.add(message);
      return;
    }
    facts.add(message);
    if (facts.size() > AS_THEY_ARE) {
      evidence(context);
    }
  }

  /** All messages as evidence. */
  FindingBuilder evidence(Context context) {
    FindingBuilder builder = evidence;
    if (builder == null) {
      builder = context.finding(FindingType.OPEN_RELAY);
      facts.forEach(builder::add);
      facts.clear();
      evidence = builder;
    }
    return builder;
  }

  /** The most recipients in any hour. */
  long peak() {
    return peak;
  }

  double recipientsPerMessage() {
    return (double) recipients / messages;
  }

  /** Did the source only ask whether we relay? */
  boolean inPassing() {
    return messages <= 2 && recipients <= 3;
  }
}
