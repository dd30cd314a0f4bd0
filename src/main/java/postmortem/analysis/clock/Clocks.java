package postmortem.analysis.clock;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import postmortem.analysis.Fact;
import postmortem.analysis.FactStore;
import postmortem.analysis.StreamInfo;
import postmortem.event.Times;

/** All clocks of a case, set right by the one that most machines agree with. */
public final class Clocks implements FactStore.Rewriting {

  /** Clocks that are no farther apart agree. */
  static final long AGREE = 2 * Times.SECOND;

  /** One clock, or logs that nothing is to be joined with: all times are as they are. */
  public static final Clocks NONE = new Clocks(List.of(), ClockTree.NONE, 0);

  private final List<Clock> clocks;
  private final ClockTree tree;
  private final int[] clockOf; // by stream

  private Clocks(List<Clock> clocks, ClockTree tree, int streams) {
    this.clocks = clocks;
    this.tree = tree;
    this.clockOf = new int[streams];
    for (Clock clock : clocks) {
      clock.streams().forEach(stream -> clockOf[stream.id()] = clock.id());
    }
  }

  /**
   * Compares the clocks of all machines.
   *
   * @param local ids of the streams whose zone nobody told, which were read as if it were UTC
   * @throws IOException where spilled facts can't be read
   */
  public static Clocks of(List<StreamInfo> streams, Set<Integer> local, FactStore facts)
      throws IOException {
    List<Clock> clocks = Clock.of(streams, local);
    ClockSignals signals = ClockSignals.of(clocks, streams.size(), facts);
    ClockTree tree = ClockTree.of(clocks, Pairing.of(clocks, signals), signals);
    return new Clocks(clocks, tree, streams.size());
  }

  /** Are all times right as they are? */
  public boolean agree() {
    return !tree.anyApart(AGREE);
  }

  /** The right time for one that a stream's clock shows. */
  public long correct(int stream, long shown) {
    return clocks.isEmpty() ? shown : right(clockOf[stream], shown);
  }

  /** How exact the corrections are: the widest spread of the matches of any, nanoseconds. */
  public long spread() {
    return tree.widest();
  }

  /** The streams whose times are those of a zone that nobody told, nor any other log tells. */
  public Set<Integer> adrift() {
    Set<Integer> adrift = new TreeSet<>();
    for (Clock clock : clocks) {
      if (clock.local() && tree.isAlone(clock.id())) {
        adrift.addAll(ids(clock));
      }
    }
    return adrift;
  }

  private long right(int clock, long shown) {
    int at = clock;
    long time = shown;
    for (Estimate own = tree.ahead(at); own != null; own = tree.ahead(at)) {
      long offset = own.aheadAt(time);
      time -= Math.abs(offset) <= AGREE ? 0 : offset;
      at = tree.parent(at);
    }
    return time;
  }

  @Override
  public void next(Fact fact, Consumer<Fact> out) {
    out.accept(fact.at(correct(fact.stream(), fact.time())));
  }

  /** What is to be said about the clocks, in their order; nothing where there is but one. */
  public List<Correction> corrections() {
    List<Correction> all = new ArrayList<>();
    for (Clock clock : clocks) {
      Estimate own = tree.ahead(clock.id());
      if (own != null) {
        own.steps().forEach(step -> all.add(correction(clock, own, step)));
      } else if (clock.local() || clocks.size() > 1 && tree.isAlone(clock.id())) {
        all.add(refused(clock));
      }
    }
    return all;
  }

  private Correction correction(Clock clock, Estimate own, Estimate.Step step) {
    int parent = tree.parent(clock.id());
    boolean first = step.from() == Long.MIN_VALUE;
    long from = first ? step.from() : right(parent, step.from());
    long offset = step.offset();
    for (int at = parent; tree.ahead(at) != null; at = tree.parent(at)) {
      offset += offset(tree.ahead(at), first ? null : step.from());
    }
    return new Correction(
        clock.name(),
        clocks.get(tree.root(clock.id())).name(),
        ids(clock),
        kind(clock, offset),
        from,
        offset,
        own.matches(),
        own.spread(),
        own.basis().words());
  }

  private static long offset(@Nullable Estimate estimate, @Nullable Long shown) {
    if (estimate == null) {
      return 0;
    }
    return shown == null ? estimate.offset() : estimate.aheadAt(shown);
  }

  private static Correction.Kind kind(Clock clock, long offset) {
    if (clock.local()) {
      return Correction.Kind.ZONE;
    }
    if (Math.abs(offset) <= AGREE) {
      return Correction.Kind.AGREES;
    }
    return Zones.isZone(offset) ? Correction.Kind.ZONE : Correction.Kind.CLOCK;
  }

  private static Correction refused(Clock clock) {
    return new Correction(
        clock.name(), "", ids(clock), Correction.Kind.REFUSED, Long.MIN_VALUE, 0, 0, 0, "");
  }

  private static SortedSet<Integer> ids(Clock clock) {
    TreeSet<Integer> ids = new TreeSet<>();
    clock.streams().forEach(stream -> ids.add(stream.id()));
    return ids;
  }
}
