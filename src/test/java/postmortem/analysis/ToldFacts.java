package postmortem.analysis;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import postmortem.event.Outcome;
import postmortem.event.Permission;
import postmortem.event.Reason;
import postmortem.event.Service;
import postmortem.event.Times;

/** Facts of several logs for tests of clocks and joins, with ids that are plain numbers. */
public final class ToldFacts {

  private final List<Fact> facts = new ArrayList<>();
  private int records;

  /** A fact; {@code count} and {@code service} mean what the kind says. */
  public ToldFacts add(
      FactKind kind,
      int stream,
      long time,
      int source,
      int account,
      Outcome outcome,
      int count,
      Service service) {
    facts.add(
        new Fact(
            time,
            kind,
            source,
            account,
            0,
            0,
            0,
            0,
            0,
            count,
            0,
            outcome,
            outcome == Outcome.REJECTED ? Reason.DENIED : Reason.NONE,
            Permission.UNKNOWN,
            service,
            stream,
            stream,
            ++records,
            100L * records,
            80));
    return this;
  }

  /** An SMTP session, and that it was empty, as a mail log without AUTH has it. */
  public ToldFacts session(int stream, long time, int source, int millis, boolean empty) {
    add(FactKind.SESSION, stream, time, source, 0, Outcome.UNKNOWN, millis, Service.SMTP);
    if (empty) {
      Fact span = facts.get(facts.size() - 1);
      facts.add(span.as(FactKind.EMPTY_SESSION, source, 0, Attribution.LOGGED));
    }
    return this;
  }

  /** A connection that a firewall saw: its opening, and its end. */
  public ToldFacts connection(int stream, long time, int source, int millis) {
    add(FactKind.CONNECTION, stream, time, source, 0, Outcome.ACCEPTED, -1, Service.SMTP);
    return add(
        FactKind.CONNECTION, stream, time, source, 0, Outcome.ACCEPTED, millis, Service.SMTP);
  }

  /** A Windows logon at the SMTP service, which knows no address. */
  public ToldFacts logon(int stream, long time, int account, Outcome outcome) {
    return add(FactKind.LOGON, stream, time, 0, account, outcome, 1, Service.SMTP);
  }

  /** All of them, in a store that got them in some order. */
  public FactStore store(long seed, int maxBytes) throws IOException {
    List<Fact> order = new ArrayList<>(facts);
    if (seed != 0) {
      Collections.shuffle(order, new Random(seed));
    }
    FactBuffer buffer = new FactBuffer(FactOrder.TIME, MemorySpill.INSTANCE, maxBytes);
    for (Fact fact : order) {
      buffer.add(fact);
    }
    return new FactStore(MemorySpill.INSTANCE, maxBytes, buffer.finish());
  }

  /** All facts of a store, in order. */
  public static List<Fact> list(FactStore store) throws IOException {
    List<Fact> all = new ArrayList<>();
    store.forEach(EnumSet.allOf(FactKind.class), all::add);
    return all;
  }

  /** Two machines: a mail server without AUTH in its log, its Security log, and a firewall. */
  public static List<StreamInfo> streams() {
    return List.of(
        new StreamInfo(0, "iis-smtp-w3c", "MAIL01", "1", false),
        new StreamInfo(1, "security", "MAIL01", "Security", true),
        new StreamInfo(2, "isa-firewall-w3c", "ISA01", "", false),
        new StreamInfo(3, "security", "DC01", "Security", true));
  }

  /** 2010-11-17 00:00 UTC. */
  public static final long DAY = 14_930 * Times.DAY;
}
