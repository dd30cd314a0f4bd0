package postmortem.analysis.auth;

import it.unimi.dsi.fastutil.ints.Int2ObjectRBTreeMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import postmortem.analysis.Context;
import postmortem.event.Times;

/**
 * Which accounts were taken over by who guessed: one takeover for each. What an account that was
 * guessed at does from elsewhere is judged with its mail, among the deductions.
 */
final class Takeovers {

  /** Successes with a longer pause between them are not one visit ... */
  private static final long PAUSE = 30 * Times.MINUTE;

  /** ... and what lasts longer is use of the account, no longer the break-in. */
  private static final long LONGEST = 2 * Times.HOUR;

  /** Unless it never stops: so many successes within one visit are the abuse itself. */
  private static final int ABUSE = 40;

  private Takeovers() {}

  static Collection<Takeover> of(List<Dossier> dossiers, Context context) {
    Int2ObjectRBTreeMap<Takeover> byAccount = new Int2ObjectRBTreeMap<>();
    for (Dossier d : dossiers) {
      d.wins
          .int2ObjectEntrySet()
          .forEach(
              e ->
                  byAccount.putIfAbsent(
                      e.getIntKey(), guessed(e.getIntKey(), e.getValue(), d, context)));
    }
    return new ArrayList<>(byAccount.values());
  }

  /** The first visit: until the first pause. */
  private static Takeover guessed(int account, Dossier.Win win, Dossier d, Context context) {
    Takeover takeover = new Takeover(account, d, context);
    int[] order =
        IntStream.range(0, win.times.size())
            .boxed()
            .sorted((a, b) -> Long.compare(win.times.getLong(a), win.times.getLong(b)))
            .mapToInt(Integer::intValue)
            .toArray();
    int visit = 1;
    while (visit < order.length
        && win.times.getLong(order[visit]) - win.times.getLong(order[visit - 1]) <= PAUSE) {
      visit++;
    }
    long first = win.times.getLong(order[0]);
    for (int i = 0; i < visit; i++) {
      long time = win.times.getLong(order[i]);
      if (time - first <= LONGEST || visit >= ABUSE) {
        takeover.span(time, time);
        takeover.sources.add(win.sources.getInt(order[i]));
      }
    }
    return takeover;
  }
}
