package postmortem.analysis.auth;

import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import postmortem.analysis.Amount;
import postmortem.analysis.Context;
import postmortem.analysis.Fact;
import postmortem.analysis.Finding;
import postmortem.analysis.FindingBuilder;
import postmortem.analysis.FindingType;
import postmortem.analysis.Selector;
import postmortem.analysis.Severity;
import postmortem.analysis.Sweep;
import postmortem.event.Names;
import postmortem.event.Times;

/** Two passes: where nobody knows who guessed, at one account or at many, and the records of it. */
final class NamelessSweep implements Sweep {

  /** So soon after the last guess a first success is the guesser's. */
  private static final long SOON = 10 * Times.MINUTE;

  private static final int MOST = 1000;
  private static final int HUNDREDS = 200;

  private final Context context;
  private final Int2ObjectOpenHashMap<NamelessBout> open = new Int2ObjectOpenHashMap<>();
  private final List<NamelessBout> bouts = new ArrayList<>();
  private final List<NamelessSpray> sprays = new ArrayList<>();
  private final List<NamelessEpisode> found = new ArrayList<>();
  private final Int2ObjectOpenHashMap<List<NamelessEpisode>> byAccount =
      new Int2ObjectOpenHashMap<>();
  private final Int2LongOpenHashMap firstSuccess = new Int2LongOpenHashMap();
  private final Map<NamelessEpisode, FindingBuilder> guesses = new HashMap<>();
  private final Map<Win, FindingBuilder> wins = new HashMap<>();
  private boolean collects;

  /** An account that was entered after guesses. */
  private record Win(NamelessEpisode episode, int account) {}

  NamelessSweep(Context context) {
    this.context = context;
    firstSuccess.defaultReturnValue(Times.NEVER);
  }

  @Override
  public void next(Fact fact) {
    Sight.Meaning meaning = Sight.ATTEMPTS.of(fact, context);
    if (fact.account() <= Names.OTHER) {
      return;
    }
    if (collects) {
      collect(fact, meaning);
    } else if (meaning == Sight.Meaning.SUCCESS) {
      firstSuccess.putIfAbsent(fact.account(), fact.time());
    } else if (meaning == Sight.Meaning.FAILURE && Door.of(fact.service()) == Door.MAIL) {
      failure(fact);
    }
  }

  private void failure(Fact fact) {
    NamelessBout bout = open.get(fact.account());
    if (bout == null || bout.isOver(fact.time())) {
      judge(bout);
      bout = new NamelessBout(fact.account(), fact.time());
      open.put(fact.account(), bout);
    }
    bout.failure(fact);
    NamelessSpray last = sprays.isEmpty() ? null : sprays.get(sprays.size() - 1);
    if (last == null || last.isOver(fact.time())) {
      forgetSmall(last);
      last = new NamelessSpray(fact.time());
      sprays.add(last);
    }
    last.failure(fact);
  }

  private void judge(@Nullable NamelessBout bout) {
    if (bout != null && bout.isGuessing()) {
      bouts.add(bout);
    }
  }

  /** So that the weather of years takes no room. */
  private void forgetSmall(@Nullable NamelessSpray spray) {
    if (spray != null && (!spray.isGuessing() || sprays.size() > MOST)) {
      sprays.remove(sprays.size() - 1);
    }
  }

  @Override
  public boolean again() {
    if (collects) {
      return false;
    }
    open.values().forEach(this::judge);
    open.clear();
    bouts.sort(
        Comparator.comparingLong(NamelessBout::from).thenComparingInt(NamelessBout::account));
    bouts.subList(Math.min(MOST, bouts.size()), bouts.size()).clear();
    found.addAll(bouts);
    sprays.forEach(spray -> spray.leaveOut(bouts));
    sprays.stream().filter(NamelessSpray::isGuessing).forEach(found::add);
    for (NamelessEpisode episode : found) {
      for (int account : episode.accounts()) {
        byAccount.computeIfAbsent(account, a -> new ArrayList<>(1)).add(episode);
      }
    }
    collects = true;
    return !found.isEmpty();
  }

  private void collect(Fact fact, Sight.Meaning meaning) {
    if (fact.source() > Names.OTHER) {
      return;
    }
    for (NamelessEpisode episode : byAccount.getOrDefault(fact.account(), List.of())) {
      boolean during = fact.time() >= episode.from() && fact.time() <= episode.to();
      if (meaning == Sight.Meaning.FAILURE && during) {
        builder(guesses, episode, typeOf(episode)).add(fact);
      } else if (meaning == Sight.Meaning.SUCCESS && isWin(fact, episode)) {
        builder(wins, new Win(episode, fact.account()), FindingType.COMPROMISE).add(fact);
      }
    }
  }

  private static FindingType typeOf(NamelessEpisode episode) {
    return episode instanceof NamelessSpray ? FindingType.PASSWORD_SPRAY : FindingType.BRUTE_FORCE;
  }

  /** Who had always logged on goes on doing so while others guess. */
  private boolean isWin(Fact fact, NamelessEpisode episode) {
    return fact.time() == firstSuccess.get(fact.account())
        && episode.isGuessedAt(fact.account())
        && fact.time() > episode.from()
        && fact.time() <= episode.to() + SOON;
  }

  private <K> FindingBuilder builder(Map<K, FindingBuilder> all, K key, FindingType type) {
    return all.computeIfAbsent(
        key, k -> context.finding(type).population(Selector.Population.NAMELESS));
  }

  @Override
  public List<Finding> end() {
    List<Finding> all = new ArrayList<>();
    for (NamelessEpisode episode : found) {
      FindingBuilder guess = guesses.get(episode);
      if (guess == null) {
        continue;
      }
      long successes = 0;
      for (int account : episode.accounts()) {
        FindingBuilder win = wins.get(new Win(episode, account));
        if (win != null) {
          successes += win.count();
          all.add(compromise(win, context.account(account), guess.count()));
        }
      }
      all.add(guessing(guess, episode, successes));
    }
    return all;
  }

  private Finding guessing(FindingBuilder guess, NamelessEpisode episode, long successes) {
    int accounts = episode.accounts().size();
    String aim =
        accounts == 1
            ? "the account " + context.account(episode.accounts().iterator().nextInt())
            : accounts + " accounts";
    return guess
        .severity(guess.count() >= HUNDREDS ? Severity.HIGH : Severity.MEDIUM)
        .confidence(0.7)
        .title(
            Amount.of(guess.count(), "failed attempt")
                + " at "
                + aim
                + ", from addresses that no log tells")
        .metric("failures", guess.count())
        .metric("attempts", guess.count() + successes)
        .metric("successes", successes)
        .metric("accountsNamed", true)
        .metric("accountsTried", (long) accounts)
        .build();
  }

  private static Finding compromise(FindingBuilder win, String account, long failures) {
    return win.severity(Severity.CRITICAL)
        .confidence(0.6)
        .title("The account " + account + " was entered right after somebody had guessed at it")
        .metric("failures", failures)
        .metric("successes", win.count())
        .metric("firstSuccess", win.start())
        .metric("lastSuccess", win.end())
        .build();
  }
}
