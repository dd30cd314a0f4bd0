package postmortem.run;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import postmortem.analysis.Accounts;
import postmortem.analysis.Attribution;
import postmortem.analysis.Context;
import postmortem.analysis.Coverage;
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
 * What was gathered, with clocks set right and logs joined, and what detectors are to know of it.
 *
 * @param clocks by which the facts were set right
 * @param dropped records that were not counted, because they stand in the evidence twice
 */
record Whole(Context context, FactStore facts, Clocks clocks, List<PieceResult.Dropped> dropped) {

  static Whole of(Gathered gathered, RunSettings settings, Spill spill) throws IOException {
    List<StreamInfo> streams = gathered.streams();
    Rates rates = gathered.rates();
    FactStore facts = gathered.facts();
    List<Silence> silences = rates.silences(streams);
    Clocks clocks = gathered.joins() ? Clocks.of(streams, gathered.local(), facts) : Clocks.NONE;
    if (gathered.joins()) {
      facts = setRight(clocks, facts, rates);
      facts = Join.join(facts, streams, clocks.adrift(), clocks.spread());
      recount(facts, gathered.traffic(), rates);
    }
    Names names = gathered.names();
    Context context =
        new Context(
            names,
            new Accounts(names),
            settings.detectors(),
            streams,
            gathered.traffic(),
            gathered.domains(),
            rates,
            new LocalDomains(gathered.domains(), names, settings.detectors()),
            coverage(gathered, clocks),
            silences.stream().map(s -> setRight(s, clocks)).toList(),
            new HandedOn(streams, rates));
    context.handedOn().correct(context, facts);
    return new Whole(context, facts, clocks, gathered.dropped());
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

  /** Which attempts there were, and of whom, only the join knows. */
  private static void recount(FactStore facts, Traffic traffic, Rates rates) throws IOException {
    traffic.forgetAttempts();
    rates.forgetAttempts();
    facts.forEach(
        EnumSet.of(FactKind.ATTEMPT, FactKind.LOGON),
        fact -> {
          if (fact.kind() == FactKind.ATTEMPT || fact.attribution() != Attribution.LOGGED) {
            traffic.count(fact);
            rates.count(fact);
          }
        });
  }

  private static Coverage coverage(Gathered gathered, Clocks clocks) {
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (Gathered.Span span : gathered.spans()) {
      first = Math.min(first, clocks.correct(span.stream(), span.first()));
      last = Math.max(last, clocks.correct(span.stream(), span.last()));
    }
    return new Coverage(gathered.rates(), gathered.streams(), first, last);
  }
}
