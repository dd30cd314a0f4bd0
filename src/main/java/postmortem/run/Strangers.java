package postmortem.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import postmortem.analysis.StreamInfo;
import postmortem.parser.LogParser;
import postmortem.parser.StreamKey;

/**
 * The streams of records that are not of their file's own log, as in what a collector writes. No
 * plan knows of them before all was read once: then they have numbers behind those of the plan, in
 * the order in which they came. That tells the numbers of their records apart; all else that was
 * collected under such numbers is to be collected again.
 */
final class Strangers {

  private record Log(String format, StreamKey key) {}

  private final Plan plan;
  private final boolean first;
  private final List<StreamInfo> streams;
  private final Map<Log, Integer> found = new HashMap<>();

  /**
   * @param first is it the first reading, which is done again where it finds any?
   */
  Strangers(Plan plan, boolean first) {
    this.plan = plan;
    this.first = first;
    this.streams = new ArrayList<>(plan.streams());
  }

  /**
   * The logs that files hold besides their own, by ledger id: only a reading tells that they do.
   */
  static Map<Integer, SortedSet<StreamKey>> of(Map<Integer, List<PieceResult>> results) {
    Map<Integer, SortedSet<StreamKey>> found = new TreeMap<>();
    results.forEach(
        (file, pieces) ->
            pieces.stream()
                .filter(piece -> !piece.strangers().isEmpty())
                .forEach(
                    piece ->
                        found
                            .computeIfAbsent(file, id -> new TreeSet<>())
                            .addAll(piece.strangers())));
    return found;
  }

  /** Does the plan have a stream for another log in a file? */
  boolean isPlanned(Piece piece, StreamKey key) {
    return plan.strangers().getOrDefault(piece.file().id(), Map.of()).containsKey(key);
  }

  /** The stream of another log in a file; the file's own where it can't be told. */
  int stream(Piece piece, StreamKey key) {
    Integer planned = plan.strangers().getOrDefault(piece.file().id(), Map.of()).get(key);
    if (planned != null) {
      return planned;
    }
    return first ? add(Objects.requireNonNull(piece.what().parser()), key) : piece.stream();
  }

  private synchronized int add(LogParser parser, StreamKey key) {
    String format = parser.format().id();
    Integer id = found.putIfAbsent(new Log(format, key), streams.size());
    if (id != null) {
      return id;
    }
    boolean showsAuth = parser.format().showsAuth();
    streams.add(new StreamInfo(streams.size(), format, key.server(), key.site(), showsAuth));
    return streams.size() - 1;
  }

  /** All streams by their numbers: those of the plan, and behind them what has no stream yet. */
  synchronized List<StreamInfo> streams() {
    return List.copyOf(streams);
  }
}
