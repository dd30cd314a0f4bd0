package postmortem.analysis;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import postmortem.event.Direction;
import postmortem.event.Event;
import postmortem.event.Names;
import postmortem.event.Outcome;
import postmortem.event.Times;

/** What each source did to us, in figures: one row of numbers for each address that came in. */
public final class Traffic implements Tally<Traffic> {

  /** The figures of a row. */
  public enum Figure {
    SESSIONS,
    /** Sessions in which no mail was begun. */
    EMPTY_SESSIONS,
    /** Messages that we took, not with the null sender. */
    MESSAGES,
    /** Accepted recipients of these. */
    RECIPIENTS,
    REFUSED_RECIPIENTS,
    NULL_SENDERS,
    AUTH_ACCEPTED,
    AUTH_REJECTED
  }

  private static final int FIGURES = Figure.values().length;
  private static final int FIRST = FIGURES; // minutes since 1970, plus one: 0 is never
  private static final int LAST = FIGURES + 1;
  private static final int WIDTH = FIGURES + 2;

  private final CountRows rows = new CountRows(WIDTH);

  @Override
  public void add(Event event) {
    switch (event.kind()) {
      case SESSION -> add((Event.Session) event);
      case MESSAGE -> add((Event.Message) event);
      case RECIPIENT -> add((Event.Recipient) event);
      case AUTH_ATTEMPT -> add((Event.AuthAttempt) event);
      case CONNECTION, DELIVERY, DSN, LOGON, ACCOUNT_CHANGE, AUDIT, ALERT -> {
        // not about what a mail client did
      }
    }
  }

  private void add(Event.Session s) {
    if (s.peer().direction() == Direction.IN) {
      count(s.peer().address(), Figure.SESSIONS, 1, s.time());
      if (s.messages() == 0) {
        count(s.peer().address(), Figure.EMPTY_SESSIONS, 1, s.end());
      }
    }
  }

  private void add(Event.Message m) {
    if (m.peer().direction() == Direction.IN && m.outcome() == Outcome.ACCEPTED) {
      if (m.nullSender()) {
        count(m.peer().address(), Figure.NULL_SENDERS, 1, m.time());
      } else {
        count(m.peer().address(), Figure.MESSAGES, 1, m.time());
        count(m.peer().address(), Figure.RECIPIENTS, m.accepted(), m.time());
      }
    }
  }

  private void add(Event.Recipient r) {
    if (r.peer().direction() == Direction.IN && r.outcome() == Outcome.REJECTED) {
      count(r.peer().address(), Figure.REFUSED_RECIPIENTS, 1, r.time());
    }
  }

  private void add(Event.AuthAttempt a) {
    if (a.outcome() == Outcome.ACCEPTED) {
      count(a.peer().address(), Figure.AUTH_ACCEPTED, a.count(), a.time());
    } else if (a.outcome() == Outcome.REJECTED) {
      count(a.peer().address(), Figure.AUTH_REJECTED, a.count(), a.time());
    }
  }

  /** Forgets all AUTH attempts, to be counted by facts. */
  public void forgetAttempts() {
    rows.clearColumn(Figure.AUTH_ACCEPTED.ordinal());
    rows.clearColumn(Figure.AUTH_REJECTED.ordinal());
  }

  /** Counts an attempt, or a logon at a mail service as the attempt that it is. */
  public void count(Fact attempt) {
    if (attempt.outcome() == Outcome.ACCEPTED) {
      count(attempt.source(), Figure.AUTH_ACCEPTED, attempt.count(), attempt.time());
    } else if (attempt.outcome() == Outcome.REJECTED) {
      count(attempt.source(), Figure.AUTH_REJECTED, attempt.count(), attempt.time());
    }
  }

  private void count(int source, Figure figure, int by, long time) {
    rows.add(source, figure.ordinal(), by);
    int minute = (int) Math.floorDiv(time, Times.MINUTE) + 1;
    span(source, minute, minute);
  }

  private void span(int source, int first, int last) {
    int[] row = rows.make(source);
    int at = rows.at(source);
    row[at + FIRST] = row[at + FIRST] == 0 ? first : Math.min(row[at + FIRST], first);
    row[at + LAST] = row[at + LAST] == 0 ? last : Math.max(row[at + LAST], last);
  }

  @Override
  public void merge(Traffic other, Names.Renaming ids) {
    for (int id = 0; id < other.rows.ids(); id++) {
      int first = other.rows.get(id, FIRST);
      if (first != 0) {
        int to = ids.address(id);
        for (int f = 0; f < FIGURES; f++) {
          rows.add(to, f, other.rows.get(id, f));
        }
        span(to, first, other.rows.get(id, LAST));
      }
    }
    other.rows.clear();
  }

  /** A figure of one source; 0 for a source that never came. */
  public int figure(int source, Figure figure) {
    return rows.get(source, figure.ordinal());
  }

  /**
   * The minute in which the source was first seen, since 1970; less than 0 for one that never came.
   */
  public int firstMinute(int source) {
    return rows.get(source, FIRST) - 1;
  }

  /** The minute in which it was last seen. */
  public int lastMinute(int source) {
    return rows.get(source, LAST) - 1;
  }

  /** One more than the largest source id that may have a row. */
  public int sources() {
    return rows.ids();
  }

  @Override
  public void write(DataOutput out) throws IOException {
    rows.write(id -> rows.get(id, FIRST) != 0, out);
  }

  /** Reads what {@link #write} wrote. */
  public static Traffic read(DataInput in) throws IOException {
    Traffic traffic = new Traffic();
    traffic.rows.read(in);
    return traffic;
  }
}
