package postmortem.analysis;

import it.unimi.dsi.fastutil.longs.Long2LongMap;
import it.unimi.dsi.fastutil.longs.Long2LongOpenHashMap;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import postmortem.event.Direction;
import postmortem.event.Event;
import postmortem.event.Names;
import postmortem.event.Outcome;
import postmortem.event.Reason;
import postmortem.event.Times;

/** How often things happened, by stream and hour: the long series of a report. */
public final class Rates implements Tally<Rates> {

  /** What is counted. */
  public enum Series {
    RECORDS("records"),
    AUTH_ACCEPTED("auth.accepted"),
    AUTH_REJECTED("auth.rejected"),
    EMPTY_SESSIONS("sessions.without-mail"),
    MESSAGES_IN("messages.in"),
    RECIPIENTS_IN("recipients.in"),
    RECIPIENTS_REFUSED("recipients.refused"),
    NULL_SENDER_IN("ndr.received"),
    DSN_SENT("ndr.sent"),
    DELIVERIES("deliveries"),
    REMOTE_REFUSALS("ndr.remote-refusals"),
    REPUTATION_REFUSALS("reputation.refusals");

    private final String id;

    Series(String id) {
      this.id = id;
    }

    /** The name in reports. */
    public String id() {
      return id;
    }
  }

  private final Long2LongOpenHashMap counts = new Long2LongOpenHashMap();

  private final Long2LongOpenHashMap minutes = new Long2LongOpenHashMap(); // with a record

  /**
   * Notes in which minutes of an hour a stream has a record.
   *
   * @param mask bit n for minute n
   */
  public void minutes(int stream, int hour, long mask) {
    long key = key(Series.RECORDS, stream, hour);
    minutes.put(key, minutes.get(key) | mask);
  }

  /** The minutes of an hour in which a stream has a record, by its own clock. */
  long minutes(int stream, int hour) {
    return minutes.get(key(Series.RECORDS, stream, hour));
  }

  private static long key(Series series, int stream, int hour) {
    return ((long) series.ordinal() << 56) | ((long) stream << 32) | (hour & 0xffffffffL);
  }

  /** Counts by hand: for what is no event, such as records. */
  public void count(Series series, int stream, int hour, long by) {
    long key = key(series, stream, hour);
    if (counts.addTo(key, by) + by == 0) {
      counts.remove(key); // a series that is all zeros is not shown
    }
  }

  @Override
  public void add(Event event) {
    switch (event.kind()) {
      case AUTH_ATTEMPT -> {
        Event.AuthAttempt a = (Event.AuthAttempt) event;
        if (a.outcome() == Outcome.ACCEPTED) {
          count(event, Series.AUTH_ACCEPTED, a.count());
        } else if (a.outcome() == Outcome.REJECTED) {
          count(event, Series.AUTH_REJECTED, a.count());
        }
      }
      case SESSION -> {
        Event.Session s = (Event.Session) event;
        if (s.peer().direction() == Direction.IN && s.messages() == 0) {
          count(event, Series.EMPTY_SESSIONS, 1);
        }
      }
      case MESSAGE -> add((Event.Message) event);
      case RECIPIENT -> {
        Event.Recipient r = (Event.Recipient) event;
        if (r.peer().direction() == Direction.IN && r.outcome() == Outcome.REJECTED) {
          count(event, Series.RECIPIENTS_REFUSED, 1);
        }
      }
      case DELIVERY -> add((Event.Delivery) event);
      case DSN -> count(event, Series.DSN_SENT, 1);
      case CONNECTION, LOGON, ACCOUNT_CHANGE, AUDIT, ALERT -> {
        // no series of their own yet
      }
    }
  }

  /** Forgets all AUTH attempts, to be counted by facts. */
  public void forgetAttempts() {
    counts.keySet().removeIf(key -> isOfAttempts((int) (key >>> 56)));
  }

  private static boolean isOfAttempts(int series) {
    return series == Series.AUTH_ACCEPTED.ordinal() || series == Series.AUTH_REJECTED.ordinal();
  }

