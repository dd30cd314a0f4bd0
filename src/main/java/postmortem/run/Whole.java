package postmortem.run;

import java.io.IOException;
import java.util.List;
import postmortem.analysis.Accounts;
import postmortem.analysis.Context;
import postmortem.analysis.Coverage;
import postmortem.analysis.Domains;
import postmortem.analysis.FactStore;
import postmortem.analysis.HandedOn;
import postmortem.analysis.LocalDomains;
import postmortem.analysis.Rates;
import postmortem.analysis.Spill;
import postmortem.analysis.Traffic;
import postmortem.event.Names;

/** All that the workers collected, under the names of the whole, and what detectors are to know. */
record Whole(Context context, FactStore facts) {

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
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (List<PieceResult> results : read.results().values()) {
      for (PieceResult result : results) {
        first = Math.min(first, result.first());
        last = Math.max(last, result.last());
      }
    }
    Context context =
        new Context(
            union.names(),
            accounts,
            settings.detectors(),
            read.plan().streams(),
            traffic,
            domains,
            rates,
            new LocalDomains(domains, union.names(), settings.detectors()),
            new Coverage(rates, read.plan().streams(), first, last),
            new HandedOn(read.plan().streams(), rates));
    context.handedOn().correct(context, facts);
    return new Whole(context, facts);
  }
}
