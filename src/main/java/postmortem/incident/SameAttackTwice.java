package postmortem.incident;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import postmortem.analysis.Finding;
import postmortem.analysis.FindingType;
import postmortem.analysis.Severity;
import postmortem.event.Address;
import postmortem.event.Times;

/** One attack is one finding: of two that tell the same facts the better is kept. */
final class SameAttackTwice implements Deduction {

  private static final long SLACK = Times.HOUR;

  @Override
  public List<Finding> apply(List<Finding> findings) {
    Map<String, Finding> kept = new LinkedHashMap<>();
    findings.forEach(f -> kept.put(f.id(), f));
    List<Finding> judged = findings.stream().filter(SameAttackTwice::canHold).toList();
    for (Finding finding : findings) {
      Finding better = better(finding, judged, kept);
      if (better == null) {
        continue;
      }
      kept.remove(finding.id());
      if (better.sources().isEmpty() && !finding.sources().isEmpty()) {
        kept.put(better.id(), withSources(better, finding));
      }
    }
    return List.copyOf(kept.values());
  }

  private static boolean canHold(Finding finding) {
    Role role = Role.of(finding);
    return finding.severity() != Severity.INFO && (role == Role.GUESSING || role == Role.ABUSE);
  }

  private static @Nullable Finding better(
      Finding finding, List<Finding> judged, Map<String, Finding> kept) {
    if (finding.severity() == Severity.INFO) {
      return null;
    }
    for (Finding other : judged) {
      Finding now = kept.get(other.id());
      if (now != null && !now.id().equals(finding.id()) && holds(now, finding)) {
        return now;
      }
    }
    return null;
  }

  /** Does the first tell all that the second tells, and more or better? */
  private static boolean holds(Finding better, Finding worse) {
    Role role = Role.of(worse);
    if (role == Role.SUSPICION) {
      return Role.of(better) == Role.GUESSING
          && (better.sources().isEmpty() ? sameEnds(better, worse) : sameSources(better, worse));
    }
    if (worse.type() == FindingType.RELAY_PROBE) {
      return better.type() == FindingType.OPEN_RELAY && inside(better, worse);
    }
    return (role == Role.GUESSING || role == Role.ABUSE)
        && Role.of(better) == role
        && inside(better, worse)
        && Spans.shared(worse.accounts(), better.accounts()) == worse.accounts().size()
        && better.services().containsAll(worse.services())
        && (!inside(worse, better) || preferred(better, worse));
  }

  /** Half of the suspects are known to guess, for half of the suspect time at least. */
  private static boolean sameSources(Finding guessing, Finding suspicion) {
    long lasting = suspicion.end() - suspicion.start();
    long shared =
        Math.min(suspicion.end(), guessing.end() + SLACK)
            - Math.max(suspicion.start(), guessing.start() - SLACK);
    int known = Spans.shared(suspicion.sources(), guessing.sources());
    return known > 0 && known * 2 >= suspicion.sources().size() && shared * 2 >= lasting;
  }

  /** The guessing has no address in its log; the suspicion begins and ends with it. */
  private static boolean sameEnds(Finding guessing, Finding suspicion) {
    long slack = Math.max(15 * Times.MINUTE, (guessing.end() - guessing.start()) / 10);
    return guessing.attribution() == null
        && Math.abs(guessing.start() - suspicion.start()) <= slack
        && Math.abs(guessing.end() - suspicion.end()) <= slack;
  }

  private static boolean inside(Finding better, Finding worse) {
    return !worse.sources().isEmpty()
        && Spans.within(worse, better, SLACK)
        && Spans.shared(worse.sources(), better.sources()) == worse.sources().size();
  }

  /** Of two that hold each other: the worse one in severity, the fuller one, the first in order. */
  private static boolean preferred(Finding a, Finding b) {
    int c = a.severity().compareTo(b.severity());
    c = c != 0 ? c : Integer.compare(a.accounts().size(), b.accounts().size());
    c = c != 0 ? c : Long.compare(a.count(), b.count());
    c = c != 0 ? c : b.type().compareTo(a.type());
    return c > 0 || c == 0 && a.id().compareTo(b.id()) < 0;
  }

  private static Finding withSources(Finding guessing, Finding suspicion) {
    Set<Address> sources = new TreeSet<>(suspicion.sources());
    return Redraft.of(guessing)
        .sources(sources)
        .confidence(Math.min(guessing.confidence(), 0.75))
        .finding();
  }
}
