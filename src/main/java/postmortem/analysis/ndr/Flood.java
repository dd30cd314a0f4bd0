package postmortem.analysis.ndr;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import postmortem.analysis.Fact;
import postmortem.analysis.FactKind;
import postmortem.analysis.Tops;
import postmortem.event.Outcome;
import postmortem.event.Reason;
import postmortem.event.Times;

/** A surge of one kind of failure report, with what its facts say about it. */
final class Flood {

  /** Its first and last records may be in hours beside the surge's, which do not alarm. */
  private static final int SLACK = 3;

  final FactKind kind;
  final Surge surge;
  final Extent extent;
  final Tops domains = new Tops();
  final IntOpenHashSet remotes = new IntOpenHashSet();
  long facts;
  long failed;
  long listed;
  long ownSenders;

  Flood(FactKind kind, Surge surge) {
    this.kind = kind;
    this.surge = surge;
    this.extent = new Extent(surge.drift());
  }

  /** Is the time in its hours, or in those beside them? */
  boolean isNear(long time) {
    int hour = Times.hour(time);
    return hour >= surge.from() - SLACK && hour <= surge.to() + SLACK;
  }

  /** A report of its kind near it. */
  void add(Fact fact, boolean ownSender) {
    extent.add(fact.time());
    facts++;
    failed += fact.outcome() == Outcome.ACCEPTED ? 0 : 1;
    listed += fact.reason() == Reason.REPUTATION ? 1 : 0;
    ownSenders += ownSender ? 1 : 0;
    domains.add(fact.domain(), 1);
    remotes.add(fact.source());
  }
}
