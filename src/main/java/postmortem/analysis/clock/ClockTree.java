package postmortem.analysis.clock;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which clock is set right by which: the best of the comparisons that connect all clocks, hung up
 * at the one that is believed of each group.
 */
final class ClockTree {

  static final ClockTree NONE = new ClockTree(0);

  private record Link(int to, Estimate ahead) {}

  private final List<List<Link>> links = new ArrayList<>();
  private final int[] group; // the smallest clock that it is connected with
  private final int[] parent; // itself for a root
  private final @Nullable Estimate[] ahead; // of the parent

  private ClockTree(int clocks) {
    group = new int[clocks];
    parent = new int[clocks];
    ahead = new Estimate[clocks];
    for (int i = 0; i < clocks; i++) {
      links.add(new ArrayList<>());
      group[i] = i;
      parent[i] = i;
    }
  }

  /**
   * @param pairs the best first
   */
  static ClockTree of(List<Clock> clocks, List<Pairing.Pair> pairs, ClockSignals signals) {
    ClockTree tree = new ClockTree(clocks.size());
    pairs.forEach(tree::link);
    for (int i = 0; i < clocks.size(); i++) {
      if (tree.group[i] == i) {
        tree.hang(tree.reference(i, clocks, signals));
      }
    }
    return tree;
  }

  private void link(Pairing.Pair pair) {
    int one = pair.one().id();
    int two = pair.two().id();
    if (group[one] == group[two]) {
      return;
    }
    int least = Math.min(group[one], group[two]);
    int other = Math.max(group[one], group[two]);
    for (int i = 0; i < group.length; i++) {
      group[i] = group[i] == other ? least : group[i];
    }
    links.get(one).add(new Link(two, pair.estimate()));
    links.get(two).add(new Link(one, pair.estimate().reversed()));
  }

  /**
   * The clock that most machines of a group agree with. A tie goes to the fullest mail server, and
   * without its log to where most log on: such a machine keeps time with its domain.
   */
  private int reference(int of, List<Clock> clocks, ClockSignals signals) {
    long[] offsets = offsets(of);
    Comparator<Clock> best =
        Comparator.<Clock>comparingInt(c -> agreeing(c, clocks, offsets, group[of]))
            .thenComparingLong(c -> signals.of(c).sessionsSeen)
            .thenComparingLong(c -> signals.of(c).logonsSeen)
            .thenComparing(Clock::id, Collections.reverseOrder());
    return clocks.stream()
        .filter(c -> group[c.id()] == group[of])
        .max(Comparator.<Clock, Boolean>comparing(c -> !c.local()).thenComparing(best))
        .orElseThrow()
        .id();
  }

  private int agreeing(Clock clock, List<Clock> clocks, long[] offsets, int of) {
    return (int)
        clocks.stream()
            .filter(c -> group[c.id()] == of && !c.local())
            .filter(c -> Math.abs(offsets[c.id()] - offsets[clock.id()]) <= Clocks.AGREE)
            .count();
  }

  /** How far each clock that can be reached is ahead of one, at first. */
  private long[] offsets(int from) {
    long[] offsets = new long[parent.length];
    boolean[] seen = new boolean[parent.length];
    ArrayDeque<Integer> open = new ArrayDeque<>(List.of(from));
    seen[from] = true;
    while (!open.isEmpty()) {
      int clock = open.removeFirst();
      for (Link link : links.get(clock)) {
        if (!seen[link.to()]) {
          seen[link.to()] = true;
          offsets[link.to()] = offsets[clock] + link.ahead().offset();
          open.add(link.to());
        }
      }
    }
    return offsets;
  }

  private void hang(int root) {
    ArrayDeque<Integer> open = new ArrayDeque<>(List.of(root));
    while (!open.isEmpty()) {
      int clock = open.removeFirst();
      for (Link link : links.get(clock)) {
        if (link.to() != parent[clock]) {
          parent[link.to()] = clock;
          ahead[link.to()] = link.ahead();
          open.add(link.to());
        }
      }
    }
  }

  /** The clock that is believed where this one is compared, at last; itself where it is that. */
  int root(int clock) {
    int at = clock;
    while (parent[at] != at) {
      at = parent[at];
    }
    return at;
  }

  int parent(int clock) {
    return parent[clock];
  }

  /** How far it is ahead of its parent; null where it has none. */
  @Nullable Estimate ahead(int clock) {
    return ahead[clock];
  }

  /** Could it be compared with no other? */
  boolean isAlone(int clock) {
    return links.get(clock).isEmpty();
  }

  /** Is any clock wrong by more than this? */
  boolean anyApart(long nanos) {
    return Arrays.stream(ahead)
        .anyMatch(e -> e != null && e.steps().stream().anyMatch(s -> Math.abs(s.offset()) > nanos));
  }

  /** The widest spread of what any is set right by. */
  long widest() {
    return Arrays.stream(ahead).mapToLong(e -> e == null ? 0 : e.spread()).max().orElse(0);
  }
}
