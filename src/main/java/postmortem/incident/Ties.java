package postmortem.incident;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import postmortem.analysis.Context;
import postmortem.analysis.Finding;
import postmortem.analysis.FindingType;
import postmortem.analysis.Severity;
import postmortem.event.Address;
import postmortem.event.Times;

/**
 * Which findings are of one story: connected by sources, accounts and causes, never by time alone.
 */
final class Ties {

  /** A password that was found is used when the market wants it. */
  private static final long LATER_USE = 14 * Times.DAY;

  private final Context context;
  private final List<Finding> findings;
  private final int[] parent;
  private final Set<Address> shared = new HashSet<>();

  /**
   * @param findings in order of time
   */
  private Ties(List<Finding> findings, Context context) {
    this.context = context;
    this.findings = findings.stream().filter(Ties::takesPart).toList();
    this.parent = new int[this.findings.size()];
    for (int i = 0; i < parent.length; i++) {
      parent[i] = i;
    }
    for (Finding f : findings) {
      if (f.type() == FindingType.SHARED_ADDRESS) {
        shared.addAll(f.sources());
      }
    }
  }

  /** The groups, each in order of time, in the order of their first findings. */
  static List<List<Finding>> groups(List<Finding> findings, Context context) {
    List<Finding> sorted = new ArrayList<>(findings);
    sorted.sort(Order.TIME);
    Ties ties = new Ties(sorted, context);
    ties.bySource();
    ties.byCause();
    ties.byAccount();
    return ties.groups(sorted);
  }

  private static boolean takesPart(Finding finding) {
    Role role = Role.of(finding);
    return finding.severity() != Severity.INFO && role != Role.EVIDENCE && role != Role.WEATHER;
  }

