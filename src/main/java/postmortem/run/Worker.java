package postmortem.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
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
import postmortem.event.flat.FlatRow;
import postmortem.event.flat.Flattening;

/** What one thread collects, and hands over before it grows large. */
final class Worker implements EventSink {

  private static final int NAMES_OF_ALL = 1 << 16;
  private static final int NAMES_OF_ROWS = 1 << 13; // so few that no table drops any before
  private static final int FACTS_OF_ALL = 1 << 18;
  private static final int SELDOM = 1023; // of so many events one looks how large all is

  /** Never cleared within a record: an event is complete when it is accepted. */
  final Names names = new Names();

  private final Collected all;
  private final boolean joins;
  private final int mostNames;
  private final int mostFacts;
  private final FactBuffer facts;
  private final FactBuffer numbers;
  private final @Nullable RowBuffer rows;
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
    this.rows = all.rows == null ? null : all.rows.newBuffer(workers);
    this.mostNames = rows == null ? NAMES_OF_ALL / workers : NAMES_OF_ROWS;
    this.mostFacts = FACTS_OF_ALL / workers;
    this.facts = new FactBuffer(FactOrder.TIME, spill, Integer.MAX_VALUE);
    this.numbers = new FactBuffer(FactOrder.TIME, spill, Integer.MAX_VALUE);
  }

  @Override
  public void accept(Event event) {
    traffic.add(event);
    domains.add(event);
    rates.add(event);
    if (rows != null) {
      keep(Flattening.of(event, names), rows);
    }
    Fact fact = Facts.of(event, names);
    if (fact != null) {
      keep(fact, facts);
    }
    if (joins && event instanceof Event.Session session) {
      Fact span = Facts.span(session);
      if (span != null) {
        keep(span, facts);
      }
    }
    if ((++events & SELDOM) == 0
        && (names.largest() > mostNames || facts.size() + numbers.size() >= mostFacts)) {
      handOver();
    }
  }

  /** The event that comes next stands in a record to which its log gave this number. */
  void numbered(Event event, long number) {
    keep(Facts.numbered(event, number), numbers);
  }

  private static void keep(Fact fact, FactBuffer kept) {
    try {
      kept.add(fact);
    } catch (IOException e) {
      throw noRoom(e);
    }
  }

  private static void keep(FlatRow row, RowBuffer rows) {
    try {
      rows.add(row);
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

  /** Hands over all that is left. */
  void finish() {
    handOver();
    try {
      if (rows != null) {
        rows.flush();
      }
    } catch (IOException e) {
      throw noRoom(e);
    }
  }

  /** Hands over what was collected, but for rows, which have no names, and begins anew. */
  void handOver() {
    try {
      all.take(names, traffic, domains, rates, facts, numbers);
    } catch (IOException e) {
      throw noRoom(e);
    }
    names.clear();
    traffic = new Traffic();
    domains = new Domains();
    rates = new Rates();
  }
}
