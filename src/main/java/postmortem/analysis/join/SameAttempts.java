package postmortem.analysis.join;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import postmortem.analysis.FactKind;
import postmortem.analysis.StreamInfo;
import postmortem.event.Names;

/**
 * Finds the attempt that a record of another log tells of: the same account (or one of the two logs
 * names none, on one machine; by the address, where both know one), the same outcome, within a few
 * seconds; first come, first matched.
 */
final class SameAttempts {

  /** So many candidates are looked at. */
  private static final int MOST = 64;

  private final List<StreamInfo> streams;
  private final long slack;
  private final Int2ObjectOpenHashMap<ArrayDeque<Told>> waiting = new Int2ObjectOpenHashMap<>();
  private final Int2ObjectOpenHashMap<ArrayDeque<Told>> bySource = new Int2ObjectOpenHashMap<>();
  private final ArrayDeque<Told> accountless = new ArrayDeque<>();
  private final ArrayDeque<Told> addressless = new ArrayDeque<>();

  /**
   * @param slack that two records of one attempt may be apart
   */
  SameAttempts(List<StreamInfo> streams, long slack) {
    this.streams = streams;
    this.slack = slack;
  }

  /** Joins a new one with what waits, or lets it wait. */
  void add(Told told) {
    int account = told.fact.account();
    Told same = account > Names.OTHER ? find(own(told), told) : null;
    if (same == null && told.isNameless()) {
      same = find(accountless, told);
    } else if (same == null && isAccountless(told)) {
      same = find(addressless, told);
    }
    if (same == null && isFromSomewhere(told)) {
      same = find(ofSource(told), told);
    }
    if (same != null && !knowsMore(told, same)) {
      put(told, same);
      return;
    }
    if (same != null) {
      told.take(same);
      Told attempt = told.isNameless() ? find(accountless, told) : null;
      if (attempt != null) { // a logon and its check are told apart from what has the address
        put(told, attempt);
        return;
      }
    }
    if (told.fact.account() > Names.OTHER) {
      own(told).add(told);
    }
    if (isFromSomewhere(told)) {
      drop(ofSource(told), told);
      ofSource(told).add(told);
    }
    if (told.isNameless()) {
      drop(addressless, told);
      addressless.add(told);
    } else if (isAccountless(told)) {
      drop(accountless, told);
      accountless.add(told);
    }
  }

  /** Puts one into another that waits, which can then be found by the account that it lacked. */
  private void put(Told told, Told into) {
    boolean lacked = isAccountless(into);
    into.take(told);
    if (lacked && into.fact.account() > Names.OTHER) {
      own(into).add(into);
    }
  }

  private static boolean knowsMore(Told told, Told other) {
    return told.rank() > other.rank()
        || told.rank() == other.rank() && isAccountless(other) && !isAccountless(told);
  }

  private static boolean isFromSomewhere(Told told) {
    return told.fact.kind() == FactKind.ATTEMPT && told.fact.source() > Names.OTHER;
  }

  private ArrayDeque<Told> ofSource(Told told) {
    return bySource.computeIfAbsent(told.fact.source(), source -> new ArrayDeque<>(2));
  }

  private static boolean isAccountless(Told told) {
    return told.fact.kind() == FactKind.ATTEMPT && told.fact.account() <= Names.OTHER;
  }

  private ArrayDeque<Told> own(Told told) {
    int key = 2 * told.fact.account() + (told.succeeded() ? 1 : 0);
    ArrayDeque<Told> queue = waiting.get(key);
    if (queue == null) {
      queue = new ArrayDeque<>();
      waiting.put(key, queue);
    }
    return queue;
  }

  private @Nullable Told find(ArrayDeque<Told> queue, Told told) {
    drop(queue, told);
    Iterator<Told> candidates = queue.iterator();
    for (int i = 0; i < MOST && candidates.hasNext(); i++) {
      Told candidate = candidates.next();
      if (!isPast(candidate, told) && isSame(candidate, told)) { // not all are in order
        return candidate;
      }
    }
    return null;
  }

  /** Forgets what is over. */
  private void drop(ArrayDeque<Told> queue, Told now) {
    while (!queue.isEmpty() && isPast(queue.peekFirst(), now)) {
      queue.removeFirst();
    }
  }

  private boolean isPast(Told waits, Told now) {
    return waits.isGone() || now.fact.time() - waits.fact.time() > slack;
  }

  private boolean isSame(Told a, Told b) {
    if (a.isOf(b) || a.succeeded() != b.succeeded() || !sameSource(a, b)) {
      return false;
    }
    if (a.fact.kind() == FactKind.VALIDATION || b.fact.kind() == FactKind.VALIDATION) {
      return a.rank() != b.rank(); // of whatever machine the account lives on
    }
    if (a.fact.kind() == FactKind.LOGON && b.fact.kind() == FactKind.LOGON) {
      return false; // of one event log: what two exports repeat is gone already
    }
    return sameAccount(a, b)
        && machine(a).equals(machine(b))
        && isOfOtherLog(a, b)
        && a.isAtMail() == b.isAtMail();
  }

  /**
   * Two logs of one format, as those of two connectors, tell of different attempts; but a logon is
   * told by the Security log, and an attempt by another one, which may both be in one format.
   */
  private boolean isOfOtherLog(Told a, Told b) {
    return a.rank() != b.rank() || !format(a).equals(format(b));
  }

  private static boolean sameAccount(Told a, Told b) {
    return a.fact.account() <= Names.OTHER
        || b.fact.account() <= Names.OTHER
        || a.fact.account() == b.fact.account();
  }

  private static boolean sameSource(Told a, Told b) {
    return a.fact.source() <= Names.OTHER
        || b.fact.source() <= Names.OTHER
        || a.fact.source() == b.fact.source();
  }

  private String machine(Told told) {
    return streams.get(told.fact.stream()).machine();
  }

  private String format(Told told) {
    return streams.get(told.fact.stream()).format();
  }

  /** Forgets queues of accounts that have been silent, so that a million names take no room. */
  void forget(long past) {
    waiting.values().removeIf(q -> isOver(q, past));
    bySource.values().removeIf(q -> isOver(q, past));
  }

  private static boolean isOver(ArrayDeque<Told> queue, long past) {
    return queue.isEmpty() || queue.peekLast().fact.time() < past;
  }
}
