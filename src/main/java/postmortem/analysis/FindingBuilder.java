package postmortem.analysis;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import postmortem.event.Address;
import postmortem.event.Names;
import postmortem.event.Outcome;
import postmortem.event.Reason;
import postmortem.event.Service;

/** Collects what a finding rests on, and makes it. */
public final class FindingBuilder {

  private final Context context;
  private final FindingType type;
  private final IntOpenHashSet sources = new IntOpenHashSet();
  private final IntOpenHashSet accounts = new IntOpenHashSet();
  private final IntOpenHashSet streams = new IntOpenHashSet();
  private final IntOpenHashSet about = new IntOpenHashSet(); // empty: all of them
  private final EnumSet<FactKind> kinds = EnumSet.noneOf(FactKind.class);
  private final EnumSet<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
  private final EnumSet<Reason> reasons = EnumSet.noneOf(Reason.class);
  private final SortedSet<Service> services = new TreeSet<>();
  private final FirstPlaces samples = new FirstPlaces();
  private final SortedMap<String, Object> metrics = new TreeMap<>();
  private final SortedMap<String, Number> threshold = new TreeMap<>();
  private Severity severity = Severity.INFO;
  private Selector.Population population = Selector.Population.ALL;
  private double confidence = 0.5;
  private String title = "";
  private long start = Long.MAX_VALUE;
  private long end = Long.MIN_VALUE;
  private long count;
  private final long[] attributions = new long[Attribution.values().length];

  FindingBuilder(Context context, FindingType type) {
    this.context = context;
    this.type = type;
  }

  /** Adds a fact as evidence: its time, source, account, stream and place. */
  public FindingBuilder add(Fact fact) {
    evidence(fact);
    return source(fact.source()).account(fact.account());
  }

  /** Adds a fact as evidence without naming its source or account. */
  public FindingBuilder evidence(Fact fact) {
    start = Math.min(start, fact.time());
    end = Math.max(end, fact.time());
    kinds.add(fact.kind());
    outcomes.add(fact.outcome());
    reasons.add(fact.reason());
    if (fact.kind() != FactKind.AUDIT && fact.kind() != FactKind.ACCOUNT_CHANGE) {
      services.add(fact.service());
    }
    streams.add(fact.stream());
    if (fact.kind() == FactKind.ATTEMPT || fact.kind() == FactKind.LOGON) {
      attributions[fact.attribution().ordinal()]++;
    }
    count++;
    samples.add(fact.place());
    return this;
  }

  /** Takes over all that another builder has collected as evidence, names included. */
  public FindingBuilder addAll(FindingBuilder other) {
    start = Math.min(start, other.start);
    end = Math.max(end, other.end);
    kinds.addAll(other.kinds);
    outcomes.addAll(other.outcomes);
    streams.addAll(other.streams);
    sources.addAll(other.sources);
    accounts.addAll(other.accounts);
    services.addAll(other.services);
    count += other.count;
    for (int i = 0; i < attributions.length; i++) {
      attributions[i] += other.attributions[i];
    }
    reasons.addAll(other.reasons);
    other.samples.list().forEach(samples::add);
    return this;
  }

  /** Names a stream that the finding is about; others that tell of it are then only witnesses. */
  public FindingBuilder about(int stream) {
    about.add(stream);
    streams.add(stream);
    return this;
  }

  /** Restricts the evidence to some facts beyond their kinds, names and times. */
  public FindingBuilder population(Selector.Population value) {
    population = value;
    return this;
  }

  /** Names a source; 0 and {@link Names#OTHER} are nobody. */
  public FindingBuilder source(int id) {
    if (id > Names.OTHER) {
      sources.add(id);
    }
    return this;
  }

  /** Names an account; 0 and {@link Names#OTHER} are nobody. */
  public FindingBuilder account(int id) {
    if (id > Names.OTHER) {
      accounts.add(id);
    }
    return this;
  }

  public FindingBuilder severity(Severity value) {
    severity = value;
    return this;
  }

  /**
   * @param value 0..1
   */
  public FindingBuilder confidence(double value) {
    confidence = value;
    return this;
  }

  /** One line of plain text, without the time. */
  public FindingBuilder title(String value) {
    title = value;
    return this;
  }

  /** Extends the period to hold these times too. */
  public FindingBuilder period(long from, long to) {
    start = Math.min(start, from);
    end = Math.max(end, to);
    return this;
  }

  public FindingBuilder metric(String name, Object value) {
    metrics.put(name, value);
    return this;
  }

  /** Prints a threshold that was passed. */
  public FindingBuilder threshold(Threshold passed) {
    threshold.put(passed.id(), context.threshold(passed));
    return this;
  }

  public FindingBuilder threshold(String name, Number value) {
    threshold.put(name, value);
    return this;
  }

  public long start() {
    return start;
  }

  public long end() {
    return end;
  }

  /** How many facts were added as evidence. */
  public long count() {
    return count;
  }

  public int sources() {
    return sources.size();
  }

  public int accounts() {
    return accounts.size();
  }

  /** Makes the finding. At least one fact or a period must have been added. */
  public Finding build() {
    List<Address> addresses =
        sources.intStream().mapToObj(context::address).filter(Objects::nonNull).sorted().toList();
    List<String> names = accounts.intStream().mapToObj(context::account).sorted().toList();
    SortedSet<String> servers = new TreeSet<>();
    boolean startOpen = !streams.isEmpty();
    boolean endOpen = !streams.isEmpty();
    for (int stream : about.isEmpty() ? streams : about) {
      String server = context.streams().get(stream).server();
      if (!server.isEmpty()) {
        servers.add(server);
      }
      startOpen &= context.coverage().beginsAt(stream, start);
      endOpen &= context.coverage().endsAt(stream, end);
    }
    Selector selector =
        new Selector(
            population,
            EnumSet.copyOf(kinds),
            EnumSet.copyOf(outcomes),
            EnumSet.copyOf(reasons),
            !sources.isEmpty(),
            !accounts.isEmpty(),
            start,
            end,
            new TreeSet<>(streams));
    return new Finding(
        Finding.idOf(type, start, addresses, names),
        type,
        severity,
        confidence,
        start,
        end,
        startOpen,
        endOpen,
        addresses,
        names,
        servers,
        services,
        title,
        metrics,
        threshold,
        attribution(),
        List.of(),
        selector,
        count,
        samples.list());
  }

  /** Null where all addresses are of the logs themselves. */
  private Finding.@Nullable Attribution attribution() {
    long attributed = attributions[Attribution.ATTRIBUTED.ordinal()];
    long ambiguous = attributions[Attribution.AMBIGUOUS.ordinal()];
    long unattributed = attributions[Attribution.UNATTRIBUTED.ordinal()];
    return attributed + ambiguous + unattributed == 0
        ? null
        : new Finding.Attribution(attributed, ambiguous, unattributed);
  }
}
