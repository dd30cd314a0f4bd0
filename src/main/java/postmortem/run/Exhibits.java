package postmortem.run;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import postmortem.analysis.Context;
import postmortem.analysis.Fact;
import postmortem.analysis.FactKind;
import postmortem.analysis.FactStore;
import postmortem.analysis.Finding;
import postmortem.analysis.FirstPlaces;
import postmortem.event.Address;

/**
 * Counts the evidence of findings: all facts that their selectors select, in one more pass. So the
 * count is what {@code show} will print, whatever the detector looked at.
 */
final class Exhibits {

  private static final class Exhibit {
    private final Finding finding;
    private final IntOpenHashSet accounts = new IntOpenHashSet();
    private final FirstPlaces samples = new FirstPlaces();
    private long count;

    Exhibit(Finding finding, Context context) {
      this.finding = finding;
      finding.accounts().forEach(name -> accounts.add(context.accounts().id(name)));
    }

    /** Is it evidence, if it is of one of the sources? */
    boolean holds(Fact fact, Context context) {
      return finding.selector().matches(fact, context)
          && (!finding.selector().byAccount() || accounts.contains(fact.account()));
    }

    void offer(Fact fact, Context context) {
      if (holds(fact, context)) {
        count++;
        samples.add(fact.place());
      }
    }

    Finding counted() {
      return count == 0 ? finding : finding.withEvidence(count, samples.list());
    }
  }

  private Exhibits() {}

  /** All facts that are evidence of a finding, in the order of time. */
  static void forEach(Finding finding, FactStore facts, Context context, Consumer<Fact> to)
      throws IOException {
    Exhibit exhibit = new Exhibit(finding, context);
    IntOpenHashSet sources = new IntOpenHashSet();
    finding.sources().forEach(source -> sources.add(context.names().address(source)));
    boolean bySource = finding.selector().bySource();
    facts.forEach(
        finding.selector().kinds(),
        fact -> {
          if ((!bySource || sources.contains(fact.source())) && exhibit.holds(fact, context)) {
            to.accept(fact);
          }
        });
  }

  static List<Finding> count(List<Finding> findings, FactStore facts, Context context)
      throws IOException {
    List<Exhibit> all = new ArrayList<>();
    List<Exhibit> anySource = new ArrayList<>();
    Int2ObjectOpenHashMap<List<Exhibit>> bySource = new Int2ObjectOpenHashMap<>();
    Set<FactKind> kinds = EnumSet.noneOf(FactKind.class);
    for (Finding finding : findings) {
      Exhibit exhibit = new Exhibit(finding, context);
      all.add(exhibit);
      kinds.addAll(finding.selector().kinds());
      if (finding.selector().bySource()) {
        for (Address source : finding.sources()) {
          bySource
              .computeIfAbsent(context.names().address(source), id -> new ArrayList<>(1))
              .add(exhibit);
        }
      } else {
        anySource.add(exhibit);
      }
    }
    facts.forEach(
        kinds,
        fact -> {
          for (Exhibit exhibit : anySource) {
            exhibit.offer(fact, context);
          }
          List<Exhibit> own = bySource.get(fact.source());
          if (own != null) {
            for (Exhibit exhibit : own) {
              exhibit.offer(fact, context);
            }
          }
        });
    return all.stream().map(Exhibit::counted).toList();
  }
}
