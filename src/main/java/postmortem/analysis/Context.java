package postmortem.analysis;

import java.util.List;
import org.jspecify.annotations.Nullable;
import postmortem.event.Address;
import postmortem.event.Names;
import postmortem.event.Slice;

/**
 * All that is known when the evidence is read, before the facts are swept: names, totals, streams.
 *
 * @param names that all ids but those of accounts are of
 * @param accounts that the facts' accounts are of
 * @param settings thresholds and what we were told about the site
 * @param streams by id
 * @param traffic by source
 * @param domains by recipient domain
 * @param rates by stream and hour
 * @param local which domains are ours
 * @param coverage when there is evidence
 * @param silences where records are missing
 * @param handedOn which null-sender mail only went from one machine of ours to another
 */
public record Context(
    Names names,
    Accounts accounts,
    DetectorSettings settings,
    List<StreamInfo> streams,
    Traffic traffic,
    Domains domains,
    Rates rates,
    LocalDomains local,
    Coverage coverage,
    List<Silence> silences,
    HandedOn handedOn) {

  public double threshold(Threshold threshold) {
    return settings.threshold(threshold);
  }

  /** The address of a source; null where it is unknown. */
  public @Nullable Address address(int source) {
    return names.address(source);
  }

  /** Is the source an address of ours? False where it is unknown. */
  public boolean inside(int source) {
    Address address = names.address(source);
    return address != null && settings.inside(address);
  }

  /** The name of an account of a fact; "" for none. */
  public String account(int account) {
    return accounts.name(account);
  }

  /** The name of the account that a log spells so. */
  public String account(Slice spelled) {
    return accounts.nameOf(spelled, names);
  }

  /** Is the source one from outside that never logged on? */
  public boolean isStranger(int source) {
    return source > Names.OTHER
        && !inside(source)
        && traffic.figure(source, Traffic.Figure.AUTH_ACCEPTED) == 0;
  }

  public StreamInfo stream(Fact fact) {
    return streams.get(fact.stream());
  }

  /** Does any of the streams record AUTH? */
  public boolean showsAuth() {
    return streams.stream().anyMatch(StreamInfo::showsAuth);
  }

  /** Begins a finding. */
  public FindingBuilder finding(FindingType type) {
    return new FindingBuilder(this, type);
  }
}
