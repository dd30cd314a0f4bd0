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
  long watermark;

  Edges(
      SessionRules rules,
      boolean beginsStream,
      Long2ObjectOpenHashMap<Entry> entries,
      long watermark) {
    this.rules = rules;
    this.beginsStream = beginsStream;
    this.entries = entries;
    this.watermark = watermark;
  }

  /** How many session keys are held. */
  public int size() {
    return entries.size();
  }
}
