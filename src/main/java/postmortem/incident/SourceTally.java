package postmortem.incident;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import postmortem.analysis.Context;
import postmortem.analysis.Fact;
import postmortem.analysis.FactKind;
import postmortem.analysis.Traffic;
import postmortem.event.Address;
import postmortem.event.Names;
import postmortem.event.Outcome;
import postmortem.event.Slice;
import postmortem.event.TextSpace;
import postmortem.event.Times;

/** Counts what one address did within an incident, and what else came from it. */
final class SourceTally {

  private static final int FEW = 5;

  private final int id;
  private final Address address;
  private int[] helos = {}; // in order, and small: there may be a million tallies
  private long rejected;
  private long accepted;
  private long messages;
  private long recipients;
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;
  private boolean usersLogOn;
  private long otherMessages;

  SourceTally(int id, Address address) {
    this.id = id;
    this.address = address;
  }

  Address address() {
    return address;
  }

  /** Counts what belongs to the incident. */
  void add(Fact fact) {
    first = Math.min(first, fact.time());
    last = Math.max(last, fact.time());
    if (fact.helo() > Names.OTHER) {
      addHelo(fact.helo());
    }
    switch (fact.kind()) {
      case ATTEMPT, LOGON -> {
        if (fact.outcome() == Outcome.ACCEPTED) {
          accepted += fact.count();
        } else if (fact.outcome() == Outcome.REJECTED) {
          rejected += fact.count();
        }
      }
      case MESSAGE -> {
        messages++;
        recipients += fact.count();
      }
      default -> {
        // its time and its HELO name count
      }
    }
  }

  /** Keeps the smallest ids, which are the first names in order. */
  private void addHelo(int helo) {
    int at = Arrays.binarySearch(helos, helo);
    int before = -1 - at; // smaller ids than this
    if (at >= 0 || before >= FEW) {
      return;
    }
    int[] more = Arrays.copyOf(helos, Math.min(FEW, helos.length + 1));
    System.arraycopy(helos, before, more, before + 1, more.length - before - 1);
    more[before] = helo;
    helos = more;
  }

  /** Notes what others would lose by a block. */
  void addOther(Fact fact, boolean taken) {
    if (fact.kind() == FactKind.MESSAGE || fact.kind() == FactKind.NULL_SENDER) {
      otherMessages++;
    }
    usersLogOn |=
        !taken
            && fact.account() > Names.OTHER
            && fact.outcome() == Outcome.ACCEPTED
            && (fact.kind() == FactKind.ATTEMPT || fact.kind() == FactKind.LOGON);
  }

  /** Did accounts log on from here that the incident does not count as taken over? */
  boolean usersLogOn() {
    return usersLogOn;
  }

  /** Messages from here outside the incident. */
  long otherMessages() {
    return otherMessages;
  }

  long rejected() {
    return rejected;
  }

  long weight() {
    return rejected + accepted + messages + recipients;
  }

  /**
   * @param start of the incident, for an address of which only a finding speaks
   */
  Incident.SourceRow row(Context context, long start, long end) {
    long from = first;
    long to = last;
    if (first > last) {
      int minute = context.traffic().firstMinute(id);
      boolean counted = minute >= 0;
      from = counted ? minute * Times.MINUTE : start;
      to = counted ? context.traffic().lastMinute(id) * Times.MINUTE : end;
    }
    return new Incident.SourceRow(
        address,
        Math.max(context.traffic().figure(id, Traffic.Figure.SESSIONS), 0),
        rejected,
        accepted,
        messages,
        recipients,
        from,
        to,
        helo(context));
  }

  private List<String> helo(Context context) {
    TreeSet<String> out = new TreeSet<>();
    for (int helo : helos) {
      Slice text = context.names().text(TextSpace.HELO, helo);
      if (text != null) {
        out.add(text.toString());
      }
    }
    return new ArrayList<>(out);
  }
}
