package postmortem.analysis;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import postmortem.event.Address;
import postmortem.event.Direction;
import postmortem.event.Event;
import postmortem.event.Hash;
import postmortem.event.Names;
import postmortem.event.Origin;
import postmortem.event.Outcome;
import postmortem.event.Peer;
import postmortem.event.Permission;
import postmortem.event.Provenance;
import postmortem.event.Reason;
import postmortem.event.Service;
import postmortem.event.SessionEnd;
import postmortem.event.Slice;
import postmortem.event.TextSpace;
import postmortem.event.TimeBasis;
import postmortem.event.TimePrecision;
import postmortem.event.Times;

/**
 * Evidence for tests of detectors, as somebody would tell it: who did what, and when. It knows no
 * ids: those come when the events are shared out among workers, differently each time.
 */
public final class Telling {

  private static final int RECORD_LENGTH = 80;

  /** How the evidence is read: by how many workers, in which order, with how much memory. */
  public record Split(int workers, long seed, int maxBytes) {
    /** One worker, in order, with room. */
    public static final Split PLAIN = new Split(1, 0, 1 << 24);
  }

  private record Told(long time, int stream, int number, BiFunction<Names, Origin, Event> event) {

    Event event(Names names) {
      byte[] block = new byte[RECORD_LENGTH];
      Provenance provenance =
          new Provenance(stream + 1, stream, TimePrecision.MILLISECOND, TimeBasis.AS_LOGGED);
      long offset = (long) number * RECORD_LENGTH;
      return event.apply(
          names, new Origin(provenance, time, block, 0, RECORD_LENGTH, number + 1L, offset));
    }
  }

  private final List<StreamInfo> streams = new ArrayList<>();
  private final List<Told> told = new ArrayList<>();
  private final List<Silence> silences = new ArrayList<>();
  private DetectorSettings settings = DetectorSettings.STANDARD;
  private Service service = Service.SMTP;
  private String helo = "pc";
  private int stream;
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;

  /** Evidence of one stream that records AUTH. */
  public Telling() {
    stream("exchange-smtp-receive", "MAIL01", true);
  }

  /** What is told from now on is of another stream. */
  public Telling stream(String format, String server, boolean showsAuth) {
    if (!told.isEmpty() || streams.isEmpty()) {
      stream = streams.size();
    } else {
      streams.clear();
    }
    streams.add(new StreamInfo(stream, format, server, "", showsAuth));
    return this;
  }

  public Telling settings(DetectorSettings told) {
    settings = told;
    return this;
  }

  /** What is told from now on happens at this service. */
  public Telling at(Service other) {
    service = other;
    return this;
  }

  /** Clients that send messages from now on give this name. */
  public Telling named(String other) {
    helo = other;
    return this;
  }

  /** The log of the stream is silent, though another hundred records were to be expected. */
  public Telling silent(long from, long to) {
    silences.add(new Silence(stream, from, to, 50, 1e-9, 100));
    return this;
  }

  /** The evidence reaches at least from here to there, with a record in each hour. */
  public Telling covers(long from, long to) {
    first = Math.min(first, from);
    last = Math.max(last, to);
    return this;
  }

  /** Anything else: the event is made of the worker's names and the place of its record. */
  public Telling add(long time, BiFunction<Names, Origin, Event> event) {
    told.add(new Told(time, stream, told.size(), event));
    return covers(time, time);
  }

  /**
   * An AUTH attempt.
   *
   * @param account null where the log does not name it
   */
  public Telling attempt(
      long time,
      String source,
      @Nullable String account,
      Outcome outcome,
      Reason reason,
      String helo) {
    Service at = service;
    return add(
        time,
        (names, origin) ->
            new Event.AuthAttempt(
                origin,
                peer(names, source, helo, at),
                List.of(),
                time,
                names.text(TextSpace.LABEL, Slice.of("LOGIN")),
                account == null ? Names.ABSENT : names.text(TextSpace.ACCOUNT, Slice.of(account)),
                outcome,
                reason,
                false,
                true,
                1));
  }

  public Telling rejected(long time, String source, @Nullable String account) {
    return attempt(time, source, account, Outcome.REJECTED, Reason.DENIED, "pc");
  }

  public Telling accepted(long time, String source, String account) {
    return attempt(time, source, account, Outcome.ACCEPTED, Reason.NONE, "pc");
  }

  /** A Windows logon, at the service that was told last. */
  public Telling logon(long time, String source, String account, Outcome outcome) {
    Service at = service;
    return add(
        time,
        (names, origin) ->
            new Event.Logon(
                origin,
                peer(names, source, "", at),
                names.text(TextSpace.ACCOUNT, Slice.of(account)),
                3,
                outcome,
                outcome == Outcome.ACCEPTED ? Reason.NONE : Reason.WRONG_PASSWORD,
                1,
                1));
  }

  /** A session without mail and AUTH. */
  public Telling emptySession(long time, String source, String helo) {
    return add(
        time,
        (names, origin) ->
            new Event.Session(
                origin,
                peer(names, source, helo, Service.SMTP),
                time + Times.SECOND,
                2,
                0,
                0,
                0,
                0,
                false,
                SessionEnd.QUIT));
  }

  /**
   * A message that was taken.
   *
   * @param account null where the session had none
   */
  public Telling message(
      long time, String source, @Nullable String account, String sender, String to, int accepted) {
    Permission right = account == null ? Permission.UNKNOWN : Permission.ACCOUNT;
    return message(time, source, account, right, sender, to, accepted);
  }

