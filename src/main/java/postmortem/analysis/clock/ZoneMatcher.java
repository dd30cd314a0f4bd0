package postmortem.analysis.clock;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongToIntFunction;
import org.jspecify.annotations.Nullable;
import postmortem.event.Times;

/**
 * The zone of a log that keeps local time, found by another log of the same machine: one clock made
 * both, so that only whole steps of zones are possible, and the right one lets the most failures
 * fall into sessions.
 */
final class ZoneMatcher {

  private static final int STEPS = 60; // +-15 h
  private static final long WEEK = 7 * Times.DAY;

  /** No country has kept a summer time that was shorter. */
  private static final long SHORTEST = 4 * WEEK;

  /** Most clients say who they are so soon after a session began. */
  private static final long SOON = 5 * Times.SECOND;

  /** Summer time, against the zone that was found where most failures are; none is likeliest. */
  private static final long[] SUMMER = {0, -Times.HOUR, Times.HOUR};

  private ZoneMatcher() {}

  /**
   * @param failures by the local clock
   * @param near sessions by the clock that is known, about the densest hours of the failures
   * @param all sessions of all the time, likewise
   * @param basis what the sessions are
   * @return null where no zone stands out; with summer time where it begins or ends meanwhile
   */
  static @Nullable Estimate estimate(
      Failures failures, Openings near, Openings all, Estimate.Basis basis) {
    long[] times = failures.times();
    int[] held = count(times, time -> near.open(time) ? 1 : 0);
    int[] begun =
        count(times, time -> near.begun(time - SOON, time) - near.begun(time, time + SOON));
    int best = best(held);
    boolean holds = basis == Estimate.Basis.SESSIONS && standsOut(held, best);
    if (!holds) { // another machine's clock may be wrong besides, and connections last
      best = best(begun);
    }
    if (!holds && !isSharp(begun, best)) {
      return null;
    }
    long offset = (best - STEPS) * Zones.STEP;
    return new Estimate(
        course(failures.some(), all, offset),
        holds ? held[best] : begun[best],
        spread(times, near, offset),
        basis);
  }

  /** What all failures make together, in each zone. */
  private static int[] count(long[] failures, LongToIntFunction speaks) {
    int[] sums = new int[2 * STEPS + 1];
    for (int step = -STEPS; step <= STEPS; step++) {
      for (long time : failures) {
        sums[STEPS + step] += speaks.applyAsInt(time - step * Zones.STEP);
      }
    }
    return sums;
  }

  private static int best(int[] sums) {
    int best = 0;
    for (int i = 0; i < sums.length; i++) {
      best = sums[i] > sums[best] ? i : best;
    }
    return best;
  }

  private static boolean standsOut(int[] held, int best) {
    int[] others = others(held, best);
    int next = others[others.length - 1];
    int median = others[others.length / 2];
    return held[best] >= KeyMatcher.FEWEST
        && held[best] - next >= Math.max(KeyMatcher.FEWEST, 4 * Math.sqrt(next))
        && held[best] >= 2 * median;
  }

  /**
   * Where somebody is connected in each second, whatever the zone, more sessions begin right before
   * the failures than right after them in the right one alone: in the others that is chance.
   */
  private static boolean isSharp(int[] begun, int best) {
    int[] others = others(begun, best);
    int farthest = Math.max(others[others.length - 1], -others[0]);
    return begun[best] >= Math.max(KeyMatcher.FEWEST, 2 * farthest);
  }

  /** Those of the other zones, in order; but for summer time, which may hold meanwhile. */
  private static int[] others(int[] sums, int best) {
    int[] others = sums.clone();
    for (long summer : SUMMER) {
      int at = best + (int) (summer / Zones.STEP);
      if (at >= 0 && at < others.length) {
        others[at] = 0;
      }
    }
    Arrays.sort(others);
    return others;
  }

  /** When which offset holds: each failure speaks for those that let it fall into a session. */
  private static List<Estimate.Step> course(long[] failures, Openings sessions, long offset) {
    int[] spoken = new int[failures.length];
    for (int i = 0; i < failures.length; i++) {
      for (int s = 0; s < SUMMER.length; s++) {
        spoken[i] |= sessions.open(failures[i] - offset - SUMMER[s]) ? 1 << s : 0;
      }
    }
    int[] course = Course.through(spoken, SUMMER.length, KeyMatcher.FEWEST);
    List<Estimate.Step> steps = new ArrayList<>();
    for (int i = 0; i < course.length; i++) {
      long holds = offset + SUMMER[course[i]];
      if (i == 0) {
        steps.add(new Estimate.Step(Long.MIN_VALUE, holds));
      } else if (course[i] != course[i - 1]) {
        int either = 1 << course[i] | 1 << course[i - 1];
        steps.add(new Estimate.Step(change(failures, spoken, i, either) - holds, holds));
      }
    }
    return isSummerTime(steps) ? steps : List.of(new Estimate.Step(Long.MIN_VALUE, offset));
  }

  /** It comes and goes by an hour, and not from week to week: else the failures say nothing. */
  private static boolean isSummerTime(List<Estimate.Step> steps) {
    for (int i = 1; i < steps.size(); i++) {
      Estimate.Step before = steps.get(i - 1);
      Estimate.Step step = steps.get(i);
      boolean soon = i > 1 && step.from() - before.from() < SHORTEST;
      if (soon || Math.abs(step.offset() - before.offset()) != Times.HOUR) {
        return false;
      }
    }
    return true;
  }

  /**
   * When the clocks were changed, as the local clock has it. Failures that come every quarter of an
   * hour speak for both offsets: of such times one is taken that is two o'clock in a Sunday night,
   * when summer time begins and ends nearly everywhere.
   */
  private static long change(long[] failures, int[] spoken, int at, int either) {
    int from = at;
    while (from > 0 && (spoken[from - 1] & either) == either) {
      from--;
    }
    int to = at;
    while (to < failures.length - 1 && (spoken[to] & either) == either) {
      to++;
    }
    for (int i = Math.max(1, from); i <= to; i++) {
      long two =
          (failures[i] + 4 * Times.DAY - 2 * Times.HOUR) / WEEK * WEEK; // 1970 began on Thursday
      long sunday = two - 4 * Times.DAY + 2 * Times.HOUR;
      if (sunday > failures[i - 1] && sunday <= failures[i]) {
        return failures[i];
      }
    }
    return failures[at];
  }

  private static long spread(long[] failures, Openings sessions, long offset) {
    long[] late =
        Arrays.stream(failures)
            .map(t -> t - offset)
            .filter(sessions::open)
            .map(sessions::sinceLast)
            .toArray();
    return Medians.spread(late, Medians.of(late));
  }
}
