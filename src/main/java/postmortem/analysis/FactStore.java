package postmortem.analysis;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import postmortem.event.Names;

/** All facts of a case, which can be read again and again, in several orders. */
public final class FactStore {

  private final Spill spill;
  private final int maxBytes;
  private final FactOrder order;
  private final List<FactRuns> runs = new ArrayList<>();

  /**
   * @param spill for facts in another order than that of time
   * @param maxBytes that one order takes in memory
   */
  public FactStore(Spill spill, int maxBytes) {
    this(spill, maxBytes, FactOrder.TIME);
  }

  private FactStore(Spill spill, int maxBytes, FactOrder order) {
    this.spill = spill;
    this.maxBytes = maxBytes;
    this.order = order;
  }

  /** A store of sorted runs whose ids are those of the whole. */
  public FactStore(Spill spill, int maxBytes, FactRuns sorted) {
    this(spill, maxBytes, FactOrder.TIME);
    runs.add(sorted);
  }

  /** Takes over the facts of one buffer, whose ids are put into those of the whole. */
  public void add(FactRuns facts, Names.Renaming ids, Accounts accounts) {
    facts.rename(ids, accounts);
    runs.add(facts);
  }

  private RunMerge<FactCursor> merge() throws IOException {
    List<FactCursor> cursors = new ArrayList<>();
    runs.forEach(r -> cursors.addAll(r.open()));
    return new RunMerge<>(cursors, (a, b) -> order.compare(a.rows, a.at, b.rows, b.at));
  }

  /** Hands all facts of some kinds to a consumer, in the order of this store. */
  public void forEach(Set<FactKind> kinds, Consumer<Fact> consumer) throws IOException {
    forEach(FactRow.mask(kinds), consumer);
  }

  /**
   * As {@link #forEach(Set, Consumer)}.
   *
   * @param wanted the kinds, as {@link FactRow#mask} has it
   */
  void forEach(long wanted, Consumer<Fact> consumer) throws IOException {
    try (RunMerge<FactCursor> merge = merge()) {
      for (FactCursor c = merge.next(); c != null; c = merge.next()) {
        if (FactRow.isOf(wanted, c.rows, c.at)) {
          consumer.accept(FactRow.read(c.rows, c.at));
        }
      }
    }
  }

  /** Writes all facts in their order, for {@link #read}. */
  public void write(DataOutput out) throws IOException {
    FactDeltas deltas = new FactDeltas();
    try (RunMerge<FactCursor> merge = merge()) {
      for (FactCursor c = merge.next(); c != null; c = merge.next()) {
        deltas.write(c.rows, c.at, out);
      }
    }
    deltas.end(out);
  }

  /**
   * Reads the facts of a store in the order of time that was written.
   *
   * @param spill as in {@link #FactStore(Spill, int)}
   */
  public static FactStore read(DataInput in, Spill spill, int maxBytes) throws IOException {
    FactBuffer buffer = new FactBuffer(FactOrder.TIME, spill, maxBytes);
    FactDeltas deltas = new FactDeltas();
    while (deltas.read(in)) {
      buffer.add(deltas.row(), 0);
    }
    return new FactStore(spill, maxBytes, buffer.finish());
  }

  /**
   * What becomes of facts that are read in order: as many others as it likes, in any order.
   *
   * @see #rewritten
   */
  public interface Rewriting {
    void next(Fact fact, Consumer<Fact> out);

    /** After the last fact. */
    default void end(Consumer<Fact> out) {}
  }

  /** Another store, of what a rewriting makes of the facts of this one. */
  public FactStore rewritten(Rewriting rewriting) throws IOException {
    FactBuffer buffer = new FactBuffer(FactOrder.TIME, spill, maxBytes);
    Consumer<Fact> out = fact -> add(buffer, fact);
    try {
      forEach(EnumSet.allOf(FactKind.class), fact -> rewriting.next(fact, out));
      rewriting.end(out);
    } catch (UncheckedIOException e) {
      throw new IOException(e.getCause());
    }
    return new FactStore(spill, maxBytes, buffer.finish());
  }

  private static void add(FactBuffer buffer, Fact fact) {
    try {
      buffer.add(fact);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Hands all facts of some kinds to a consumer, in any order. */
  public void forEach(Set<FactKind> kinds, FactOrder wanted, Consumer<Fact> consumer)
      throws IOException {
    ordered(kinds, wanted).forEach(kinds, consumer);
  }

  /** The facts of some kinds in another order: sorted once, to be read several times. */
  FactStore ordered(Set<FactKind> kinds, FactOrder other) throws IOException {
    if (other == order) {
      return this;
    }
    long wanted = FactRow.mask(kinds);
    FactStore sorted = new FactStore(spill, maxBytes, other);
    if (order == FactOrder.TIME && runs.stream().allMatch(FactRuns::inMemory)) {
      runs.forEach(r -> sorted.runs.add(r.sorted(other, wanted)));
      return sorted;
    }
    FactBuffer buffer = new FactBuffer(other, spill, maxBytes);
    try (RunMerge<FactCursor> merge = merge()) {
      for (FactCursor c = merge.next(); c != null; c = merge.next()) {
        if (FactRow.isOf(wanted, c.rows, c.at) && !other.omits(c.rows, c.at)) {
          buffer.add(c.rows, c.at);
        }
      }
    }
    sorted.runs.add(buffer.finish());
    return sorted;
  }
}
