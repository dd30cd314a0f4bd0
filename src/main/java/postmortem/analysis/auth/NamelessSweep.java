package postmortem.analysis.auth;

import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/** Two passes: which accounts were guessed at by nobody knows whom, and the records of that. */
final class NamelessSweep implements Sweep {

  /** So soon after the last guess a first success is the guesser's. */
  private static final long SOON = 10 * Times.MINUTE;

  private static final int MOST = 1000;
  private static final int HUNDREDS = 200;

  private final Context context;
  private final Int2ObjectOpenHashMap<NamelessBout> open = new Int2ObjectOpenHashMap<>();
  private final List<NamelessBout> found = new ArrayList<>();
  private final Int2ObjectOpenHashMap<List<NamelessBout>> byAccount = new Int2ObjectOpenHashMap<>();
  private final Int2LongOpenHashMap firstSuccess = new Int2LongOpenHashMap();
  private final Map<NamelessBout, FindingBuilder> guesses = new HashMap<>();
  private final Map<NamelessBout, FindingBuilder> wins = new HashMap<>();
  private boolean collects;

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
  }

  private void judge(NamelessBout bout) {
    if (bout != null && bout.isGuessing()) {
      found.add(bout);
    }
  }

  @Override
  public boolean again() {
    if (collects) {
      return false;
    }
    open.values().forEach(this::judge);
    open.clear();
    found.sort(
        Comparator.comparingLong((NamelessBout b) -> b.from).thenComparingInt(b -> b.account));
    found.subList(Math.min(MOST, found.size()), found.size()).clear();
    found.forEach(b -> byAccount.computeIfAbsent(b.account, a -> new ArrayList<>(1)).add(b));
    collects = true;
    return !found.isEmpty();
  }

  private void collect(Fact fact, Sight.Meaning meaning) {
    if (fact.source() > Names.OTHER) {
      return;
    }
    for (NamelessBout bout : byAccount.getOrDefault(fact.account(), List.of())) {
      if (meaning == Sight.Meaning.FAILURE && fact.time() >= bout.from && fact.time() <= bout.to) {
        builder(guesses, bout, FindingType.BRUTE_FORCE).add(fact);
      } else if (meaning == Sight.Meaning.SUCCESS && isWin(fact, bout)) {
        builder(wins, bout, FindingType.COMPROMISE).add(fact);
      }
    }
  }

  /** Who had always logged on goes on doing so while others guess. */
  private boolean isWin(Fact fact, NamelessBout bout) {
    return fact.time() == firstSuccess.get(fact.account())
        && fact.time() > bout.from
        && fact.time() <= bout.to + SOON;
  }

  private FindingBuilder builder(
      Map<NamelessBout, FindingBuilder> all, NamelessBout bout, FindingType type) {
    return all.computeIfAbsent(
        bout, b -> context.finding(type).population(Selector.Population.NAMELESS));
  }

  @Override
  public List<Finding> end() {
    List<Finding> all = new ArrayList<>();
    for (NamelessBout bout : found) {
      FindingBuilder guess = guesses.get(bout);
      FindingBuilder win = wins.get(bout);
      if (guess != null) {
        all.add(guessing(guess, context.account(bout.account), win == null ? 0 : win.count()));
      }
      if (guess != null && win != null) {
        all.add(compromise(win, context.account(bout.account), guess.count()));
      }
    }
    return all;
  }

  private static Finding guessing(FindingBuilder guess, String account, long successes) {
    return guess
        .severity(guess.count() >= HUNDREDS ? Severity.HIGH : Severity.MEDIUM)
        .confidence(0.7)
        .title(
            Amount.of(guess.count(), "failed attempt")
                + " at the account "
                + account
                + ", from addresses that no log tells")
        .metric("failures", guess.count())
        .metric("attempts", guess.count() + successes)
        .metric("successes", successes)
        .metric("accountsNamed", true)
        .metric("accountsTried", 1L)
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
