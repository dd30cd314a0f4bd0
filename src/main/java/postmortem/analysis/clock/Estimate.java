package postmortem.analysis.clock;

import java.util.List;

/**
 * How far the clock of one side is ahead of another's.
 *
 * @param steps in order of time; more than one where a clock jumped
 * @param matches that it rests on
 * @param spread the median distance of the matches from it, nanoseconds
 * @param basis what was compared
 */
record Estimate(List<Step> steps, long matches, long spread, Basis basis) {

  /** What was compared, the best first. */
  enum Basis {
    ADDRESSES("the same addresses in both logs"),
    ACCOUNTS("the same accounts in both logs"),
    SESSIONS("failures that fall into sessions"),
    CONNECTIONS("failures that fall into connections"),
    COUNTS("the rhythm of failures and connections");

    private final String words;

    Basis(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /**
   * One offset, from a time on.
   *
   * @param from by the clock of the first side, nanoseconds; {@link Long#MIN_VALUE} for the first
   * @param offset what the second side's clock shows more, nanoseconds
   */
  record Step(long from, long offset) {}

  Estimate {
    steps = List.copyOf(steps);
  }

  /** The first, which all evidence begins with, even where another holds longer. */
  long offset() {
    return steps.get(0).offset();
  }

  /** The same, seen from the other side. */
  Estimate reversed() {
    return new Estimate(
        steps.stream()
            .map(
                s ->
                    new Step(
                        s.from() == Long.MIN_VALUE ? s.from() : s.from() + s.offset(), -s.offset()))
            .toList(),
        matches,
        spread,
        basis);
  }

  /** How far the second side's clock is ahead at a time that it shows. */
  long aheadAt(long shown) {
    long ahead = steps.get(0).offset();
    for (Step step : steps) {
      if (step.from() != Long.MIN_VALUE && shown >= step.from() + step.offset()) {
        ahead = step.offset();
      }
    }
    return ahead;
  }
}