  /** Counts an attempt, or a logon at a mail service as the attempt that it is. */
  public void count(Fact attempt) {
    if (attempt.outcome() == Outcome.ACCEPTED || attempt.outcome() == Outcome.REJECTED) {
      Series series =
          attempt.outcome() == Outcome.ACCEPTED ? Series.AUTH_ACCEPTED : Series.AUTH_REJECTED;
      count(series, attempt.stream(), Times.hour(attempt.time()), Math.max(1, attempt.count()));
    }
  }

  private void add(Event.Message m) {
    if (m.peer().direction() == Direction.IN) {
      if (m.nullSender()) {
        count(m, Series.NULL_SENDER_IN, 1);
      } else if (m.outcome() == Outcome.ACCEPTED) {
        count(m, Series.MESSAGES_IN, 1);
        count(m, Series.RECIPIENTS_IN, m.accepted());
      }
    }
  }

  private void add(Event.Delivery d) {
    if (d.nullSender()) {
      count(d, Series.DSN_SENT, 1);
      return;
    }
    count(d, Series.DELIVERIES, 1);
    if (d.outcome() == Outcome.REJECTED) {
      count(d, Series.REMOTE_REFUSALS, 1);
    }
    if (d.reason() == Reason.REPUTATION) {
      count(d, Series.REPUTATION_REFUSALS, 1);
    }
  }

  private void count(Event event, Series series, long by) {
    count(series, event.origin().stream(), Times.hour(event.time()), by);
  }

  @Override
  public void merge(Rates other, Names.Renaming ids) {
    for (Long2LongMap.Entry e : other.counts.long2LongEntrySet()) {
      counts.addTo(e.getLongKey(), e.getLongValue());
    }
    other.counts.clear();
    for (Long2LongMap.Entry e : other.minutes.long2LongEntrySet()) {
      minutes.put(e.getLongKey(), minutes.get(e.getLongKey()) | e.getLongValue());
    }
    other.minutes.clear();
  }

  /**
   * Where streams are silent against their rhythm, in the order of streams and times, by their own
   * clocks.
   */
  public List<Silence> silences(List<StreamInfo> streams) {
    return streams.stream().flatMap(s -> Silences.of(this, s.id()).stream()).toList();
  }

  /** Moves the counts of all hours to where they belong when clocks are set right. */
  public void shift(HourShift shift) {
    long[] keys = counts.keySet().toLongArray();
    Arrays.sort(keys);
    Long2LongOpenHashMap moved = new Long2LongOpenHashMap();
    for (long key : keys) {
      int hour = (int) key;
      int right = shift.right((int) (key >>> 32) & 0xff_ffff, hour);
      moved.addTo(key - (hour & 0xffffffffL) + (right & 0xffffffffL), counts.get(key));
    }
    counts.clear();
    counts.putAll(moved);
  }

  /** Which hour an hour of a stream's clock is. */
  @FunctionalInterface
  public interface HourShift {
    int right(int stream, int hour);
  }

  /** The count of one series, stream and hour since 1970. */
  public long get(Series series, int stream, int hour) {
    return counts.get(key(series, stream, hour));
  }

  /** The hours since 1970 in which a stream has any count of a series, in order. */
  public int[] hours(Series series, int stream) {
    long prefix = key(series, stream, 0) >>> 32;
    int[] hours =
        counts
            .keySet()
            .longStream()
            .filter(k -> k >>> 32 == prefix)
            .mapToInt(k -> (int) k)
            .toArray();
    Arrays.sort(hours);
    return hours;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    write(counts, out);
    write(minutes, out);
  }

  /** Reads what {@link #write} wrote. */
  public static Rates read(DataInput in) throws IOException {
    Rates rates = new Rates();
    read(rates.counts, in);
    read(rates.minutes, in);
    return rates;
  }

  private static void read(Long2LongOpenHashMap map, DataInput in) throws IOException {
    for (int left = in.readInt(); left > 0; left--) {
      map.put(in.readLong(), in.readLong());
    }
  }

  private static void write(Long2LongOpenHashMap map, DataOutput out) throws IOException {
    long[] keys = map.keySet().toLongArray();
    Arrays.sort(keys);
    out.writeInt(keys.length);
    for (long key : keys) {
      out.writeLong(key);
      out.writeLong(map.get(key));
    }
  }
}
