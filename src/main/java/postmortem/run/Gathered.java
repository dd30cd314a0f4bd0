package postmortem.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import postmortem.analysis.Accounts;
import postmortem.analysis.Domains;
import postmortem.analysis.FactStore;
import postmortem.analysis.Rates;
import postmortem.analysis.Spill;
import postmortem.analysis.StreamInfo;
import postmortem.analysis.Traffic;
import postmortem.event.Names;

/**
 * What was gathered from all evidence, under the names of the whole, before anything is judged: all
 * that findings are made of. To be judged once, for what is learned then is counted here.
 *
 * @param joins is any log to be joined with others?
 * @param local streams that keep the time of a zone that nobody told
 * @param spans which time each piece tells of, by the clock of its stream
 * @param dropped records that were not counted, because they stand in the evidence twice
 * @param names of all that follows
 * @param facts with accounts under their names in all logs, times as logged
 */
record Gathered(
    List<StreamInfo> streams,
    boolean joins,
    SortedSet<Integer> local,
    List<Span> spans,
    List<PieceResult.Dropped> dropped,
    Names names,
    Traffic traffic,
    Domains domains,
    Rates rates,
    FactStore facts) {

  /**
   * From the first record to the last, in nanoseconds since 1970 UTC.
   *
   * @param stream that the piece is of
   */
  record Span(int stream, long first, long last) {}

  Gathered {
    streams = List.copyOf(streams);
    spans = List.copyOf(spans);
    dropped = List.copyOf(dropped);
  }

  /** Puts together what the workers collected, which is used up. */
  static Gathered of(Reading.Result read, RunSettings settings, Spill spill) {
    Collected collected = read.collected();
    Names.Union union = Names.union(List.of(collected.names));
    Names.Renaming ids = union.renamings().get(0);
    Traffic traffic = new Traffic();
    traffic.merge(collected.traffic, ids);
    Domains domains = new Domains();
    domains.merge(collected.domains, ids);
    Rates rates = new Rates();
    rates.merge(collected.rates, ids);
    FactStore facts = new FactStore(spill, settings.factBytes());
    facts.add(collected.facts.finish(), ids, new Accounts(union.names()));
    return new Gathered(
        read.plan().streams(),
        read.plan().joins(),
        local(read, settings),
        spans(read),
        dropped(read),
        union.names(),
        traffic,
        domains,
        rates,
        facts);
  }

  /** Where somebody told the zone of one file, the clocks of the stream's files differ. */
  private static SortedSet<Integer> local(Reading.Result read, RunSettings settings) {
    SortedSet<Integer> local = new TreeSet<>();
    SortedSet<Integer> told = new TreeSet<>();
    read.results()
        .forEach(
            (file, pieces) -> {
              String path = read.tree().files().get(file).path();
              SortedSet<Integer> streams =
                  PathRule.last(settings.zones(), path) == null ? local : told;
              pieces.forEach(piece -> streams.addAll(piece.local()));
            });
    local.removeAll(told);
    return local;
  }

  private static List<Span> spans(Reading.Result read) {
    Map<Integer, Integer> streams = new HashMap<>(); // by ledger id
    for (List<Piece> task : read.plan().tasks()) {
      task.forEach(piece -> streams.put(piece.file().id(), piece.stream()));
    }
    List<Span> spans = new ArrayList<>();
    read.results()
        .forEach(
            (file, pieces) -> {
              Integer stream = streams.get(file);
              for (PieceResult piece : pieces) {
                if (stream != null && piece.first() <= piece.last()) {
                  spans.add(new Span(stream, piece.first(), piece.last()));
                }
              }
            });
    return spans;
  }

  private static List<PieceResult.Dropped> dropped(Reading.Result read) {
    return read.results().values().stream()
        .flatMap(List::stream)
        .flatMap(result -> Stream.of(result.dropped(), result.repeated()))
        .filter(Objects::nonNull)
        .toList();
  }
}
