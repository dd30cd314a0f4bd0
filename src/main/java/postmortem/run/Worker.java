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

/** What one thread collects, and hands over before it grows large. */
final class Worker implements EventSink {

  private static final int NAMES_OF_ALL = 1 << 16;
  private static final int FACTS_OF_ALL = 1 << 18;
  private static final int SELDOM = 1023; // of so many events one looks how large all is

  /** Never cleared within a record: an event is complete when it is accepted. */
  final Names names = new Names();

  private final Collected all;
  private final boolean joins;
  private final int mostNames;
  private final int mostFacts;
  private final FactBuffer facts;
  private Traffic traffic = new Traffic();
  private Domains domains = new Domains();
  private Rates rates = new Rates();
  private int events;

  /**
   * @param workers how many there are, which share the room
   * @param joins is something to be joined to sessions?
   */
  Worker(Collected all, Spill spill, int workers, boolean joins) {
    this.all = all;
    this.joins = joins;
    this.mostNames = NAMES_OF_ALL / workers;
    this.mostFacts = FACTS_OF_ALL / workers;
    this.facts = new FactBuffer(FactOrder.TIME, spill, Integer.MAX_VALUE);
  }

  @Override
  public void accept(Event event) {
    traffic.add(event);
    domains.add(event);
    rates.add(event);
    Fact fact = Facts.of(event, names);
    if (fact != null) {
      keep(fact);
    }
    if (joins && event instanceof Event.Session session) {
      Fact span = Facts.span(session);
      if (span != null) {
        keep(span);
      }
    }
    if ((++events & SELDOM) == 0 && (names.largest() > mostNames || facts.size() >= mostFacts)) {
      handOver();
    }
  }

  private void keep(Fact fact) {
    try {
      facts.add(fact);
    } catch (IOException e) {
      throw noRoom(e);
    }
  }

  private static UncheckedIOException noRoom(IOException e) {
    return new UncheckedIOException("cannot write to the temporary folder: " + e.getMessage(), e);
  }

  /**
   * Counts records of a stream in an hour since 1970.
   *
   * @param minutes in which there are some: bit n for minute n
   */
  void records(int stream, int hour, long count, long minutes) {
    rates.count(Rates.Series.RECORDS, stream, hour, count);
    rates.minutes(stream, hour, minutes);
  }

  /** Hands over all that was collected, and begins anew. */
  void handOver() {
    try {
      all.take(names, traffic, domains, rates, facts);
    } catch (IOException e) {
      throw noRoom(e);
    }
    names.clear();
    traffic = new Traffic();
    domains = new Domains();
    rates = new Rates();
  }
}
