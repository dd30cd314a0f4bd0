package postmortem.run;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import postmortem.analysis.Attribution;
import postmortem.analysis.Context;
import postmortem.analysis.Fact;
import postmortem.analysis.FactKind;
import postmortem.analysis.FactStore;
import postmortem.analysis.Finding;
import postmortem.analysis.FirstPlaces;
import postmortem.event.Address;
import postmortem.event.Names;

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
    private long ambiguous;
    private long unattributed;

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

    /** Counts an attempt that no address could be found for, if it is at one of the accounts. */
    void offerNameless(Fact fact) {
      if (finding.attribution() != null
          && fact.time() >= finding.start()
          && fact.time() <= finding.end()
          && accounts.contains(fact.account())) {
        ambiguous += fact.attribution() == Attribution.AMBIGUOUS ? 1 : 0;
        unattributed += fact.attribution() == Attribution.UNATTRIBUTED ? 1 : 0;
      }
    }

    Finding counted() {
      return count == 0 ? finding : finding.withEvidence(count, samples.list(), attribution());
    }

    private Finding.@Nullable Attribution attribution() {
      Finding.Attribution known = finding.attribution();
      return known == null
          ? null
          : new Finding.Attribution(
              known.attributed(),
              Math.max(known.ambiguous(), ambiguous),
              Math.max(known.unattributed(), unattributed));
    }
  }

  private final Context context;
  private final List<Exhibit> all = new ArrayList<>();
  private final List<Exhibit> attributed = new ArrayList<>();
  private final List<Exhibit> ofAnySource = new ArrayList<>();
  private final Int2ObjectOpenHashMap<List<Exhibit>> bySource = new Int2ObjectOpenHashMap<>();
  private final Set<FactKind> kinds = EnumSet.noneOf(FactKind.class);

  private Exhibits(Context context) {
    this.context = context;
  }

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

  /** The findings with the evidence that they have in all. */
  static List<Finding> count(List<Finding> findings, FactStore facts, Context context)
      throws IOException {
    Exhibits exhibits = new Exhibits(context);
    findings.forEach(exhibits::add);
    facts.forEach(exhibits.kinds, exhibits::offer);
    return exhibits.all.stream().map(Exhibit::counted).toList();
  }

  private void add(Finding finding) {
    Exhibit exhibit = new Exhibit(finding, context);
    all.add(exhibit);
    kinds.addAll(finding.selector().kinds());
    if (!finding.selector().bySource()) {
      ofAnySource.add(exhibit);
      return;
    }
    if (finding.attribution() != null) {
      attributed.add(exhibit);
      kinds.add(FactKind.LOGON);
    }
    for (Address source : finding.sources()) {
      bySource
          .computeIfAbsent(context.names().address(source), id -> new ArrayList<>(1))
          .add(exhibit);
    }
  }

  private void offer(Fact fact) {
    if (fact.source() == Names.ABSENT && fact.attribution() != Attribution.LOGGED) {
      attributed.forEach(exhibit -> exhibit.offerNameless(fact));
    }
    ofAnySource.forEach(exhibit -> exhibit.offer(fact, context));
    List<Exhibit> own = bySource.get(fact.source());
    if (own != null) {
      own.forEach(exhibit -> exhibit.offer(fact, context));
    }
  }
}
