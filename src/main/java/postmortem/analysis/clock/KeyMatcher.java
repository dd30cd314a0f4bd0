package postmortem.analysis.clock;

import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import postmortem.event.Times;

/**
 * The offset between two logs that saw the same keys, addresses or accounts: each time that is
 * alone on one side belongs to the one that is alone on the other (detection-methods.md, 3).
 *
 * <p>Where several offsets have many matches, a clock jumped: the course through them that leaves
 * the fewest matches out, with a price on each jump, is taken.
 */
final class KeyMatcher {

  /** Fewer matches are refused. */
  static final int FEWEST = 20;

  /** A wider spread is refused. */
  static final long WIDEST = 5 * Times.SECOND;

  private static final int OFFSETS = 6;
  private static final int AROUND = 60; // seconds about a peak that are no other offset
  private static final long NEAR = 30 * Times.SECOND;

  /**
   * @param time by the first side's clock
   * @param difference to the second side's
   * @param offset which of the candidates it speaks for
   */
  private record Match(long time, long difference, int offset) {}

  private final KeyedTimes one;
  private final KeyedTimes two;
  private final int[] keys;

  KeyMatcher(KeyedTimes one, KeyedTimes two) {
    this.one = one;
    this.two = two;
    int[] all = one.keys().toIntArray();
    IntArrays.quickSort(all);
    this.keys = all;
  }

  /** Null where there are too few matches, or they spread too far. */
  @Nullable Estimate estimate(Estimate.Basis basis) {
    List<Integer> candidates = candidates();
    List<Match> matches = new ArrayList<>();
    for (int i = 0; i < candidates.size(); i++) {
      match(candidates.get(i) * Times.SECOND, i, matches);
    }
    matches.sort(Comparator.comparingLong(Match::time).thenComparingInt(Match::offset));
    if (matches.size() < FEWEST) {
      return null;
    }
    return ofCourse(
        Course.through(
            matches.stream().mapToInt(m -> 1 << m.offset()).toArray(), candidates.size(), FEWEST),
        matches,
        basis);
  }

  private List<Integer> candidates() {
    Differences differences = new Differences();
    for (int key : keys) {
      differences.add(one.alone(key), two.alone(key));
    }
    List<Integer> found = new ArrayList<>();
    if (differences.counted() < FEWEST) {
      return found; // nearly all pairs of machines, when there are many
    }
    while (found.size() < OFFSETS) {
      int peak = differences.peak();
      int height = differences.at(peak);
      if (height < FEWEST || height < 5 * differences.median()) {
        break;
      }
      found.add(peak);
      differences.clear(peak, AROUND);
    }
    return found;
  }

  private void match(long offset, int candidate, List<Match> into) {
    for (int key : keys) {
      long[] there = two.alone(key);
      for (long time : one.alone(key)) {
        int at = Arrays.binarySearch(there, time + offset - NEAR);
        int next = at < 0 ? -1 - at : at;
        if (next < there.length && there[next] <= time + offset + NEAR) {
          into.add(new Match(time, there[next] - time, candidate));
        }
      }
    }
  }

  private static @Nullable Estimate ofCourse(
      int[] course, List<Match> matches, Estimate.Basis basis) {
    List<Estimate.Step> steps = new ArrayList<>();
    long used = 0;
    long widest = 0;
    for (int from = 0; from < course.length; ) {
      int to = from;
      while (to < course.length && course[to] == course[from]) {
        to++;
      }
      int offset = course[from];
      long[] own =
          matches.subList(from, to).stream()
              .filter(m -> m.offset() == offset)
              .mapToLong(Match::difference)
              .toArray();
      long median = Medians.of(own);
      widest = Math.max(widest, Medians.spread(own, median));
      used += own.length;
      long begin = from == 0 ? Long.MIN_VALUE : between(matches, from);
      steps.add(new Estimate.Step(begin, median));
      from = to;
    }
    return widest > WIDEST ? null : new Estimate(steps, used, widest, basis);
  }

  private static long between(List<Match> matches, int at) {
    return matches.get(at - 1).time() + (matches.get(at).time() - matches.get(at - 1).time()) / 2;
  }
}
