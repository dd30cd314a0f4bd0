package postmortem.incident;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import postmortem.analysis.Context;
import postmortem.analysis.Fact;
import postmortem.analysis.FactKind;
import postmortem.analysis.Finding;
import postmortem.event.Address;
import postmortem.event.Outcome;
import postmortem.event.Times;

/**
 * Which sources an account was used from before it sent spam. Holds no more than the spam findings
 * name.
 */
final class EarlierUse {

  /** What the intruder does in the day before belongs to the intrusion. */
  private static final long BEFORE = Times.DAY;

  private static final Set<FactKind> KINDS =
      EnumSet.of(FactKind.ATTEMPT, FactKind.LOGON, FactKind.MESSAGE);

  private final Map<String, Watch> watches = new TreeMap<>();

  private record Watch(long until, IntOpenHashSet asked, IntOpenHashSet seen) {}

  private EarlierUse() {}

  /** Reads the facts, if any spam names accounts that no compromise names. */
  static EarlierUse of(List<Finding> findings, Context context, FactSource facts)
      throws IOException {
    EarlierUse use = new EarlierUse();
    Map<String, List<Watch>> byAccount = new TreeMap<>();
    for (Finding spam : findings) {
      for (String account : CompromiseBySpam.open(spam, findings)) {
        Watch watch =
            new Watch(spam.start() - BEFORE, ids(spam.sources(), context), new IntOpenHashSet());
        use.watches.put(key(spam, account), watch);
        byAccount.computeIfAbsent(account, a -> new ArrayList<>()).add(watch);
      }
    }
    if (!byAccount.isEmpty()) {
      Int2ObjectOpenHashMap<List<Watch>> byId = new Int2ObjectOpenHashMap<>();
      for (int id = 0; id < context.accounts().size(); id++) {
        List<Watch> watching = byAccount.get(context.account(id));
        if (watching != null) {
          byId.put(id, watching);
        }
      }
      facts.forEach(KINDS, fact -> look(fact, byId));
    }
    return use;
  }

  private static void look(Fact fact, Int2ObjectOpenHashMap<List<Watch>> byId) {
    List<Watch> watching = byId.get(fact.account());
    if (watching == null || fact.outcome() != Outcome.ACCEPTED) {
      return;
    }
    for (Watch watch : watching) {
      if (fact.time() < watch.until && watch.asked.contains(fact.source())) {
        watch.seen.add(fact.source());
      }
    }
  }

  private static IntOpenHashSet ids(List<Address> sources, Context context) {
    IntOpenHashSet ids = new IntOpenHashSet();
    sources.forEach(a -> ids.add(context.names().address(a)));
    return ids;
  }

  private static String key(Finding spam, String account) {
    return spam.id() + '\n' + account;
  }

  /** The sources of the spam that the account had been used from before, in order. */
  Set<Address> known(Finding spam, String account, Context context) {
    Set<Address> out = new TreeSet<>();
    Watch watch = watches.get(key(spam, account));
    if (watch != null) {
      for (Address address : spam.sources()) {
        if (watch.seen.contains(context.names().address(address))) {
          out.add(address);
        }
      }
    }
    return out;
  }
}
