package postmortem.analysis;

import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
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
  private static final int NETWORKS = 5;
  private static final int HOURS = 6;
  private static final int WIDTH = 7;

  private long[] rows = new long[WIDTH << 8];

  @Override
  public void add(Event event) {
    if (event instanceof Event.Recipient r) {
      if (r.domain() != 0 && r.peer().direction() == Direction.IN) {
        add(r);
      }
    } else if (event instanceof Event.Delivery d
        && d.domain() != 0
        && d.peer().direction() == Direction.OUT) {
      int row = row(d.domain()); // first: it may make the rows anew
      rows[row + SENT]++;
    }
  }

  private void add(Event.Recipient r) {
    int row = row(r.domain());
    if (r.outcome() == Outcome.ACCEPTED) {
      rows[row + ACCEPTED]++;
      if (r.account() == 0) {
        rows[row + NETWORKS] |= 1L << r.peer().network();
      }
      rows[row + HOURS] |= 1L << (Times.hour(r.time()) & 63);
    } else if (r.outcome() == Outcome.REJECTED) {
      rows[row + REFUSED]++;
      if (r.reason() == Reason.RELAY_DENIED) {
        rows[row + RELAY_DENIED]++;
      } else if (r.reason() == Reason.UNKNOWN_RECIPIENT) {
        rows[row + UNKNOWN]++;
      }
    }
  }

  private int row(int domain) {
    int at = domain * WIDTH;
    if (at + WIDTH > rows.length) {
      rows = Arrays.copyOf(rows, Math.max(at + WIDTH, rows.length + rows.length / 2));
    }
    return at;
  }

  @Override
  public void merge(Domains other, Names.Renaming ids) {
    for (int id = 0; id < other.domains(); id++) {
      int from = id * WIDTH;
      if ((other.rows[from + ACCEPTED] | other.rows[from + REFUSED] | other.rows[from + SENT])
          != 0) {
        int to = row(ids.text(TextSpace.DOMAIN, id));
        for (int c = ACCEPTED; c < NETWORKS; c++) {
          rows[to + c] += other.rows[from + c];
        }
        for (int c = NETWORKS; c <= HOURS; c++) {
          rows[to + c] |= other.rows[from + c];
        }
      }
    }
    other.rows = new long[0];
  }

  /** One more than the largest domain id that may have a row. */
  public int domains() {
    return rows.length / WIDTH;
  }

  private long column(int domain, int column) {
    return domain < domains() ? rows[domain * WIDTH + column] : 0;
  }

  /** Recipients in this domain that we accepted from clients. */
  public long accepted(int domain) {
    return column(domain, ACCEPTED);
  }

  /** Recipients in this domain that we refused for good. */
  public long refused(int domain) {
    return column(domain, REFUSED);
  }

  /** Of these: because we do not relay to it, so far as the log says why. */
  public long relayDenied(int domain) {
    return column(domain, RELAY_DENIED);
  }

  /** Of these: because nobody in it has that name, so far as the log says why. */
  public long unknownNames(int domain) {
    return column(domain, UNKNOWN);
  }

  /** Recipients in this domain that we offered to remote servers. */
  public long sent(int domain) {
    return column(domain, SENT);
  }

  /**
   * About how many networks of clients without AUTH we accepted recipients in this domain from: 0
   * to 64.
   */
  public int networks(int domain) {
    return Long.bitCount(column(domain, NETWORKS));
  }

  /** In how many hours of 64 that follow each other we accepted any: 0 to 64. */
  public int hours(int domain) {
    return Long.bitCount(column(domain, HOURS));
  }

  @Override
  public void write(DataOutput out) throws IOException {
    for (int id = 0; id < domains(); id++) {
      if ((accepted(id) | refused(id) | sent(id)) != 0) {
        out.writeInt(id);
        for (int c = 0; c < WIDTH; c++) {
          out.writeLong(rows[id * WIDTH + c]);
        }
      }
    }
    out.writeInt(-1);
  }
}
