package postmortem.analysis;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.io.IOException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import postmortem.event.Times;

/**
 * Tells null-sender mail that one machine of ours hands to another from reports that are made here,
 * or that come in: a gateway that passes a report on to the mailbox server makes none, and the
 * mailbox server that gets it has not received another one.
 *
 * <p>Handed on is what goes to an address of ours for a domain of ours from a server that had
 * null-sender mail come in within the last day; and what comes from an address of ours to a server
 * while another one was sending such mail. Where only one of the two has logs, it is counted there.
 */
public final class HandedOn {

  private static final Set<FactKind> KINDS = EnumSet.of(FactKind.NULL_SENDER, FactKind.DSN_SENT);

  /** Hours that a report may wait in a queue before it is handed on. */
  private static final int WAIT = 24;

  private final int[] server; // by stream
  private final LongOpenHashSet received = new LongOpenHashSet(); // server and hour
  private final LongOpenHashSet sent = new LongOpenHashSet();
  private final int servers;

  /** Knows which server saw null-sender mail in which hours; to be made of uncorrected rates. */
  public HandedOn(List<StreamInfo> streams, Rates rates) {
    this.server = new int[streams.size()];
    Map<String, Integer> numbers = new HashMap<>();
    for (StreamInfo stream : streams) {
      int number = numbers.computeIfAbsent(stream.machine(), m -> numbers.size());
      server[stream.id()] = number;
      for (int hour : rates.hours(Rates.Series.NULL_SENDER_IN, stream.id())) {
        received.add(key(number, hour));
      }
      for (int hour : rates.hours(Rates.Series.DSN_SENT, stream.id())) {
        sent.add(key(number, hour));
      }
    }
    this.servers = numbers.size();
  }

  private static long key(int server, int hour) {
    return (long) server << 32 | hour & 0xffffffffL;
  }

  /** Takes what was only handed on out of the rates. */
  public void correct(Context context, FactStore facts) throws IOException {
    if (sent.isEmpty() || received.isEmpty()) {
      return;
    }
    facts.forEach(
        KINDS,
        fact -> {
          if (is(fact, context)) {
            Rates.Series series =
                fact.kind() == FactKind.DSN_SENT
                    ? Rates.Series.DSN_SENT
                    : Rates.Series.NULL_SENDER_IN;
            context.rates().count(series, fact.stream(), Times.hour(fact.time()), -1);
          }
        });
  }

  /** Was this null-sender mail only handed from one machine of ours to another? */
  public boolean is(Fact fact, Context context) {
    int own = server[fact.stream()];
    int hour = Times.hour(fact.time());
    return switch (fact.kind()) {
      case DSN_SENT -> toUs(fact, context) && any(received, own, hour - WAIT, hour);
      case NULL_SENDER -> context.inside(fact.source()) && sentByAnother(own, hour);
      default -> false;
    };
  }

  private boolean toUs(Fact fact, Context context) {
    return context.local().isLocal(fact.domain())
        || context.inside(fact.source()) && !context.local().isForeign(fact.domain());
  }

  /** Clocks differ, and hours have ends: the hours beside it count, too. */
  private boolean sentByAnother(int own, int hour) {
    for (int other = 0; other < servers; other++) {
      if (other != own && any(sent, other, hour - 1, hour + 1)) {
        return true;
      }
    }
    return false;
  }

  private static boolean any(LongOpenHashSet hours, int server, int from, int to) {
    for (int hour = from; hour <= to; hour++) {
      if (hours.contains(key(server, hour))) {
        return true;
      }
    }
    return false;
  }
}
