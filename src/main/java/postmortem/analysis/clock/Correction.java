package postmortem.analysis.clock;

import java.util.SortedSet;

/**
 * What is to be said about one clock: by how much it was wrong, and how that is known.
 *
 * @param clock its name in reports
 * @param reference the name of the clock that was believed
 * @param streams ids of the streams that go by it
 * @param kind what is wrong with it
 * @param from when the offset begins to hold, corrected; {@link Long#MIN_VALUE} for the first
 * @param offset how far it is ahead, nanoseconds
 * @param matches that this rests on; 0 where it is refused
 * @param spread the median distance of the matches from it, nanoseconds
 * @param basis what was compared, for people
 */
public record Correction(
    String clock,
    String reference,
    SortedSet<Integer> streams,
    Kind kind,
    long from,
    long offset,
    long matches,
    long spread,
    String basis) {

  /** What is wrong with a clock. */
  public enum Kind {
    /** Nothing: it agrees with the one that was believed. */
    AGREES,
    /** Its zone was not told, or is another than the format says. */
    ZONE,
    /** It was set wrong. */
    CLOCK,
    /** Nobody can say. */
    REFUSED
  }
}
