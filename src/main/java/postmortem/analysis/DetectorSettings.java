package postmortem.analysis;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import postmortem.event.Address;

/**
 * What somebody told us about the site, and the thresholds.
 *
 * @param thresholds those that differ from the standard
 * @param localDomains that we deliver for, lower case; empty: to be inferred
 * @param ownNetworks that our machines are in, besides the private ones
 * @param from findings that end before this time are left out; nanoseconds
 * @param to findings that start after this time are left out
 */
public record DetectorSettings(
    Map<Threshold, Double> thresholds,
    SortedSet<String> localDomains,
    List<Network> ownNetworks,
    long from,
    long to) {

  public DetectorSettings {
    EnumMap<Threshold, Double> copy = new EnumMap<>(Threshold.class);
    copy.putAll(thresholds);
    thresholds = copy;
    localDomains = new TreeSet<>(localDomains);
    ownNetworks = List.copyOf(ownNetworks);
  }

  /** Nothing told, nothing set. */
  public static final DetectorSettings STANDARD =
      new DetectorSettings(Map.of(), new TreeSet<>(), List.of(), Long.MIN_VALUE, Long.MAX_VALUE);

  public double threshold(Threshold threshold) {
    return thresholds.getOrDefault(threshold, threshold.standard());
  }

  /** Is this an address of ours: private, or in a network that we were told of? */
  public boolean inside(Address address) {
    if (address.isPrivate()) {
      return true;
    }
    for (Network network : ownNetworks) {
      if (network.contains(address)) {
        return true;
      }
    }
    return false;
  }
}