  private int root(int i) {
    int at = i;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  private void tie(int a, int b) {
    int x = root(a);
    int y = root(b);
    parent[Math.max(x, y)] = Math.min(x, y);
  }

  /** Findings of one source that follow on each other within a day. */
  private void bySource() {
    Map<Address, List<Integer>> bySource = new TreeMap<>();
    for (int i = 0; i < findings.size(); i++) {
      for (Address source : findings.get(i).sources()) {
        if (!shared.contains(source)) {
          bySource.computeIfAbsent(source, s -> new ArrayList<>()).add(i);
        }
      }
    }
    bySource.forEach(
        (source, list) -> {
          int last = list.get(0);
          for (int next : list.subList(1, list.size())) {
            Finding a = findings.get(last);
            Finding b = findings.get(next);
            if (root(last) != root(next)
                && Spans.gap(a, b) < Times.DAY
                && (!context.settings().inside(source) || insider(a) || insider(b))
                && sameSet(a, b)) {
              tie(last, next);
            }
            last = b.end() > a.end() ? next : last;
          }
        });
  }

  /** An own address is anybody's who comes through a proxy, unless the machine itself is at it. */
  private static boolean insider(Finding finding) {
    return finding.type() == FindingType.INSIDE_HOST;
  }

  /** One address of hundreds may be in two campaigns by chance: a tenth of the smaller one not. */
  private static boolean sameSet(Finding a, Finding b) {
    int smaller = Math.min(a.sources().size(), b.sources().size());
    return smaller <= 10 || Spans.shared(a.sources(), b.sources()) * 10 >= smaller;
  }

  private void byCause() {
    Map<String, Integer> byId = new HashMap<>();
    for (int i = 0; i < findings.size(); i++) {
      byId.put(findings.get(i).id(), i);
    }
    for (int i = 0; i < findings.size(); i++) {
      for (String effect : findings.get(i).explains()) {
        Integer other = byId.get(effect);
        if (other != null) {
          tie(i, other);
        }
      }
    }
  }

  private void byAccount() {
    List<Integer> guessing = new ArrayList<>();
    Map<String, Integer> taken = new TreeMap<>();
    for (int i = 0; i < findings.size(); i++) {
      Finding finding = findings.get(i);
      if (Role.of(finding) == Role.GUESSING) {
        guessing.add(i);
      } else if (finding.type() == FindingType.COMPROMISE) {
        for (String account : finding.accounts()) {
          taken.putIfAbsent(account, i);
        }
      }
    }
    guessedWithoutAddress(guessing);
    Map<String, Integer> used = new TreeMap<>(taken);
    for (int i = 0; i < findings.size(); i++) {
      Finding finding = findings.get(i);
      if (finding.type() == FindingType.AUTHENTICATED_SPAM) {
        used(i, used);
      }
      if (asksForGuessing(finding, taken)) {
        guessedBefore(i, guessing);
      }
    }
  }

  /** Spam is tied to the compromise of its account, and to other spam as that account. */
  private void used(int spam, Map<String, Integer> used) {
    for (String account : findings.get(spam).accounts()) {
      Integer before = used.get(account);
      if (before != null && Spans.gap(findings.get(before), findings.get(spam)) < LATER_USE) {
        tie(before, spam);
      }
      used.merge(account, spam, (a, b) -> findings.get(a).end() >= findings.get(b).end() ? a : b);
    }
  }

  private static boolean asksForGuessing(Finding finding, Map<String, Integer> taken) {
    return switch (finding.type()) {
      case COMPROMISE, PASSWORD_KNOWN, LOCKOUT -> true;
      case AUTHENTICATED_SPAM -> finding.accounts().stream().noneMatch(taken::containsKey);
      default -> false;
    };
  }

  /**
   * Ties to the one guessing that fits best, unless the sources told already: two campaigns may try
   * the same names at the same time.
   */
  private void guessedBefore(int later, List<Integer> guessing) {
    Finding finding = findings.get(later);
    int best = -1;
    for (int guess : guessing) {
      Finding g = findings.get(guess);
      if (Spans.shared(finding.accounts(), g.accounts()) == 0
          || g.start() > finding.end()
          || Spans.gap(g, finding) >= reach(finding.type())) {
        continue;
      }
      if (Spans.shared(finding.sources(), g.sources()) > 0) {
        tie(later, guess);
        return;
      }
      best = best < 0 || fits(finding, g, findings.get(best)) ? guess : best;
    }
    if (best >= 0) {
      tie(later, best);
    }
  }

  private static long reach(FindingType type) {
    return type == FindingType.COMPROMISE || type == FindingType.AUTHENTICATED_SPAM
        ? LATER_USE
        : Times.DAY;
  }

  /** Does the first guessing fit a finding better than the second? */
  private static boolean fits(Finding finding, Finding a, Finding b) {
    List<ToLongFunction<Finding>> marks =
        List.of(
            g -> Spans.shared(g.services(), finding.services()) > 0 ? 1 : 0,
            g -> Spans.shared(finding.accounts(), g.accounts()),
            g -> -Spans.gap(g, finding),
            g -> Spans.overlap(g, finding),
            Finding::count);
    for (ToLongFunction<Finding> mark : marks) {
      int c = Long.compare(mark.applyAsLong(a), mark.applyAsLong(b));
      if (c != 0) {
        return c > 0;
      }
    }
    return a.id().compareTo(b.id()) < 0;
  }

  /** The same guessing as a log without addresses has it: same names, same services, same time. */
  private void guessedWithoutAddress(List<Integer> guessing) {
    for (int i : guessing) {
      Finding a = findings.get(i);
      if (!a.sources().isEmpty()) {
        continue;
      }
      for (int j : guessing) {
        Finding b = findings.get(j);
        if (i != j
            && Spans.overlap(a, b) * 2 > Math.min(a.end() - a.start(), b.end() - b.start())
            && Spans.shared(a.accounts(), b.accounts()) * 2 >= a.accounts().size()
            && Spans.shared(a.services(), b.services()) > 0) {
          tie(i, j);
        }
      }
    }
  }

  private List<List<Finding>> groups(List<Finding> all) {
    Map<Integer, List<Finding>> byRoot = new TreeMap<>();
    for (int i = 0; i < findings.size(); i++) {
      byRoot.computeIfAbsent(root(i), r -> new ArrayList<>()).add(findings.get(i));
    }
    List<List<Finding>> groups = new ArrayList<>();
    for (List<Finding> group : byRoot.values()) {
      if (group.stream().anyMatch(f -> f.severity().compareTo(Severity.MEDIUM) >= 0)) {
        groups.add(group);
      }
    }
    return Holes.attach(groups, evidence(all));
  }

  private static List<Finding> evidence(Collection<Finding> all) {
    return all.stream()
        .filter(f -> f.type() == FindingType.GAP || f.type() == FindingType.LOG_CLEARED)
        .filter(f -> f.severity() != Severity.INFO)
        .toList();
  }
}
