package postmortem.analysis;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import postmortem.event.Names;
import postmortem.event.Slice;
import postmortem.event.TextSpace;

/**
 * Which recipient domains are ours: as told, or as the traffic shows.
 *
 * <p>A domain is taken for ours if many unrelated networks send to it most of the time and we
 * accept that, and if we hardly ever send to it ourselves, or pass on just what came in, as a
 * gateway does (detection-methods.md, 2, "open relay"). It is foreign if we hand its mail to
 * others, or if only a few ever sent to it. Anything between is not known. Where no domain can be
 * told to be ours, only what we sent to, or refused to relay to, is foreign.
 */
public final class LocalDomains {

  private static final int FEW_NETWORKS = 3;

  private final BitSet local = new BitSet();
  private final BitSet unsure = new BitSet();
  private final BitSet ownSenders = new BitSet();
  private final boolean told;
  private final Set<String> names = new HashSet<>(); // of our domains, so far as they occur
  private final Domains domains;
  private int mostNetworks;
  private int mostHours;
  private long mostAccepted;

  /** Judges the domains of a total. */
  public LocalDomains(Domains domains, Names ids, DetectorSettings settings) {
    this.told = !settings.localDomains().isEmpty();
    this.domains = domains;
    for (int id = Names.OTHER + 1; id < domains.domains(); id++) {
      mostNetworks = Math.max(mostNetworks, domains.networks(id));
      mostHours = Math.max(mostHours, domains.hours(id));
      mostAccepted = Math.max(mostAccepted, domains.accepted(id));
    }
    for (int id = Names.OTHER + 1; id < domains.domains(); id++) {
      if (seen(id) && (told ? settings.localDomains().contains(name(ids, id)) : looksLocal(id))) {
        local.set(id);
        names.add(name(ids, id));
      }
    }
    Set<String> own = new HashSet<>(names);
    for (int id = Names.OTHER + 1; id < ids.textIds(TextSpace.DOMAIN); id++) {
      String name = name(ids, id);
      if (told && settings.localDomains().contains(name)) {
        local.set(id);
      } else if (!local.get(id) && (below(name) || !told && looksUnsure(id))) {
        unsure.set(id);
        own.add(name);
      }
    }
    own.addAll(settings.localDomains());
    for (int id = Names.OTHER + 1; id < ids.textIds(TextSpace.SENDER); id++) {
      String name = String.valueOf(ids.text(TextSpace.SENDER, id));
      ownSenders.set(id, own.contains(name) || below(name));
    }
  }

  private static String name(Names ids, int id) {
    return String.valueOf(ids.text(TextSpace.DOMAIN, id));
  }

  private boolean seen(int id) {
    return domains.accepted(id) + domains.refused(id) + domains.sent(id) > 0;
  }

  /** Is the name one below a domain of ours? */
  private boolean below(String name) {
    for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
      if (names.contains(name.substring(dot + 1))) {
        return true;
      }
    }
    return false;
  }

  private boolean looksLocal(int id) {
    long accepted = domains.accepted(id);
    if (domains.networks(id) < FEW_NETWORKS || domains.relayDenied(id) > accepted) {
      return false;
    }
    boolean hardlySent = domains.sent(id) * 20 <= accepted;
    if (hardlySent && domains.unknownNames(id) > domains.relayDenied(id)) {
      return true; // we know who has a mailbox in it
    }
    if (domains.networks(id) * 2 < mostNetworks || domains.hours(id) * 2 < mostHours) {
      return false;
    }
    return hardlySent || domains.sent(id) * 2 <= accepted * 3 && accepted * 10 >= mostAccepted;
  }

  private boolean looksUnsure(int id) {
    return seen(id) && domains.sent(id) == 0 && domains.networks(id) >= FEW_NETWORKS;
  }

  /** Do we deliver for this domain, so far as we know? */
  public boolean isLocal(int domain) {
    return local.get(domain);
  }

  /** Do we surely not deliver for it? False for 0: a recipient without domain is one of ours. */
  public boolean isForeign(int domain) {
    if (domain <= Names.OTHER || local.get(domain) || unsure.get(domain)) {
      return false;
    }
    return told
        || !local.isEmpty()
        || domains.sent(domain) > 0
        || domains.relayDenied(domain) > domains.accepted(domain);
  }

  /**
   * Is this an envelope sender's domain of ours, or below one of ours, or may it be? True for one
   * that was dropped.
   */
  public boolean isOwnSender(int domain) {
    return domain == Names.OTHER || ownSenders.get(domain);
  }

  /** Is the name, in any case, one of ours? */
  public boolean contains(Slice name) {
    return names.contains(name.toString().toLowerCase(Locale.ROOT));
  }
}
