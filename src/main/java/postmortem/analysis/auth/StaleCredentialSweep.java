package postmortem.analysis.auth;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import postmortem.analysis.Context;
import postmortem.analysis.Fact;
import postmortem.analysis.Finding;
import postmortem.analysis.FindingBuilder;
import postmortem.analysis.FindingType;
import postmortem.analysis.Severity;
import postmortem.analysis.Sweep;
import postmortem.event.Names;
import postmortem.event.Times;

/** Two passes: which devices there are, and what they did. */
final class StaleCredentialSweep implements Sweep {

  /** Devices and users that are told of; those with the most failures. */
  private static final int MOST = 1000;

  /** Fewer failures than this are not worth a line. */
  private static final int FEWEST = 5;

  /** One account at one site and door, with an old password. */
  private static final class Device {
    final int site;
    final Door door;
    final int account;
    long from = Long.MAX_VALUE;
    long to = Long.MIN_VALUE;
    long failures;
    boolean even;
    boolean endsWithSuccess;
    long interval;
    final FindingBuilder finding;

    Device(int site, Door door, int account, FindingBuilder finding) {
      this.site = site;
      this.door = door;
      this.account = account;
      this.finding = finding;
    }
  }

  private static final Comparator<Device> WORST_FIRST =
      Comparator.comparingLong((Device d) -> d.failures)
          .reversed()
          .thenComparingInt(d -> d.site)
          .thenComparingInt(d -> d.account)
          .thenComparing(d -> d.door);

  private final Context context;
  private final Site site;
  private final SiteLog[] logs = SiteLog.ofAllDoors();
  private final List<Device> devices = new ArrayList<>();
  private final Int2ObjectOpenHashMap<List<Device>> bySite = new Int2ObjectOpenHashMap<>();
  private boolean collects;

  StaleCredentialSweep(Context context) {
    this.context = context;
    this.site = new Site(context);
  }

  @Override
  public void next(Fact fact) {
    Sight.Meaning meaning = Sight.ATTEMPTS.of(fact, context);
    if (fact.source() <= Names.OTHER
        || meaning == Sight.Meaning.NONE
        || meaning == Sight.Meaning.RIGHT) {
      return;
    }
    if (!collects && site.isLeftFor(fact.source())) {
      judge();
    }
    site.arrive(fact.source());
    if (collects) {
      collect(fact, meaning);
      return;
    }
    SiteLog log = logs[Door.of(fact.service()).ordinal()];
    boolean success = meaning == Sight.Meaning.SUCCESS;
    log.add(fact.time(), fact.source(), fact.account(), success ? 0 : Sight.ATTEMPTS.weight(fact));
    if (log.full()) {
      judge();
    }
  }

  private void judge() {
    for (Door door : Door.values()) {
      SiteLog log = logs[door.ordinal()];
      if (log.size() > 0) {
        log.sort();
        List<Device> own = new ArrayList<>();
        Innocence innocence = Innocence.of(log, site.isInside(), run -> note(run, door, own));
        long guesses = startOfGuessing(log, innocence);
        own.removeIf(device -> device.to >= guesses); // nothing that a guesser does is innocent
        devices.addAll(own);
        log.clear();
      }
    }
    if (devices.size() > 2 * MOST) {
      devices.sort(WORST_FIRST);
      devices.subList(MOST, devices.size()).clear();
    }
  }

  /** When the site begins to guess; {@link Long#MAX_VALUE} where it does not. */
  private static long startOfGuessing(SiteLog log, Innocence innocence) {
    long first = Long.MAX_VALUE;
    long guesses = 0;
    for (int i = 0; i < log.size(); i++) {
      if (innocence.isSuspect(i)) {
        first = Math.min(first, log.time(i));
        guesses += log.weight(i);
      }
    }
    return guesses > Innocence.HUMAN_RUN ? first : Long.MAX_VALUE;
  }

  /** The runs of one account at one site come one after the other. */
  private void note(Innocence.Run run, Door door, List<Device> own) {
    if (run.failures() < FEWEST) {
      return;
    }
    Device last = own.isEmpty() ? null : own.get(own.size() - 1);
    if (last == null || last.account != run.account()) {
      last =
          new Device(site.id(), door, run.account(), context.finding(FindingType.STALE_CREDENTIAL));
      own.add(last);
    }
    last.from = Math.min(last.from, run.start());
    last.to = Math.max(last.to, run.end());
    last.failures += run.failures();
    last.even |= run.device();
    last.endsWithSuccess |= run.endsWithSuccess();
    last.interval = Math.max(last.interval, run.rhythm().median());
  }

  @Override
  public boolean again() {
    if (collects) {
      return false;
    }
    judge();
    devices.sort(WORST_FIRST);
    if (devices.size() > MOST) {
      devices.subList(MOST, devices.size()).clear();
    }
    devices.forEach(d -> bySite.computeIfAbsent(d.site, s -> new ArrayList<>(1)).add(d));
    collects = true;
    return !devices.isEmpty();
  }

  private void collect(Fact fact, Sight.Meaning meaning) {
    List<Device> own = bySite.get(site.id());
    if (own == null || meaning != Sight.Meaning.FAILURE) {
      return;
    }
    for (Device d : own) {
      if (d.account == fact.account()
          && d.door == Door.of(fact.service())
          && fact.time() >= d.from
          && fact.time() <= d.to) {
        d.finding.add(fact);
      }
    }
  }

  @Override
  public List<Finding> end() {
    return devices.stream().filter(d -> d.finding.count() > 0).map(this::finding).toList();
  }

  private Finding finding(Device d) {
    String who =
        d.account > Names.OTHER ? "the account " + context.account(d.account) : "one account";
    return d.finding
        .severity(Severity.INFO)
        .confidence(d.even || d.endsWithSuccess ? 0.8 : 0.6)
        .title(
            d.even
                ? "A device goes on trying an old password of " + who
                : "A user or device tried old passwords of " + who)
        .metric("failures", d.failures)
        .metric("regular", d.even)
        .metric("endedBySuccess", d.endsWithSuccess)
        .metric("intervalSeconds", d.interval / Times.SECOND)
        .metric("accountsNamed", d.account > Names.OTHER)
        .build();
  }
}
