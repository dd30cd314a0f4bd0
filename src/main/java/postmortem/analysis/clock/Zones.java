package postmortem.analysis.clock;

import postmortem.event.Times;

/** Offsets that are those of zones: whole quarters of an hour. */
final class Zones {

  /** All zones in use are whole steps of this from UTC. */
  static final long STEP = 15 * Times.MINUTE;

  private static final long TOLERANCE = 5 * Times.SECOND;

  private Zones() {}

  /** The offset of zones that is nearest. */
  static long nearest(long offset) {
    return Math.round((double) offset / STEP) * STEP;
  }

  /** Is it the offset of a zone, and not that of a clock that was set wrong? */
  static boolean isZone(long offset) {
    return nearest(offset) != 0 && Math.abs(offset - nearest(offset)) <= TOLERANCE;
  }
}
