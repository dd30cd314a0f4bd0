package postmortem.analysis;

import java.util.BitSet;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import postmortem.event.Names;
import postmortem.event.Slice;
import postmortem.event.TextSpace;

/**
 * Which recipient domains are ours: as told, or as the traffic shows.
 *
 * <p>A domain is taken for ours if many unrelated networks send to it most of the time, we accept
 * that, and we hardly ever send to it ourselves (detection-methods.md, 2, "open relay"). It is
 * foreign if we hand its mail to others, or if only a few ever sent to it. Anything between is not
 * known.
 */
public final class LocalDomains {

  private static final int FEW_NETWORKS = 3;

  private final BitSet local = new BitSet();
  private final BitSet unsure = new BitSet();
  private final boolean told;
  private final SortedSet<String> names = new TreeSet<>();

  /** Judges the domains of a total. */
  public LocalDomains(Domains domains, Names ids, DetectorSettings settings) {
    this.told = !settings.localDomains().isEmpty();
    int mostNetworks = 0;
    int mostHours = 0;
    for (int id = Names.OTHER + 1; id < domains.domains(); id++) {
      mostNetworks = Math.max(mostNetworks, domains.networks(id));
      mostHours = Math.max(mostHours, domains.hours(id));
    }
    for (int id = Names.OTHER + 1; id < domains.domains(); id++) {
      if (domains.accepted(id) + domains.refused(id) + domains.sent(id) == 0) {
        continue;
      }
      String name = String.valueOf(ids.text(TextSpace.DOMAIN, id));
      if (told
          ? settings.localDomains().contains(name)
          : looksLocal(domains, id, mostNetworks, mostHours)) {
        local.set(id);
        names.add(name);
      } else if (!told && domains.sent(id) == 0 && domains.networks(id) >= FEW_NETWORKS) {
        unsure.set(id);
      }
    }
  }

  private static boolean looksLocal(Domains domains, int id, int mostNetworks, int mostHours) {
    return domains.accepted(id) > 0
        && domains.sent(id) * 20 <= domains.accepted(id)
        && domains.networks(id) * 4 >= mostNetworks
        && domains.hours(id) * 2 >= mostHours;
  }

  /** Do we deliver for this domain, so far as we know? */
  public boolean isLocal(int domain) {
    return local.get(domain);
  }

  /** Do we surely not deliver for it? False for 0: a recipient without domain is one of ours. */
  public boolean isForeign(int domain) {
    return domain > Names.OTHER && !local.get(domain) && !unsure.get(domain);
  }

  /** Were the domains told, rather than inferred? */
  public boolean told() {
    return told;
  }

  /** The names of our domains, so far as they occur. */
  public SortedSet<String> names() {
    return names;
  }

  /** Is the name, in any case, one of ours? */
  public boolean contains(Slice name) {
    return names.contains(name.toString().toLowerCase(Locale.ROOT));
  }
}
