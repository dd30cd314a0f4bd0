package postmortem.analysis.auth;

import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.Arrays;
import postmortem.event.Times;

/** Guessing that belongs together: whoever takes part, at whatever it is aimed. */
final class Campaign {

  final Door door;
  final IntOpenHashSet sources = new IntOpenHashSet();

  /** Failures of each site, by the id of its first address. */
  final Int2LongOpenHashMap sites = new Int2LongOpenHashMap();

  /** The accounts that are guessed at; 0 where some attempts name none. */
  final IntOpenHashSet accounts = new IntOpenHashSet();

  private SortedInts bins = SortedInts.of(new int[0], 0);
  private boolean anyAccount;
  private int accountsTried;
  private long from = Long.MAX_VALUE;
  private long to = Long.MIN_VALUE;
  private long failures;
  private int bouts;
  private long most;
  private long peakTenMinutes;
  private long peakHour;

  Campaign(Door door) {
    this.door = door;
  }

  void add(Bout bout) {
    bouts++;
    for (int i = 0; i < bout.sources().size(); i++) {
      sources.add(bout.sources().get(i));
    }
    for (int i = 0; i < bout.accounts().size(); i++) {
      accounts.add(bout.accounts().get(i));
    }
    anyAccount |= bout.anyAccount();
    accountsTried = Math.max(accountsTried, bout.accountsTried());
    bins = bins.union(bout.bins());
    sites.addTo(bout.site(), bout.failures());
    count(bout.start(), bout.end(), bout.failures(), bout.most());
    peakTenMinutes = Math.max(peakTenMinutes, bout.peakTenMinutes());
    peakHour = Math.max(peakHour, bout.peakHour());
  }

  /** One attempt of a site that does little. */
  void add(int second, int site, int source, int account) {
    sources.add(source);
    accounts.add(account);
    sites.addTo(site, 1);
    count(second * Times.SECOND, second * Times.SECOND + Times.SECOND - 1, 1, 0);
  }

  private void count(long start, long end, long by, long atOne) {
    from = Math.min(from, start);
    to = Math.max(to, end);
    failures += by;
    most += atOne;
  }

  void add(Campaign other) {
    bouts += other.bouts;
    sources.addAll(other.sources);
    other.sites.int2LongEntrySet().forEach(e -> sites.addTo(e.getIntKey(), e.getLongValue()));
    accounts.addAll(other.accounts);
    anyAccount |= other.anyAccount;
    accountsTried = Math.max(accountsTried, other.accountsTried);
    bins = bins.union(other.bins);
    count(other.from, other.to, other.failures, other.most);
    peakTenMinutes = Math.max(peakTenMinutes, other.peakTenMinutes);
    peakHour = Math.max(peakHour, other.peakHour);
  }

  long from() {
    return from;
  }

  long to() {
    return to;
  }

  long failures() {
    return failures;
  }

  /** What one bout of it usually has. */
  long failuresOfBout() {
    return Math.max(1, failures / Math.max(1, bouts));
  }

  /** Most attempts of one site in ten minutes. */
  long peakTenMinutes() {
    return peakTenMinutes;
  }

  /** Most attempts of one site in one hour. */
  long peakHour() {
    return peakHour;
  }

  /** The five-minute bins in which the busy sites were active. */
  SortedInts bins() {
    return bins;
  }

  /** Attempts at the account that each busy site tried most. */
  long most() {
    return most;
  }

  /** How many accounts were tried, at least; 0 where no attempt names one. */
  int accountsTried() {
    int named = accounts.size() - (accounts.contains(0) ? 1 : 0);
    return Math.max(accountsTried, named);
  }

  /** Does an attempt at this account belong to it? */
  boolean aimsAt(int account) {
    return anyAccount || account == 0 || accounts.contains(account);
  }

  /** Are there too many accounts to list them before the evidence is collected? */
  boolean aimsAtAny() {
    return anyAccount;
  }

  boolean overlaps(long start, long end) {
    return start <= to && end >= from;
  }

  /** What the middle one of its sites did. */
  long medianFailures() {
    long[] all = sites.values().toLongArray();
    Arrays.sort(all);
    return all.length == 0 ? 0 : all[all.length / 2];
  }
}
