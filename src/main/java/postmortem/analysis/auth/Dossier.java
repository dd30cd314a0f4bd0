package postmortem.analysis.auth;

import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectRBTreeMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.EnumSet;
import postmortem.analysis.Context;
import postmortem.analysis.Fact;
import postmortem.analysis.FindingBuilder;
import postmortem.analysis.FindingType;
import postmortem.event.Reason;
import postmortem.event.Times;

/** What the second pass collects about one campaign. */
final class Dossier {

  /** Names that clients gave, and mechanisms: more are not kept. */
  private static final int MOST_NAMES = 1024;

  /** Times of successes that are kept for one account. */
  private static final int MOST_SUCCESSES = 4096;

  /** Locked accounts are refused for a while after the last guess. */
  private static final long AFTER = Times.HOUR;

  /** Who has found the password comes back for so long. */
  private static final long STILL = 7 * Times.DAY;

  /** Successes of the campaign at one account. */
  static final class Win {
    final LongArrayList times = new LongArrayList();
    final IntArrayList sources = new IntArrayList();
  }

  final Campaign campaign;
  final FindingBuilder guessing;
  final FindingBuilder passwordKnown;
  final FindingBuilder lockout;
  final Int2LongOpenHashMap perAccount = new Int2LongOpenHashMap();
  final Int2LongOpenHashMap perDay = new Int2LongOpenHashMap();
  final Int2LongOpenHashMap perHour = new Int2LongOpenHashMap();
  final Int2LongOpenHashMap helo = new Int2LongOpenHashMap();
  final IntOpenHashSet mechanisms = new IntOpenHashSet();
  final EnumSet<Reason> reasons = EnumSet.noneOf(Reason.class);

  /** By account. */
  final Int2ObjectRBTreeMap<Win> wins = new Int2ObjectRBTreeMap<>();

  private final boolean crowd; // each does little, and may be somebody else
  private long attempts;
  private long successes;
  private long lockouts;

  Dossier(Campaign campaign, Context context) {
    this.campaign = campaign;
    this.guessing = context.finding(FindingType.BRUTE_FORCE); // gets its true name at the end
    this.passwordKnown = context.finding(FindingType.PASSWORD_KNOWN);
    this.lockout = context.finding(FindingType.LOCKOUT);
    this.crowd = campaign.sites.size() > 1 && campaign.medianFailures() <= Innocence.HUMAN_RUN;
  }

  /** A failure of a site that takes part. */
  void failure(Fact fact, int account, int weight) {
    if (fact.time() < campaign.from() || fact.time() > campaign.to() || !campaign.aimsAt(account)) {
      return;
    }
    guessing.add(fact);
    attempts += weight;
    perAccount.addTo(account, weight);
    perDay.addTo(Times.day(fact.time()), weight);
    perHour.addTo(Times.hour(fact.time()), weight);
    count(helo, fact.helo(), weight);
    if (mechanisms.size() < MOST_NAMES) {
      mechanisms.add(fact.label());
    }
    reasons.add(fact.reason());
  }

  /** A right password, refused, of a site that takes part and did not know it before. */
  void rightPassword(Fact fact) {
    if (fact.time() >= campaign.from() && fact.time() <= campaign.to() + STILL) {
      passwordKnown.add(fact);
    }
  }

  private static void count(Int2LongOpenHashMap names, int name, int weight) {
    if (names.size() < MOST_NAMES || names.containsKey(name)) {
      names.addTo(name, weight);
    }
  }

  /** Somebody, whoever it is, was refused because the account is locked. */
  void locked(Fact fact) {
    if (fact.time() >= campaign.from()
        && fact.time() <= campaign.to() + AFTER
        && fact.account() > 0
        && campaign.aimsAt(fact.account())) {
      lockout.evidence(fact).account(fact.account());
      lockouts++;
    }
  }

  /** A success of a site that takes part, at an account that it did not know before. */
  void success(Fact fact) {
    if (fact.time() < campaign.from()
        || crowd && campaign.accountsTried() > 0 && !campaign.aimsAt(fact.account())) {
      return;
    }
    Win win = wins.get(fact.account());
    if (win == null) {
      win = new Win();
      wins.put(fact.account(), win);
      successes++; // who logs on again guesses no more
    }
    if (win.times.size() < MOST_SUCCESSES) {
      win.times.add(fact.time());
      win.sources.add(fact.source());
    }
  }

  long attempts() {
    return attempts;
  }

  long successes() {
    return successes;
  }

  long lockouts() {
    return lockouts;
  }

  long worstDay() {
    return most(perDay);
  }

  long worstHour() {
    return most(perHour);
  }

  static long most(Int2LongOpenHashMap counts) {
    long most = 0;
    for (long n : counts.values()) {
      most = Math.max(most, n);
    }
    return most;
  }
}
