package postmortem.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import postmortem.analysis.Context;
import postmortem.analysis.Detector;
import postmortem.analysis.FactKind;
import postmortem.analysis.FactOrder;
import postmortem.analysis.FactStore;
import postmortem.analysis.Finding;
import postmortem.analysis.Sweep;

/** Shows all facts to all detectors: one pass for each order that one of them asks for. */
final class Sweeper {

  private Sweeper() {}

  static List<Finding> sweep(List<Detector> detectors, FactStore facts, Context context)
      throws IOException {
    List<Finding> findings = new ArrayList<>();
    for (FactOrder order : FactOrder.values()) {
      List<Sweep> sweeps = new ArrayList<>();
      Map<FactKind, List<Sweep>> byKind = new EnumMap<>(FactKind.class);
      for (Detector detector : detectors) {
        if (detector.order() == order) {
          Sweep sweep = detector.newSweep(context);
          sweeps.add(sweep);
          detector
              .inputs()
              .forEach(kind -> byKind.computeIfAbsent(kind, k -> new ArrayList<>()).add(sweep));
        }
      }
      if (sweeps.isEmpty()) {
        continue;
      }
      Set<FactKind> kinds = EnumSet.copyOf(byKind.keySet());
      facts.forEach(
          kinds,
          order,
          fact -> {
            for (Sweep sweep : byKind.getOrDefault(fact.kind(), List.of())) {
              sweep.next(fact);
            }
          });
      sweeps.forEach(sweep -> findings.addAll(sweep.end()));
    }
    return findings;
  }
}
