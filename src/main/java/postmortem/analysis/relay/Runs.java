package postmortem.analysis.relay;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.ArrayList;
import java.util.List;
import postmortem.event.Names;
import postmortem.event.Times;

/** Episodes that are one run: of one source or of one account, each a short time after the last. */
final class Runs {

  static final long GAP = 6 * Times.HOUR;

  private Runs() {}

  /** The runs, by start. */
  static List<List<Episode>> of(List<Episode> episodes) {
    return joined(episodes.stream().sorted(Episodes.BY_START).map(List::of).toList());
  }

  /**
   * Bursts of several sources that pause and go on, by start.
   *
   * @param bursts by start, none empty; each stays together
   */
  static List<List<Episode>> joined(List<List<Episode>> bursts) {
    List<Run> open = new ArrayList<>();
    List<Run> all = new ArrayList<>();
    for (List<Episode> burst : bursts) {
      long start = burst.get(0).start;
      open.removeIf(run -> start - run.end > GAP);
      List<Run> joined = open.stream().filter(run -> burst.stream().anyMatch(run::shares)).toList();
      Run run;
      if (joined.isEmpty()) {
        run = new Run();
        open.add(run);
        all.add(run);
      } else {
        run = joined.get(0);
        for (Run other : joined.subList(1, joined.size())) {
          run.take(other);
          open.remove(other);
          all.remove(other);
        }
      }
      burst.forEach(run::add);
    }
    List<List<Episode>> out = new ArrayList<>();
    for (Run run : all) {
      run.episodes.sort(Episodes.BY_START);
      out.add(run.episodes);
    }
    return out;
  }

  private static final class Run {
    final List<Episode> episodes = new ArrayList<>();
    final IntOpenHashSet sources = new IntOpenHashSet();
    final IntOpenHashSet accounts = new IntOpenHashSet();
    long end = Long.MIN_VALUE;

    boolean shares(Episode e) {
      return sources.contains(e.source) || e.account > Names.OTHER && accounts.contains(e.account);
    }

    void add(Episode e) {
      episodes.add(e);
      sources.add(e.source);
      accounts.add(e.account);
      end = Math.max(end, e.end);
    }

    void take(Run other) {
      other.episodes.forEach(this::add);
    }
  }
}
