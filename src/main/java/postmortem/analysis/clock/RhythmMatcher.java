package postmortem.analysis.clock;

import java.util.List;
import org.jspecify.annotations.Nullable;
import postmortem.event.Times;

/** The offset between failures without addresses and connections of another machine's log. */
final class RhythmMatcher {

  private static final int APART = 60; // seconds; nearer peaks are the attack's own rhythm

  private RhythmMatcher() {}

  /**
   * @param failures by the first side's clock, in order
   * @param starts of connections by the second side's, in order
   * @return null where no offset stands out
   */
  static @Nullable Estimate estimate(long[] failures, long[] starts) {
    Differences differences = new Differences();
    differences.add(failures, starts);
    int peak = differences.peak();
    int zone = (int) (Math.round((double) peak / 900) * 900);
    if (Math.abs(zone - peak) <= APART && differences.at(zone) * 10 >= differences.at(peak) * 9) {
      peak = zone; // a zone that nobody told is likelier than that and a clock that is wrong
    }
    int height = differences.at(peak);
    boolean stands =
        height >= KeyMatcher.FEWEST
            && height >= 5 * differences.median()
            && height >= 2 * differences.highestApart(peak, APART);
    return stands
        ? new Estimate(
            List.of(new Estimate.Step(Long.MIN_VALUE, peak * Times.SECOND)),
            height,
            Times.SECOND,
            Estimate.Basis.COUNTS)
        : null;
  }
}
