package postmortem.run;

import java.io.IOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import postmortem.analysis.Fact;
import postmortem.analysis.FactKind;
import postmortem.analysis.FactStore;
import postmortem.analysis.StreamInfo;
import postmortem.event.Outcome;
import postmortem.event.Times;

/**
 * Finds events that several records tell of, as where a log was exported twice or a file appended
 * to itself: those of one machine, channel, record number and second. A log that was cleared counts
 * from 1 again, but not at the same time.
 */
final class Repeated {

  /** One record of one log. */
  private record Key(String machine, String channel, long number) {}

  private final List<StreamInfo> streams;
  private final Map<Integer, Overlap> overlaps;
  private final Map<Key, Fact> second = new HashMap<>(); // the best record of each event in it
  private final Map<Integer, BitSet> found = new TreeMap<>();
  private long now = Long.MIN_VALUE;

  private Repeated(List<StreamInfo> streams, Map<Integer, Overlap> overlaps) {
    this.streams = streams;
    this.overlaps = overlaps;
  }

  /**
   * Finds the records that are not to be counted.
   *
   * @param numbers of all events in records with a number, in the order of time
   * @param streams of these records, by their numbers
   * @param overlaps what is dropped already, by ledger id: nothing else is dropped for it
   * @return their numbers in the file, by ledger id; of several records of one event one is counted
   *     that is not left over from former use, the one with the finest time, the first
   */
  static Map<Integer, BitSet> find(
      FactStore numbers, List<StreamInfo> streams, Map<Integer, Overlap> overlaps)
      throws IOException {
    Repeated repeated = new Repeated(streams, overlaps);
    numbers.forEach(Set.of(FactKind.NUMBERED), repeated::add);
    return repeated.found;
  }

  private void add(Fact fact) {
    Overlap overlap = overlaps.get(fact.ledger());
    if (overlap != null && fact.offset() < overlap.end()) {
      return;
    }
    long at = Math.floorDiv(fact.time(), Times.SECOND); // some exports have no more
    if (at != now) {
      now = at;
      second.clear();
    }
    Fact other = second.putIfAbsent(key(fact), fact);
    if (other == null || isSame(other, fact)) {
      return;
    }
    if (isBetter(fact, other)) {
      second.put(key(fact), fact);
      drop(other);
    } else {
      drop(fact);
    }
  }

  /** Not left over, or with a fraction of a second, which the other has cut off. */
  private static boolean isBetter(Fact fact, Fact other) {
    return fact.outcome() == other.outcome()
        ? fact.time() > other.time()
        : fact.outcome() == Outcome.ACCEPTED;
  }

  /** A record may tell of several events. */
  private static boolean isSame(Fact a, Fact b) {
    return a.ledger() == b.ledger() && a.record() == b.record();
  }

  private void drop(Fact fact) {
    if (fact.record() < Integer.MAX_VALUE) {
      found.computeIfAbsent(fact.ledger(), id -> new BitSet()).set((int) fact.record());
    }
  }

  private Key key(Fact fact) {
    StreamInfo stream = streams.get(fact.stream());
    long number = (long) fact.inDomain() << Integer.SIZE | fact.count() & 0xffff_ffffL;
    return new Key(machine(stream), stream.site(), number);
  }

  /** Logs of one format that name no machine are of one, as streams have it. */
  private static String machine(StreamInfo stream) {
    return stream.server().isEmpty() ? "#" + stream.format() : stream.server();
  }
}
