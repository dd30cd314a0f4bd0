package postmortem.analysis.session;

import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;

/**
 * The sessions that reach over the ends of a range of a stream: what a piece leaves open on both
 * sides.
 */
public final class Edges {

  final SessionRules rules;
  final boolean beginsStream;
  final Long2ObjectOpenHashMap<Entry> entries;

  /** The time at its end; {@link Long#MIN_VALUE} if nothing was read. */
  long clock;

  boolean overflowed;

  Edges(
      SessionRules rules,
      boolean beginsStream,
      Long2ObjectOpenHashMap<Entry> entries,
      long clock,
      boolean overflowed) {
    this.overflowed = overflowed;
    this.rules = rules;
    this.beginsStream = beginsStream;
    this.entries = entries;
    this.clock = clock;
  }

  /** Were sessions ended, or cut in two, because too many were open at once? */
  public boolean overflowed() {
    return overflowed;
  }
}
