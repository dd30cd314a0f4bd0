package postmortem.analysis.auth;

import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.Arrays;
import postmortem.analysis.Context;
import postmortem.analysis.StreamInfo;

/** What is usual on one day at this site: attempts that belong to no campaign. */
final class Baseline {

  /** Fewer days than this have no usual day. */
  private static final int FEWEST_DAYS = 3;

  /** No clean baseline where campaigns fill a larger part of the days (detection-methods.md, 3). */
  private static final double MOST_UNDER_ATTACK = 0.3;

  private final int coveredDays;
  private final Int2LongOpenHashMap suspect = new Int2LongOpenHashMap();
  private final IntOpenHashSet attacked = new IntOpenHashSet();

  /**
   * @param showsAuth which streams count
   */
  Baseline(Context context, boolean showsAuth) {
    IntOpenHashSet days = new IntOpenHashSet();
    for (StreamInfo stream : context.streams()) {
      if (stream.showsAuth() == showsAuth) {
        for (int hour : context.coverage().hours(stream.id())) {
          days.add(Math.floorDiv(hour, 24));
        }
      }
    }
    coveredDays = days.size();
  }

  /** On how many days there is evidence that can show guessing. */
  int coveredDays() {
    return coveredDays;
  }

  /** Attempts that are nobody's mistake. */
  void suspect(int day, long attempts) {
    suspect.addTo(day, attempts);
  }

  /** Of these: attempts of a campaign. */
  void campaign(int day, long attempts) {
    suspect.addTo(day, -attempts);
    attacked.add(day);
  }

  /** Is there enough quiet to tell what is usual? */
  boolean isClean() {
    return coveredDays >= FEWEST_DAYS && attacked.size() <= MOST_UNDER_ATTACK * coveredDays;
  }

  /** The median day; 0 where most days have none. */
  double usual() {
    long[] counts = suspect.values().toLongArray();
    long[] all = Arrays.copyOf(counts, Math.max(counts.length, coveredDays));
    Arrays.setAll(all, i -> Math.max(0, all[i]));
    Arrays.sort(all);
    return all.length == 0 ? 0 : all[all.length / 2];
  }
}
