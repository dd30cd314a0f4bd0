package postmortem.analysis.join;

import org.jspecify.annotations.Nullable;
import postmortem.analysis.Fact;
import postmortem.analysis.FactKind;
import postmortem.event.Times;

/** Somebody who is connected: a session of a mail log, or a connection of a firewall's. */
final class Visit {

  /** A connection whose end no log tells is taken to last so long. */
  private static final long UNENDED = 10 * Times.MINUTE;

  /** A session that just stops in the log goes on for a while: who was refused hangs up unseen. */
  private static final long HANGING = 10 * Times.SECOND;

  final int source;
  final int stream;
  final int helo;
  final long start;
  final int port; // of a connection: the low bits
  private long end;
  private final boolean session;
  private boolean ended;

  /** The fact that it is of a client that did nothing; null where it is none. */
  final @Nullable Fact empty;

  /** An attempt was found to belong to it, so that it is not empty after all. */
  boolean used;

  /** The account that logged on in it, or 0. */
  int account;

  Visit(Fact fact, @Nullable Fact empty) {
    this.source = fact.source();
    this.stream = fact.stream();
    this.helo = fact.helo();
    this.start = fact.time();
    this.port = fact.inDomain();
    this.session = fact.kind() == FactKind.SESSION;
    this.ended = fact.count() >= 0;
    long known = ended ? fact.count() : -1 - fact.count(); // logs count in seconds
    this.end = fact.time() + known * Times.MILLI + Times.SECOND - 1 + (ended ? 0 : longer());
    this.empty = empty;
  }

  private long longer() {
    return session ? HANGING : UNENDED;
  }

  /** Does it tell more of whoever is there: a session more than a connection, a later one more? */
  boolean isBetterThan(Visit other) {
    return session == other.session ? start > other.start : session;
  }

  long end() {
    return end;
  }

  /** Is it what another record tells of the same connection: its opening, or its end? */
  boolean isSame(Visit other) {
    return source == other.source
        && stream == other.stream
        && port == other.port
        && ended != other.ended;
  }

  /** Takes over its end, from whichever of the two records tells it. */
  void take(Visit other) {
    end = ended ? end : other.end;
    ended = true;
  }

  boolean isOpen(long time, long slack) {
    return start - slack <= time && time <= end + slack;
  }
}
