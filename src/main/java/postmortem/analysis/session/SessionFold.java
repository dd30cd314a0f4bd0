package postmortem.analysis.session;

import it.unimi.dsi.fastutil.longs.Long2ObjectMap;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
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
  public static final int MAX_OPEN = 300_000;

  private final SessionRules rules;
  private final boolean beginsStream;
  private final Emitter out;
  private final Long2ObjectOpenHashMap<Entry> entries = new Long2ObjectOpenHashMap<>(1 << 10);
  private long begin = Long.MIN_VALUE;
  private long previous = Long.MIN_VALUE;
  private long clock = Long.MIN_VALUE; // the earlier of the last two times: one may be wrong
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
    Entry entry = latest;
    if (entry == null || entry.key != step.session()) {
      entry = entry(step.session());
      latest = entry;
    }
    SessionState state = entry.state;
    if (state == null) {
      if ((entry.head != null || mayHaveBegunBefore(time)) && !entry.isResetBy(step, rules)) {
        entry.hold(step);
        return;
      }
      state = new SessionState();
      entry.state = state;
    }
    state.apply(step, out);
  }

  private boolean mayHaveBegunBefore(long time) {
    return !beginsStream && time - begin <= SessionRules.IDLE + SessionRules.DISORDER;
  }

  private Entry entry(long key) {
    Entry entry = entries.get(key);
    if (entry == null) {
      if (entries.size() >= sweepAt) {
        forgetSilent(entries, clock, out);
        overflowed |= shrink(entries, out);
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
    long limit = clock - SessionRules.IDLE - SessionRules.DISORDER;
    Iterator<Long2ObjectMap.Entry<Entry>> all = entries.long2ObjectEntrySet().fastIterator();
    while (all.hasNext()) {
      Entry entry = all.next().getValue();
      SessionState state = entry.state;
      if (state != null && state.last() < limit) {
        state.close(out);
        if (entry.head == null) {
          all.remove();
        }
      }
    }
  }

  /** Keeps the number of open sessions within the limit; true if it had to close any early. */
  private static boolean shrink(Long2ObjectOpenHashMap<Entry> entries, Emitter out) {
    if (entries.size() < MAX_OPEN) {
      return false;
    }
    long[] last = entries.values().stream().mapToLong(Entry::last).toArray();
    Arrays.sort(last);
    long limit = last[last.length / 2];
    Iterator<Entry> all = entries.values().iterator();
    while (all.hasNext()) {
      Entry entry = all.next();
      SessionState state = entry.state;
      if (state != null && state.last() < limit && entry.head == null) {
        state.close(out);
        all.remove();
      }
    }
    return true;
  }

  /** Were sessions closed early, because too many were open at once? */
  public boolean overflowed() {
    return overflowed;
  }

  /** What is open at both ends. Nothing of it refers to blocks or names of this worker. */
  public Edges finish() {
    forgetSilent(entries, clock, out);
    for (Entry entry : entries.values()) {
      SessionState state = entry.state;
      if (state != null) {
        state.detach();
      }
    }
    return new Edges(rules, beginsStream, entries, clock);
  }

  /**
   * Joins what two neighbouring ranges left open, and emits what that completes.
   *
   * @param left the earlier range; unusable afterwards
   * @param right the range that follows it at once; unusable afterwards
   */
  public static Edges meet(Edges left, Edges right, Names names, EventSink sink) {
    Emitter out = new Emitter(names, sink, left.rules);
    for (Entry r : right.entries.values()) {
      Entry l = left.entries.get(r.key);
      if (l == null) {
        l = new Entry(r.key);
        left.entries.put(r.key, l);
        if (left.beginsStream) {
          l.state = new SessionState();
        }
      }
      join(l, r, out);
    }
    if (right.clock != Long.MIN_VALUE) {
      left.clock = right.clock;
    }
    forgetSilent(left.entries, left.clock, out);
    for (Entry entry : left.entries.values()) {
      SessionState state = entry.state;
      if (state != null) {
        state.detach();
      }
    }
    return left;
  }

  private static void join(Entry l, Entry r, Emitter out) {
    List<Step> head = r.head;
    SessionState state = l.state;
    if (state == null) {
      if (head != null) {
        head.forEach(l::hold);
      }
      l.state = r.state;
      return;
    }
    if (head != null) {
      for (Step step : head) {
        state.apply(step, out);
      }
    }
    if (r.state != null) {
      state.close(out);
      l.state = r.state;
    }
  }

  /** Ends the stream: nothing comes before the range, and nothing after. */
  public static void close(Edges edges, Names names, EventSink sink) {
    Emitter out = new Emitter(names, sink, edges.rules);
    for (Entry entry : edges.entries.values()) {
      List<Step> head = entry.head;
      if (head != null) {
        SessionState first = new SessionState();
        for (Step step : head) {
          first.apply(step, out);
        }
        first.close(out);
      }
      SessionState state = entry.state;
      if (state != null) {
        state.close(out);
      }
    }
    edges.entries.clear();
  }
}