  /** A message that was taken by some right. */
  public Telling message(
      long time,
      String source,
      @Nullable String account,
      Permission right,
      String sender,
      String to,
      int accepted) {
    String name = helo;
    return add(
        time,
        (names, origin) ->
            new Event.Message(
                origin,
                peer(names, source, name, Service.SMTP),
                time,
                Slice.of(sender),
                account == null ? Names.ABSENT : names.text(TextSpace.ACCOUNT, Slice.of(account)),
                null,
                1000,
                accepted,
                0,
                names.text(TextSpace.DOMAIN, Slice.of(to)),
                accepted,
                Names.ABSENT,
                right,
                Outcome.ACCEPTED));
  }

  /** A recipient that a client asked for, without an account. */
  public Telling recipient(
      long time, String source, String domain, Outcome outcome, Reason reason) {
    return add(
        time,
        (names, origin) ->
            new Event.Recipient(
                origin,
                peer(names, source, "pc", Service.SMTP),
                Names.ABSENT,
                null,
                names.text(TextSpace.DOMAIN, Slice.of(domain)),
                outcome == Outcome.ACCEPTED ? 250 : 550,
                outcome,
                reason,
                false));
  }

  /** What a remote server made of a message of ours for one recipient. */
  public Telling delivery(
      long time,
      String server,
      String sender,
      String to,
      Outcome outcome,
      Reason reason,
      @Nullable String blocklist) {
    return add(
        time,
        (names, origin) -> {
          Peer in = peer(names, server, "", Service.SMTP);
          Peer out = new Peer(in.address(), in.network(), 0, 0, 0, Direction.OUT, in.service(), 0);
          return new Event.Delivery(
              origin,
              out,
              time,
              Slice.of(sender),
              Slice.of("somebody@" + to),
              names.text(TextSpace.DOMAIN, Slice.of(to)),
              0,
              null,
              outcome,
              reason,
              blocklist == null ? Names.ABSENT : names.text(TextSpace.LABEL, Slice.of(blocklist)));
        });
  }

  /** The other side of a connection, as events hold it. */
  public static Peer peer(Names names, String source, String helo, Service service) {
    Address address = source.isEmpty() ? null : requireNonNull(Address.parse(source), source);
    return new Peer(
        address == null ? Names.ABSENT : names.address(address),
        address == null ? 0 : (int) Hash.mix(address.owner().high(), address.owner().low()) & 63,
        0,
        helo.isEmpty() ? Names.ABSENT : names.text(TextSpace.HELO, Slice.of(helo)),
        0,
        Direction.IN,
        service,
        0);
  }

  /** The evidence when it has been read. */
  public record Read(Context context, FactStore facts) {

    public List<Finding> findings(List<Detector> detectors) {
      try {
        return Sweeps.run(detectors, context, facts);
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
  }

  /** How many events were told. */
  public int size() {
    return told.size();
  }

  /** Some of the events, in the order in which they were told, as one worker would see them. */
  public List<Event> events(Names names, int from, int to) {
    return told.subList(from, to).stream().map(t -> t.event(names)).toList();
  }

  /** Reads it. */
  public Read read(Split split) {
    List<Worker> workers = new ArrayList<>();
    for (int i = 0; i < split.workers; i++) {
      workers.add(new Worker(split.maxBytes));
    }
    try {
      share(workers, new Random(split.seed), split.seed != 0);
      return whole(workers, split.maxBytes);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** What detectors find in it. */
  public List<Finding> findings(List<Detector> detectors, Split split) {
    return read(split).findings(detectors);
  }

  public List<Finding> findings(Detector... detectors) {
    return findings(List.of(detectors), Split.PLAIN);
  }

  private void share(List<Worker> workers, Random random, boolean shuffle) throws IOException {
    List<Told> order = new ArrayList<>(told);
    if (shuffle) {
      Collections.shuffle(order, random);
    }
    for (Told t : order) {
      workers.get(random.nextInt(workers.size())).take(t);
    }
  }

  private Read whole(List<Worker> workers, int maxBytes) throws IOException {
    Names.Union union = Names.union(workers.stream().map(w -> w.names).toList());
    Accounts accounts = new Accounts(union.names());
    FactStore store = new FactStore(MemorySpill.INSTANCE, maxBytes);
    Traffic traffic = new Traffic();
    Domains domains = new Domains();
    Rates rates = new Rates();
    for (int i = 0; i < workers.size(); i++) {
      Worker w = workers.get(i);
      Names.Renaming ids = union.renamings().get(i);
      store.add(w.facts.finish(), ids, accounts);
      traffic.merge(w.traffic, ids);
      domains.merge(w.domains, ids);
      rates.merge(w.rates, ids);
    }
    for (StreamInfo s : streams) {
      for (int hour = Times.hour(first); hour <= Times.hour(last); hour++) {
        rates.count(Rates.Series.RECORDS, s.id(), hour, 1);
      }
    }
    Context context =
        new Context(
            union.names(),
            accounts,
            settings,
            streams,
            traffic,
            domains,
            rates,
            new LocalDomains(domains, union.names(), settings),
            new Coverage(rates, streams, first, last),
            List.copyOf(silences),
            new HandedOn(streams, rates));
    context.handedOn().correct(context, store);
    return new Read(context, store);
  }

  /** One that reads a part of the evidence. */
  private static final class Worker {
    final Names names = new Names();
    final FactBuffer facts;
    final Traffic traffic = new Traffic();
    final Domains domains = new Domains();
    final Rates rates = new Rates();

    Worker(int maxBytes) {
      facts = new FactBuffer(FactOrder.TIME, MemorySpill.INSTANCE, maxBytes);
    }

    void take(Told told) throws IOException {
      Event event = told.event(names);
      traffic.add(event);
      domains.add(event);
      rates.add(event);
      Fact fact = Facts.of(event, names);
      if (fact != null) {
        facts.add(fact);
      }
      // whoever kept a slice of the event would see this
      Arrays.fill(event.origin().block(), (byte) '?');
    }
  }
}
