package postmortem.run;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import postmortem.analysis.Domains;
import postmortem.analysis.FactBuffer;
import postmortem.analysis.FactOrder;
import postmortem.analysis.Rates;
import postmortem.analysis.Spill;
import postmortem.analysis.Traffic;
import postmortem.event.Names;

/**
 * What all workers have handed over so far. Workers stay small, however many names there are and
 * however many workers; this is the one place that grows, up to the limits of {@link Names}.
 */
final class Collected {

  private static final int NUMBERS_OF = 8; // the memory for facts

  final Names names = new Names();
  final Traffic traffic = new Traffic();
  final Domains domains = new Domains();
  final Rates rates = new Rates();
  final FactBuffer facts;
  final FactBuffer numbers; // of the records of event logs
  final @Nullable RowStore rows; // null where nobody asks for them

  /**
   * @param rowBytes memory for rows before they are written; 0 where nobody asks for them
   */
  Collected(Spill spill, int factBytes, long rowBytes) {
    rows = rowBytes == 0 ? null : new RowStore(spill, rowBytes);
    facts = new FactBuffer(FactOrder.TIME, spill, factBytes);
    numbers = new FactBuffer(FactOrder.TIME, spill, factBytes / NUMBERS_OF);
  }

  /** Takes over all that a worker has collected; its tallies are unusable afterwards. */
  synchronized void take(
      Names theirs,
      Traffic itsTraffic,
      Domains itsDomains,
      Rates itsRates,
      FactBuffer itsFacts,
      FactBuffer itsNumbers)
      throws IOException {
    Names.Renaming ids = names.absorb(theirs);
    traffic.merge(itsTraffic, ids);
    domains.merge(itsDomains, ids);
    rates.merge(itsRates, ids);
    itsFacts.moveTo(facts, ids);
    itsNumbers.moveTo(numbers, ids);
  }

  /** All of it is to be collected anew. */
  synchronized void discardRows() throws IOException {
    if (rows != null) {
      rows.clear();
    }
  }
}
