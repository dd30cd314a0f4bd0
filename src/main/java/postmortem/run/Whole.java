package postmortem.run;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import postmortem.analysis.Accounts;
import postmortem.analysis.Attribution;
import postmortem.analysis.Context;
import postmortem.analysis.Coverage;
import postmortem.analysis.Domains;
import postmortem.analysis.FactKind;
import postmortem.analysis.FactStore;
import postmortem.analysis.HandedOn;
import postmortem.analysis.LocalDomains;
import postmortem.analysis.Rates;
import postmortem.analysis.Silence;
import postmortem.analysis.Spill;
import postmortem.analysis.StreamInfo;
import postmortem.analysis.Traffic;
import postmortem.analysis.clock.Clocks;
import postmortem.analysis.clock.Correction;
import postmortem.analysis.join.Join;
import postmortem.event.Names;
import postmortem.event.Times;

/**
 * All that the workers collected, under the names of the whole, and what detectors are to know.
 *
 * @param clocks by which the facts were set right
 */
record Whole(Context context, FactStore facts, Clocks clocks) {

  static Whole of(Reading.Result read, RunSettings settings, Spill spill) throws IOException {
    Collected collected = read.collected();
    Names.Union union = Names.union(List.of(collected.names));
    Names.Renaming ids = union.renamings().get(0);
    Traffic traffic = new Traffic();
    traffic.merge(collected.traffic, ids);
    Domains domains = new Domains();
    domains.merge(collected.domains, ids);
    Rates rates = new Rates();
    rates.merge(collected.rates, ids);
    Accounts accounts = new Accounts(union.names());
    FactStore facts = new FactStore(spill, settings.factBytes());
    facts.add(collected.facts.finish(), ids, accounts);
    List<StreamInfo> streams = read.plan().streams();
    List<Silence> silences = rates.silences(streams);
    boolean joins = read.plan().joins();
    Clocks clocks = joins ? Clocks.of(streams, local(read, settings), facts) : Clocks.NONE;
    if (joins) {
      facts = setRight(clocks, facts, rates);
      facts = Join.join(facts, streams, clocks.adrift(), clocks.spread());
      learn(facts, traffic, rates);
    }
    Context context =
        new Context(
            union.names(),
            accounts,
            settings.detectors(),
            streams,
            traffic,
            domains,
            rates,
            new LocalDomains(domains, union.names(), settings.detectors()),
            coverage(read, clocks, rates),
            silences.stream().map(s -> setRight(s, clocks)).toList(),
            new HandedOn(streams, rates));
    context.handedOn().correct(context, facts);
    return new Whole(context, facts, clocks);
  }

  /** What is to be said about clocks; empty where there is but one. */
  List<Correction> corrections() {
    return clocks.corrections();
  }

  private static FactStore setRight(Clocks clocks, FactStore facts, Rates rates)
      throws IOException {
    if (clocks.agree()) {
      return facts;
    }
    rates.shift(
        (stream, hour) -> Times.hour(clocks.correct(stream, hour * Times.HOUR + Times.HOUR / 2)));
    return facts.rewritten(clocks);
  }

  private static Silence setRight(Silence s, Clocks clocks) {
    return new Silence(
        s.stream(),
        clocks.correct(s.stream(), s.from()),
        clocks.correct(s.stream(), s.to()),
        s.expected(),
        s.chance(),
        s.records());
  }

  /** What only the join knows belongs into the counts, too. */
  private static void learn(FactStore facts, Traffic traffic, Rates rates) throws IOException {
    facts.forEach(
        EnumSet.of(FactKind.ATTEMPT, FactKind.LOGON),
        fact -> {
          if (fact.attribution() == Attribution.ATTRIBUTED) {
            traffic.learn(fact);
          }
          if (fact.attribution() != Attribution.LOGGED) {
            rates.learn(fact);
          }
        });
  }

  /**
   * The streams that keep the time of a zone that nobody told: where somebody told it of one file,
   * the clocks of the stream's files differ, and none is looked for.
   */
  private static Set<Integer> local(Reading.Result read, RunSettings settings) {
    Set<Integer> local = new TreeSet<>();
    Set<Integer> told = new TreeSet<>();
    read.results()
        .forEach(
            (file, pieces) -> {
              String path = read.tree().files().get(file).path();
              Set<Integer> streams = PathRule.last(settings.zones(), path) == null ? local : told;
              pieces.forEach(piece -> streams.addAll(piece.local()));
            });
    local.removeAll(told);
    return local;
  }

  private static Coverage coverage(Reading.Result read, Clocks clocks, Rates rates) {
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (List<Piece> task : read.plan().tasks()) {
      for (Piece piece : task) {
        for (PieceResult result : read.results().getOrDefault(piece.file().id(), List.of())) {
          if (result.first() <= result.last()) {
            first = Math.min(first, clocks.correct(piece.stream(), result.first()));
            last = Math.max(last, clocks.correct(piece.stream(), result.last()));
          }
        }
      }
    }
    return new Coverage(rates, read.plan().streams(), first, last);
  }
}
