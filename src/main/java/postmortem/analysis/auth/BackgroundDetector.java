package postmortem.analysis.auth;

import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.List;
import java.util.Set;
import postmortem.analysis.Context;
import postmortem.analysis.Detector;
import postmortem.analysis.Fact;
import postmortem.analysis.FactKind;
import postmortem.analysis.FactOrder;
import postmortem.analysis.Finding;
import postmortem.analysis.FindingBuilder;
import postmortem.analysis.FindingType;
import postmortem.analysis.Selector;
import postmortem.analysis.Severity;
import postmortem.analysis.Sweep;
import postmortem.event.Names;
import postmortem.event.Times;

/**
 * Tells {@code auth.background}: how many strangers guess at passwords on each day, attacks
 * included. Strangers are sources outside that never logged on. One finding for the whole period.
 */
public final class BackgroundDetector implements Detector {

  /** Pairs of day and account that are told apart. */
  private static final int MOST_PAIRS = 1 << 20;

  @Override
  public String id() {
    return "background";
  }

  @Override
  public Set<FactKind> inputs() {
    return Set.of(FactKind.ATTEMPT);
  }

  @Override
  public FactOrder order() {
    return FactOrder.SOURCE;
  }

  @Override
  public Sweep newSweep(Context context) {
    return new Days(context);
  }

  private static final class Days implements Sweep {
    private final Context context;
    private final FindingBuilder finding;
    private final Int2LongOpenHashMap attempts = new Int2LongOpenHashMap();
    private final Int2LongOpenHashMap sources = new Int2LongOpenHashMap();
    private final Int2LongOpenHashMap accounts = new Int2LongOpenHashMap();
    private final LongOpenHashSet pairs = new LongOpenHashSet();
    private int source;
    private int day;
    private long sourcesTotal;
    private long total;

    Days(Context context) {
      this.context = context;
      this.finding =
          context.finding(FindingType.BACKGROUND).population(Selector.Population.STRANGERS);
    }

    @Override
    public void next(Fact fact) {
      if (!context.isStranger(fact.source())
          || Sight.ATTEMPTS.of(fact, context) != Sight.Meaning.FAILURE) {
        return;
      }
      finding.evidence(fact);
      int today = Times.day(fact.time());
      if (fact.source() != source || today != day) {
        sources.addTo(today, 1); // facts of one source come in order of time
      }
      sourcesTotal += fact.source() == source ? 0 : 1;
      source = fact.source();
      day = today;
      long pair = (long) today << 32 | fact.account();
      if (fact.account() > Names.OTHER && pairs.size() < MOST_PAIRS && pairs.add(pair)) {
        accounts.addTo(today, 1);
      }
      attempts.addTo(today, Sight.ATTEMPTS.weight(fact));
      total += Sight.ATTEMPTS.weight(fact);
    }

    @Override
    public List<Finding> end() {
      if (finding.count() == 0) {
        return List.of();
      }
      return List.of(
          finding
              .severity(Severity.INFO)
              .confidence(0.9)
              .title("Failed attempts of strangers, day by day")
              .metric("attempts", total)
              .metric("sourcesTotal", sourcesTotal)
              .metric("attemptsPerDay", CampaignFigures.perDay(attempts))
              .metric("sourcesPerDay", CampaignFigures.perDay(sources))
              .metric("accountsPerDay", CampaignFigures.perDay(accounts))
              .build());
    }
  }
}
