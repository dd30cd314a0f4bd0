package postmortem.analysis.clock;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The zone of a log that keeps local time, found by another log of the same machine: one clock made
 * both, so that only whole steps of zones are possible, and the right one lets the most failures
 * fall into sessions.
 */
final class ZoneMatcher {

  private static final int STEPS = 60; // +-15 h

  private ZoneMatcher() {}

  /**
   * @param failures by the local clock, in order
   * @param sessions by the clock that is known
   * @return null where no zone stands out
   */
  static @Nullable Estimate estimate(long[] failures, Openings sessions) {
    int[] held = new int[2 * STEPS + 1];
    for (int step = -STEPS; step <= STEPS; step++) {
      for (long time : failures) {
        held[STEPS + step] += sessions.open(time - step * Zones.STEP) ? 1 : 0;
      }
    }
    int best = 0;
    for (int i = 0; i < held.length; i++) {
      best = held[i] > held[best] ? i : best;
    }
    int most = held[best];
    int[] others = held.clone();
    others[best] = 0;
    Arrays.sort(others);
    int next = others[others.length - 1];
    int median = others[others.length / 2];
    boolean stands =
        most >= KeyMatcher.FEWEST
            && most - next >= Math.max(KeyMatcher.FEWEST, 4 * Math.sqrt(next))
            && most >= 2 * median;
    return stands ? of((best - STEPS) * Zones.STEP, failures, sessions, most) : null;
  }

  private static Estimate of(long offset, long[] failures, Openings sessions, int matches) {
    long[] late =
        Arrays.stream(failures)
            .map(t -> t - offset)
            .filter(sessions::open)
            .map(sessions::sinceLast)
            .toArray();
    long spread = Medians.spread(late, Medians.of(late));
    return new Estimate(
        List.of(new Estimate.Step(Long.MIN_VALUE, offset)),
        matches,
        spread,
        Estimate.Basis.SESSIONS);
  }
}
