package postmortem.analysis.session;

import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import postmortem.event.EventSink;
import postmortem.event.Names;
import postmortem.event.Step;

/**
 * Folds the steps of one piece of a stream into events. One thread; used once.
 *
 * <p>A step whose session may have begun before the piece is held back. When all steps are read,
 * {@link #finish()} gives what is open at both ends; {@link #meet} joins that with the next
 * piece's, and {@link #close} ends the stream.
 */
public final class SessionFold {

  /** More open sessions than this in one range, and those that were silent longest are closed. */
  public static final int MAX_OPEN = 1 << 14;

  /** More steps than this that wait for what came before, and the next begin sessions anew. */
  static final int MAX_HELD = 1 << 16;

  private static final int MAX_KEYS = 1 << 17; // more than can be held

  private static final int BLOCKS = 64; // so many may be kept from being freed

  private final SessionRules rules;
  private final boolean beginsStream;
  private final Emitter out;
  private final Long2ObjectOpenHashMap<Entry> entries = new Long2ObjectOpenHashMap<>(1 << 10);
  private long begin = Long.MIN_VALUE;
  private long previous = Long.MIN_VALUE;
  private long clock = Long.MIN_VALUE; // the earlier of the last two times: one may be wrong
  private int open;
  private int held;
  private int blocks;
  private byte[] block = {};
  private int sweepAt = 1 << 12;
  private boolean overflowed;
  private @Nullable Entry latest;

  /**
   * @param beginsStream nothing of the stream comes before this piece
   * @param names for the ids of the events
   */
  public SessionFold(SessionRules rules, boolean beginsStream, Names names, EventSink sink) {
    this.rules = rules;
    this.beginsStream = beginsStream;
    this.out = new Emitter(names, sink, rules);
  }

  public void add(Step step) {
    long time = step.time();
    if (begin == Long.MIN_VALUE) {
      begin = time;
      previous = time;
    }
    clock = Math.min(previous, time);
    previous = time;
    if (block != step.origin().block()) {
      block = step.origin().block();
      freeBlocks();
    }
    Entry entry = latest;
    if (entry == null || entry.key != step.session()) {
      entry = entry(step.session());
      latest = entry;
    }
    if (!entry.isKnown()
        && (entry.head != null || mayHaveBegunBefore(time))
        && !entry.isResetBy(step, rules)) {
      if (held < MAX_HELD) {
        held++;
        entry.hold(step);
        return;
      }
      overflowed = true;
    }
    int before = entry.open == null ? 0 : 1;
    entry.apply(step, out);
    open += (entry.open == null ? 0 : 1) - before;
    if (open > MAX_OPEN) {
      overflowed = true;
      closeHalf(entries, e -> e.open != null, out);
      latest = null;
      open = open(entries);
    }
  }

  /** What waits must not keep all blocks of a long piece. */
  private void freeBlocks() {
    if (++blocks % BLOCKS == 0) {
      detach(entries);
    }
  }

  private boolean mayHaveBegunBefore(long time) {
    return !beginsStream && time - begin <= SessionRules.IDLE + SessionRules.DISORDER;
  }

  private Entry entry(long key) {
    Entry entry = entries.get(key);
    if (entry == null) {
      if (entries.size() >= sweepAt) {
        forgetSilent(entries, clock, out);
        if (entries.size() > MAX_KEYS) {
          overflowed = true;
          closeHalf(entries, Entry::isForgettable, out);
        }
        open = open(entries);
        sweepAt = Math.max(1 << 12, entries.size() * 2);
      }
      entry = new Entry(key);
      entries.put(key, entry);
    }
    return entry;
  }

  /** Closes what has been silent for so long that nothing can follow. */
  private static void forgetSilent(Long2ObjectOpenHashMap<Entry> entries, long clock, Emitter out) {
    if (clock == Long.MIN_VALUE) {
      return; // nothing was read
    }
    closeUpTo(entries, clock - SessionRules.IDLE - SessionRules.DISORDER - 1, out);
  }

