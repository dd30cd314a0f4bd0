package postmortem.analysis;

import java.util.List;

/** The vocabulary of findings, with the ATT&amp;CK techniques that each is a sign of. */
public enum FindingType {
  BRUTE_FORCE("auth.brute-force", "T1110.001"),
  PASSWORD_SPRAY("auth.password-spray", "T1110.003"),
  DISTRIBUTED_GUESSING("auth.distributed-guessing", "T1110.001"),
  SLOW_GUESSING("auth.slow-guessing", "T1110.001"),
  SUSPECTED("auth.suspected", "T1110"),
  BACKGROUND("auth.background"),
  STALE_CREDENTIAL("auth.stale-credential"),
  LOCKOUT("auth.lockout", "T1110"),
  PASSWORD_KNOWN("auth.password-known", "T1078"),
  COMPROMISE("auth.compromise", "T1078"),
  OPEN_RELAY("relay.open", "T1496"),
  AUTHENTICATED_SPAM("relay.authenticated-spam", "T1078", "T1496"),
  INSIDE_HOST("relay.inside-host", "T1496"),
  RELAY_PROBE("relay.probe", "T1595"),
  NDR_SPIKE("ndr.spike", "T1496"),
  NDR_REFLECTED("ndr.reflected", "T1499"),
  BACKSCATTER("ndr.backscatter"),
  DIRECTORY_HARVEST("harvest.directory", "T1589.002"),
  REPUTATION_BLOCKED("reputation.blocked"),
  GAP("evidence.gap"),
  LOG_CLEARED("evidence.log-cleared", "T1070.001"),
  CLOCK_SKEW("evidence.clock-skew"),
  OVERLAP("evidence.overlap"),
  NEWSLETTER("benign.newsletter"),
  PARTNER_OUTAGE("benign.partner-outage"),
  MONITOR("benign.monitor"),
  SHARED_ADDRESS("benign.shared-address"),
  MIGRATION("benign.migration");

  private final String id;
  private final List<String> techniques;

  FindingType(String id, String... techniques) {
    this.id = id;
    this.techniques = List.of(techniques);
  }

  public String id() {
    return id;
  }

  /** ATT&amp;CK ids. */
  public List<String> techniques() {
    return techniques;
  }
}
