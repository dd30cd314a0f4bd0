package postmortem.analysis.ndr;

import postmortem.event.Times;

/**
 * From when to when a surge lasts, to the record: a cumulative sum that each record raises and the
 * time between lowers (M3, with bins of no length). The surge begins after the last time that the
 * sum was 0 before it alarmed, and ends where it was highest before it fell back for good.
 */
final class Extent {

  /** Whatever came before, this little is forgotten soon, so that a long tail is no surge. */
  private static final double MOST = 2 * Cusum.LIMIT;

  private final Cusum sum;
  private long last = Long.MIN_VALUE;
  private long number; // of the record
  private long onset;
  private long onsetNumber;
  private double top;
  private boolean alarmed;
  private double best;
  private long start = Long.MAX_VALUE;
  private long startNumber;
  private long end = Long.MIN_VALUE;
  private long endNumber;

  /**
   * @param drift records an hour above which it is the surge, below which it is the usual
   */
  Extent(double drift) {
    this.sum = new Cusum(drift);
  }

  /** The next record, in order of time. */
  void add(long time) {
    if (last != Long.MIN_VALUE) {
      sum.pass((double) (time - last) / Times.HOUR);
    }
    last = time;
    number++;
    if (sum.sum() == 0) {
      onset = time;
      onsetNumber = number;
      top = 0;
    }
    sum.happen(Math.min(1, MOST - sum.sum()));
    if (sum.sum() >= top) {
      top = sum.sum();
      take();
    }
  }

  /** Until anything alarms, the best that there is counts. */
  private void take() {
    boolean alarms = top >= Cusum.LIMIT;
    if (alarms && !alarmed) {
      alarmed = true;
      start = onset;
      startNumber = onsetNumber;
    } else if (!alarmed && top > best) {
      best = top;
      start = onset;
      startNumber = onsetNumber;
    } else if (!alarms) {
      return;
    }
    end = last;
    endNumber = number;
  }

  long start() {
    return start;
  }

  long end() {
    return end;
  }

  /** How many of the records it holds. */
  long count() {
    return isEmpty() ? 0 : endNumber - startNumber + 1;
  }

  boolean isEmpty() {
    return start > end;
  }
}
