package postmortem.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import postmortem.analysis.Domains;
import postmortem.analysis.Fact;
import postmortem.analysis.FactBuffer;
import postmortem.analysis.FactOrder;
import postmortem.analysis.Facts;
import postmortem.analysis.Rates;
import postmortem.analysis.Spill;
import postmortem.analysis.Traffic;
import postmortem.event.Event;
import postmortem.event.EventSink;
import postmortem.event.Names;

/** What one thread collects over all pieces that it reads. */
final class Worker implements EventSink {

  final Names names = new Names();
  final Traffic traffic = new Traffic();
  final Domains domains = new Domains();
  final Rates rates = new Rates();
  final FactBuffer facts;
  boolean sessionsOverflowed;

  Worker(Spill spill, int factBytes) {
    facts = new FactBuffer(FactOrder.TIME, spill, factBytes);
  }

  @Override
  public void accept(Event event) {
    traffic.add(event);
    domains.add(event);
    rates.add(event);
    Fact fact = Facts.of(event, names);
    if (fact != null) {
      try {
        facts.add(fact);
      } catch (IOException e) {
        throw new UncheckedIOException(
            "cannot write to the temporary folder: " + e.getMessage(), e);
      }
    }
  }
}
