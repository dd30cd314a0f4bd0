package postmortem.incident;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import postmortem.analysis.Finding;
import postmortem.analysis.Severity;

/** Collects which finding explains which, and then tells it in both. */
final class Explained {

  private final Map<String, Finding> findings = new LinkedHashMap<>();
  private final Map<String, SortedSet<String>> explains = new TreeMap<>();

  Explained(List<Finding> findings) {
    findings.forEach(f -> this.findings.put(f.id(), f));
  }

  /** One finding explains another, which stays as it is. */
  void explain(Finding cause, Finding effect) {
    explains.computeIfAbsent(cause.id(), c -> new TreeSet<>()).add(effect.id());
  }

  /** Puts a changed finding in the place of the one with its id. */
  void replace(Finding changed) {
    findings.put(changed.id(), changed);
  }

  /** One finding explains another away: it stays in the report, as information. */
  void explainAway(Finding cause, Finding effect, String because) {
    explain(cause, effect);
    replace(
        Redraft.of(effect)
            .severity(Severity.INFO)
            .title(effect.title() + " (explained: " + because + ")")
            .finding());
  }

  /** All findings, with what they explain. */
  List<Finding> findings() {
    explains.forEach(
        (id, effects) ->
            findings.computeIfPresent(
                id, (same, cause) -> Redraft.of(cause).explains(effects).finding()));
    return new ArrayList<>(findings.values());
  }
}