  /** Closes, and forgets, what had its last step at this time or before. */
  private static void closeUpTo(Long2ObjectOpenHashMap<Entry> entries, long time, Emitter out) {
    Iterator<Entry> all = entries.values().iterator();
    while (all.hasNext()) {
      Entry entry = all.next();
      if (entry.isKnown() && entry.last() <= time) {
        entry.close(out);
        if (entry.head == null) {
          all.remove();
        }
      }
    }
  }

  /** Closes, and forgets, at least the half of some entries that has been silent longest. */
  private static void closeHalf(
      Long2ObjectOpenHashMap<Entry> entries, Predicate<Entry> which, Emitter out) {
    long[] last = entries.values().stream().filter(which).mapToLong(Entry::last).toArray();
    Arrays.sort(last);
    closeUpTo(entries, last[last.length / 2], out);
  }

  private static int open(Long2ObjectOpenHashMap<Entry> entries) {
    return (int) entries.values().stream().filter(e -> e.open != null).count();
  }

  /** What is open at both ends. Nothing of it refers to blocks or names of this worker. */
  public Edges finish() {
    forgetSilent(entries, clock, out);
    detach(entries);
    return new Edges(rules, beginsStream, entries, clock, overflowed);
  }

  /**
   * Joins what two neighbouring ranges left open, and emits what that completes.
   *
   * @param left the earlier range; unusable afterwards
   * @param right the range that follows it at once; unusable afterwards
   */
  public static Edges meet(Edges left, Edges right, Names names, EventSink sink) {
    Emitter out = new Emitter(names, sink, left.rules);
    int held = left.entries.values().stream().mapToInt(Entry::held).sum();
    for (Entry r : right.entries.values()) {
      Entry l = left.entries.get(r.key);
      if (l == null) {
        l = new Entry(r.key);
        left.entries.put(r.key, l);
        if (left.beginsStream) {
          l.begins();
        }
      }
      held -= l.held();
      if (!l.isKnown() && held + l.held() + r.held() > MAX_HELD) {
        left.overflowed = true;
        l.begins();
      }
      join(l, r, out);
      held += l.held();
    }
    if (right.clock != Long.MIN_VALUE) {
      left.clock = right.clock;
    }
    left.overflowed |= right.overflowed;
    forgetSilent(left.entries, left.clock, out);
    while (open(left.entries) > MAX_OPEN) {
      left.overflowed = true;
      closeHalf(left.entries, e -> e.open != null, out);
    }
    while (left.entries.values().stream().filter(Entry::isForgettable).count() > MAX_KEYS) {
      left.overflowed = true;
      closeHalf(left.entries, Entry::isForgettable, out);
    }
    detach(left.entries);
    return left;
  }

  private static void detach(Long2ObjectOpenHashMap<Entry> entries) {
    entries.values().forEach(Entry::detach);
  }

  private static void join(Entry l, Entry r, Emitter out) {
    List<Step> head = r.head;
    if (!l.isKnown()) {
      if (head != null) {
        head.forEach(l::hold);
      }
      l.endsAs(r);
      return;
    }
    if (head != null) {
      head.forEach(step -> l.apply(step, out));
    }
    if (r.isKnown()) {
      l.close(out);
      l.endsAs(r);
    }
  }

  /** Ends the stream: nothing comes before the range, and nothing after. */
  public static void close(Edges edges, Names names, EventSink sink) {
    Emitter out = new Emitter(names, sink, edges.rules);
    for (Entry entry : edges.entries.values()) {
      List<Step> head = entry.head;
      if (head != null) {
        Entry first = new Entry(entry.key);
        head.forEach(step -> first.apply(step, out));
        first.close(out);
      }
      entry.close(out);
    }
    edges.entries.clear();
  }
}
