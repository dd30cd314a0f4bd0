package postmortem.analysis.join;

import org.jspecify.annotations.Nullable;
import postmortem.analysis.Fact;
import postmortem.event.Times;

/** Somebody who is connected: a session of a mail log, or a connection of a firewall's. */
final class Visit {

  /** A connection whose end no log tells is taken to last so long. */
  private static final long UNENDED = 10 * Times.MINUTE;

  final int source;
  final int stream;
  final long start;
  final int port; // of a connection: the low bits
  private long end;
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
    this.start = fact.time();
    this.port = fact.inDomain();
    this.ended = fact.count() >= 0;
    this.end =
        ended
            ? fact.time() + fact.count() * Times.MILLI + Times.SECOND - 1 // logs count in seconds
            : fact.time() + UNENDED;
    this.empty = empty;
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
