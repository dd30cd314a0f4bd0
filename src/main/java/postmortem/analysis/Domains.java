package postmortem.analysis;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import postmortem.event.Direction;
import postmortem.event.Event;
import postmortem.event.Names;
import postmortem.event.Outcome;
import postmortem.event.Reason;
import postmortem.event.TextSpace;
import postmortem.event.Times;

/**
 * How each recipient domain was served, from which one can tell the domains that are ours.
 *
 * <p>Different networks and hours are counted in 64-bit maps, which merge: good enough to tell
 * three from thirty.
 */
public final class Domains implements Tally<Domains> {

  private static final int ACCEPTED = 0; // recipients that we took from outside
  private static final int REFUSED = 1;
  private static final int SENT = 2; // recipients that we offered to a remote server
  private static final int RELAY_DENIED = 3; // of those refused: because we do not relay
  private static final int UNKNOWN = 4; // of those refused: because nobody has that name
  private static final int NETWORKS = 5; // maps of 64 bits, as two numbers each
  private static final int HOURS = 7;
  private static final int WIDTH = 9;

  private final CountRows rows = new CountRows(WIDTH);

  @Override
  public void add(Event event) {
    if (event instanceof Event.Recipient r) {
      if (r.domain() != 0 && r.peer().direction() == Direction.IN) {
        add(r);
      }
    } else if (event instanceof Event.Delivery d
        && d.domain() != 0
        && d.peer().direction() == Direction.OUT) {
      rows.add(d.domain(), SENT, 1);
    }
  }

  private void add(Event.Recipient r) {
    int domain = r.domain();
    if (r.outcome() == Outcome.ACCEPTED) {
      rows.add(domain, ACCEPTED, 1);
      if (r.account() == 0) {
        mark(domain, NETWORKS, r.peer().network());
      }
      mark(domain, HOURS, Times.hour(r.time()) & 63);
    } else if (r.outcome() == Outcome.REJECTED) {
      rows.add(domain, REFUSED, 1);
      if (r.reason() == Reason.RELAY_DENIED) {
        rows.add(domain, RELAY_DENIED, 1);
      } else if (r.reason() == Reason.UNKNOWN_RECIPIENT) {
        rows.add(domain, UNKNOWN, 1);
      }
    }
  }

  private void mark(int domain, int map, int bit) {
    rows.make(domain)[rows.at(domain) + map + (bit >>> 5)] |= 1 << bit;
  }

  @Override
  public void merge(Domains other, Names.Renaming ids) {
    for (int id = 0; id < other.domains(); id++) {
      if (other.isKnown(id)) {
        int to = ids.text(TextSpace.DOMAIN, id);
        for (int c = ACCEPTED; c < NETWORKS; c++) {
          rows.add(to, c, other.rows.get(id, c));
        }
        int[] row = rows.make(to);
        for (int c = NETWORKS; c < WIDTH; c++) {
          row[rows.at(to) + c] |= other.rows.get(id, c);
        }
      }
    }
    other.rows.clear();
  }

  private boolean isKnown(int domain) {
    return (rows.get(domain, ACCEPTED) | rows.get(domain, REFUSED) | rows.get(domain, SENT)) != 0;
  }

  /** One more than the largest domain id that may have a row. */
  public int domains() {
    return rows.ids();
  }

  private int marks(int domain, int map) {
    return Integer.bitCount(rows.get(domain, map)) + Integer.bitCount(rows.get(domain, map + 1));
  }

  /** Recipients in this domain that we accepted from clients. */
  public long accepted(int domain) {
    return rows.get(domain, ACCEPTED);
  }

  /** Recipients in this domain that we refused for good. */
  public long refused(int domain) {
    return rows.get(domain, REFUSED);
  }

  /** Of these: because we do not relay to it, so far as the log says why. */
  long relayDenied(int domain) {
    return rows.get(domain, RELAY_DENIED);
  }

  /** Of these: because nobody in it has that name, so far as the log says why. */
  long unknownNames(int domain) {
    return rows.get(domain, UNKNOWN);
  }

  /** Recipients in this domain that we offered to remote servers. */
  public long sent(int domain) {
    return rows.get(domain, SENT);
  }

  /**
   * About how many networks of clients without AUTH we accepted recipients in this domain from: 0
   * to 64.
   */
  int networks(int domain) {
    return marks(domain, NETWORKS);
  }

  /** In how many hours of 64 that follow each other we accepted any: 0 to 64. */
  int hours(int domain) {
    return marks(domain, HOURS);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    rows.write(this::isKnown, out);
  }

  /** Reads what {@link #write} wrote. */
  public static Domains read(DataInput in) throws IOException {
    Domains domains = new Domains();
    domains.rows.read(in);
    return domains;
  }
}
