package postmortem.analysis.auth;

import it.unimi.dsi.fastutil.ints.Int2LongMap;
import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import postmortem.analysis.Context;
import postmortem.analysis.FindingBuilder;
import postmortem.event.Address;
import postmortem.event.Names;
import postmortem.event.Reason;
import postmortem.event.TextSpace;

/** The figures of a campaign that findings print. */
final class CampaignFigures {

  /** Names that are printed. */
  private static final int MOST_NAMES = 20;

  private final Context context;
  private final Suspicion suspicion;

  CampaignFigures(Context context, Suspicion suspicion) {
    this.context = context;
    this.suspicion = suspicion;
  }

  void print(Dossier d, FindingBuilder finding) {
    finding
        .metric("sourcesTotal", (long) finding.sources())
        .metric("sites64", (long) d.campaign.sites.size())
        .metric("networks", (long) networks(d.campaign))
        .metric("peakPerHour", d.worstHour())
        .metric("perDay", perDay(d.perDay))
        .metric("helo", names(TextSpace.HELO, d.helo))
        .metric("mechanisms", mechanisms(d))
        .metric("absoluteFloors", !suspicion.baseline().isClean());
    if (suspicion.baseline().isClean()) {
      double usual = suspicion.baseline().usual();
      finding
          .metric("baselinePerDay", usual)
          .metric("timesBaseline", d.worstDay() / Math.max(1, usual));
    }
    List<String> reasons =
        d.reasons.stream().filter(r -> r != Reason.NONE).map(Reason::id).sorted().toList();
    if (!reasons.isEmpty()) {
      finding.metric("reasons", reasons);
    }
    SortedMap<String, List<String>> raw = rawNames(d);
    if (!raw.isEmpty()) {
      finding.metric("rawNames", raw);
    }
    if (suspicion.untracked() > 0) {
      finding.metric("untracked", suspicion.untracked());
    }
  }

  private int networks(Campaign campaign) {
    Set<Address> owners = new HashSet<>();
    for (int source : campaign.sources) {
      Address address = context.address(source);
      if (address != null) {
        owners.add(address.owner());
      }
    }
    return owners.size();
  }

  /** Counts by date. */
  static SortedMap<String, Long> perDay(Int2LongOpenHashMap days) {
    SortedMap<String, Long> out = new TreeMap<>();
    for (Int2LongMap.Entry e : days.int2LongEntrySet()) {
      out.put(LocalDate.ofEpochDay(e.getIntKey()).toString(), e.getLongValue());
    }
    return out;
  }

  /** The most frequent names with how often, in order of names. */
  private SortedMap<String, Long> names(TextSpace space, Int2LongOpenHashMap counts) {
    SortedMap<String, Long> out = new TreeMap<>();
    counts.int2LongEntrySet().stream()
        .filter(e -> e.getIntKey() > Names.OTHER)
        .sorted(
            Comparator.comparingLong(Int2LongMap.Entry::getLongValue)
                .reversed()
                .thenComparingInt(Int2LongMap.Entry::getIntKey))
        .limit(MOST_NAMES)
        .map(e -> Map.entry(text(space, e.getIntKey()), e.getLongValue()))
        .forEach(e -> out.put(e.getKey(), e.getValue()));
    return out;
  }

  private String text(TextSpace space, int id) {
    return String.valueOf(context.names().text(space, id));
  }

  private List<String> mechanisms(Dossier d) {
    SortedSet<String> out = new TreeSet<>();
    for (int id : d.mechanisms) {
      if (id > Names.OTHER) {
        out.add(text(TextSpace.LABEL, id));
      }
    }
    return out.stream().limit(MOST_NAMES).toList();
  }

  /** The spellings of each account that has others than its name. */
  private SortedMap<String, List<String>> rawNames(Dossier d) {
    SortedMap<String, List<String>> out = new TreeMap<>();
    for (int account : d.perAccount.keySet().intStream().sorted().toArray()) {
      String name = context.account(account);
      SortedSet<String> spellings = context.accounts().spellings(account);
      boolean others = spellings.size() > 1 || !spellings.isEmpty() && !spellings.contains(name);
      if (others && out.size() < MOST_NAMES) {
        out.put(name, spellings.stream().limit(MOST_NAMES).toList());
      }
    }
    return out;
  }
}
