package postmortem.analysis.auth;

import postmortem.analysis.Context;
import postmortem.analysis.Severity;
import postmortem.analysis.Threshold;

/** How bad a campaign is (design.md, 6, "Severity of guessing"). */
final class Grading {

  private static final int MUCH_ABOVE = 10;

  /** Less than this is no flood, however quiet the site usually is. */
  private static final int LEAST_HIGH = 50;

  /** "Hundreds of attempts at one existing account". */
  private static final int HUNDREDS = 200;

  private static final int HUNDREDS_OF_SESSIONS = 200;

  private Grading() {}

  /**
   * @param perDay attempts on the worst day
   * @param atExisting attempts at the existing account that was tried most; 0 where none is known
   * @param worse were accounts locked out, or was a right password refused?
   */
  static Severity ofGuessing(
      Context context, DailyBaseline baseline, long perDay, long atExisting, boolean worse) {
    double usual = usual(context, baseline);
    if (worse || atExisting >= HUNDREDS || perDay >= LEAST_HIGH && perDay >= MUCH_ABOVE * usual) {
      return Severity.HIGH;
    }
    boolean medium = perDay > Math.max(usual, context.threshold(Threshold.DAILY_FAILURES));
    return medium || atExisting > 0 ? Severity.MEDIUM : Severity.LOW;
  }

  /** The usual day; where there is no clean one, the absolute floor. */
  static double usual(Context context, DailyBaseline baseline) {
    return baseline.isClean()
        ? Math.max(1, baseline.usual())
        : context.threshold(Threshold.DAILY_FAILURES);
  }

  static Severity ofSuspicion(long perDay) {
    return perDay >= HUNDREDS_OF_SESSIONS ? Severity.HIGH : Severity.MEDIUM;
  }
}
