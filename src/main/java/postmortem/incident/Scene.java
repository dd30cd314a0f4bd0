package postmortem.incident;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import postmortem.analysis.Context;
import postmortem.analysis.Fact;
import postmortem.analysis.Finding;
import postmortem.analysis.FindingType;
import postmortem.event.Address;
import postmortem.event.Times;

/** One incident in the making: its findings, and what its sources and accounts did. */
final class Scene {

  /** Two logs of one event need not agree to the second. */
  private static final long SLACK = 10 * Times.SECOND;

  private final List<Finding> findings;
  private final Context context;
  private final long start;
  private final long end;
  private final SortedSet<String> taken = new TreeSet<>();
  private final TreeMap<Address, SourceTally> sources = new TreeMap<>();
  private final TreeMap<String, AccountTally> accounts = new TreeMap<>();
  private final Int2ObjectOpenHashMap<SourceTally> bySource = new Int2ObjectOpenHashMap<>();
  private final IntOpenHashSet streams = new IntOpenHashSet();
  private final boolean anySource;

  /**
   * @param findings in order of time, not empty
   */
  Scene(List<Finding> findings, Context context) {
    this.findings = List.copyOf(findings);
    this.context = context;
    this.start = findings.stream().mapToLong(Finding::start).min().orElseThrow();
    this.end = findings.stream().mapToLong(Finding::end).max().orElseThrow();
    boolean nameless = false;
    for (Finding f : findings) {
      for (Address address : f.sources()) {
        int id = context.names().address(address);
        sources.computeIfAbsent(address, a -> new SourceTally(id, a));
      }
      f.accounts().forEach(a -> accounts.computeIfAbsent(a, AccountTally::new));
      streams.addAll(f.selector().streams());
      if (f.type() == FindingType.COMPROMISE || f.type() == FindingType.AUTHENTICATED_SPAM) {
        taken.addAll(f.accounts());
      }
      nameless |= Role.of(f) == Role.GUESSING && f.sources().isEmpty();
    }
    this.anySource = nameless || sources.isEmpty();
    sources.values().forEach(t -> bySource.put(context.names().address(t.address()), t));
  }

  List<Finding> findings() {
    return findings;
  }

  Context context() {
    return context;
  }

  long start() {
    return start;
  }

  long end() {
    return end;
  }

  /** The accounts that a stranger used, or may have used. */
  SortedSet<String> taken() {
    return taken;
  }

  /** Was it Guest that let the stranger in? */
  boolean guest() {
    return findings.stream()
        .anyMatch(f -> f.type() == FindingType.AUTHENTICATED_SPAM && Guests.behind(f));
  }

  boolean has(FindingType type) {
    return findings.stream().anyMatch(f -> f.type() == type);
  }

  boolean has(Role role) {
    return findings.stream().anyMatch(f -> Role.of(f) == role);
  }

  List<Finding> of(FindingType type) {
    return findings.stream().filter(f -> f.type() == type).toList();
  }

  List<Finding> of(Role role) {
    return findings.stream().filter(f -> Role.of(f) == role).toList();
  }

  /** The worst finding of some, the earlier of two. */
  Optional<Finding> worst(Predicate<Finding> which) {
    return findings.stream().filter(which).min(Order.REPORT);
  }

  /** When a finding says that an account was first used, where no fact does; null for none. */
  @Nullable Long successOf(String account) {
    Finding compromise = compromise(account);
    if (compromise == null) {
      return null;
    }
    long told = Metric.count(compromise, "firstSuccess");
    return told > 0 ? told : compromise.start();
  }

  /** From where an account was first used, where one address alone comes into question. */
  @Nullable Address successFrom(String account) {
    Finding compromise = compromise(account);
    return compromise == null || compromise.sources().size() != 1
        ? null
        : compromise.sources().get(0);
  }

  private @Nullable Finding compromise(String account) {
    return findings.stream()
        .filter(f -> f.type() == FindingType.COMPROMISE && f.accounts().contains(account))
        .findFirst()
        .orElse(null);
  }

  boolean privileged(String account) {
    return findings.stream()
        .anyMatch(
            f ->
                f.accounts().size() == 1
                    && f.accounts().contains(account)
                    && Metric.flag(f, "privileged"));
  }

  Iterable<SourceTally> sources() {
    return sources.values();
  }

  SortedSet<String> accountNames() {
    return new TreeSet<>(accounts.keySet());
  }

  /** The tally of an account; null where it has no part in this incident. */
  @Nullable AccountTally account(String name) {
    return accounts.get(name);
  }

  /** A fact of a source of this incident. */
  void fromSource(Fact fact) {
    SourceTally tally = bySource.get(fact.source());
    if (tally == null) {
      return;
    }
    if (belongs(fact)) {
      tally.add(fact);
    }
    boolean during = fact.time() >= start - Times.DAY && fact.time() <= end + Times.DAY;
    if (!during || !guest() && !belongs(fact)) {
      tally.addOther(fact, taken.contains(context.account(fact.account())));
    } else if (!guest()) {
      logon(fact, tally);
    }
  }

  private void logon(Fact fact, SourceTally tally) {
    switch (fact.kind()) {
      case ATTEMPT, LOGON -> tally.addOther(fact, taken.contains(context.account(fact.account())));
      default -> {
        // what the incident itself is made of
      }
    }
  }

  /** A fact of an account of this incident. */
  void fromAccount(Fact fact, AccountTally tally) {
    if (belongs(fact) && (anySource || fact.source() == 0 || bySource.containsKey(fact.source()))) {
      tally.add(fact);
    }
  }

  private boolean belongs(Fact fact) {
    return fact.time() >= start - SLACK
        && fact.time() <= end + SLACK
        && (streams.isEmpty() || streams.contains(fact.stream()));
  }

  /** The rows of the sources: those that did most first, then in order. */
  List<Incident.SourceRow> sourceRows() {
    List<SourceTally> tallies = new ArrayList<>(sources.values());
    tallies.sort(
        Comparator.comparingLong(SourceTally::weight)
            .reversed()
            .thenComparing(SourceTally::address));
    return tallies.stream().map(t -> t.row(context, start, end)).toList();
  }

  /** The rows of the accounts: those that were taken first, then those that saw most. */
  List<Incident.AccountRow> accountRows() {
    List<AccountTally> tallies = new ArrayList<>(accounts.values());
    tallies.sort(
        Comparator.comparing((AccountTally t) -> !taken.contains(t.account()))
            .thenComparing(Comparator.comparingLong(AccountTally::weight).reversed())
            .thenComparing(AccountTally::account));
    return tallies.stream().map(t -> t.row(this)).toList();
  }
}
