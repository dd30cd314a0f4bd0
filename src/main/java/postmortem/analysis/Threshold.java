package postmortem.analysis;

/**
 * The limits that detectors compare with; each can be set by its id.
 *
 * <p>Rates count attempts (detection-methods.md, 0 and M1), not log lines.
 */
public enum Threshold {
  BURST_FAILURES("auth.burst-failures", 10, "failed attempts of one source in 10 minutes"),
  DAILY_FAILURES("auth.daily-failures", 20, "failed attempts of one source in 24 hours"),
  SPRAY_ACCOUNTS("auth.spray-accounts", 5, "different accounts of one source in one hour"),
  ACCOUNT_FAILURES(
      "auth.account-failures", 10, "failed attempts at one account in one hour, from anywhere"),
  CAMPAIGN_SOURCES("auth.campaign-sources", 5, "sources that guess together"),
  SLOW_DAYS("auth.slow-days", 1, "days of guessing below every rate"),
  SUSPECTED_SESSIONS(
      "auth.suspected-sessions", 60, "sessions without mail of one source in 24 hours"),
  RELAY_MESSAGES("relay.messages", 3, "relayed messages of strangers"),
  RELAY_RECIPIENTS("relay.recipients", 20, "foreign recipients of relayed messages"),
  BULK_RECIPIENTS("relay.bulk-recipients", 250, "foreign recipients of one sender in one hour"),
  PROBE_DENIALS("relay.probe-denials", 3, "refused relay attempts of one source in one hour"),
  HARVEST_REFUSALS("harvest.refusals", 30, "unknown recipients of one source in one hour"),
  NDR_PER_HOUR("ndr.per-hour", 50, "failure reports in one hour where there is no clean baseline"),
  NDR_SCORE("ndr.score", 6, "robust standard deviations above the usual");

  private final String id;
  private final double standard;
  private final String meaning;

  Threshold(String id, double standard, String meaning) {
    this.id = id;
    this.standard = standard;
    this.meaning = meaning;
  }

  /** The name in settings and reports. */
  public String id() {
    return id;
  }

  /** The value where nobody sets another. */
  double standard() {
    return standard;
  }

  /** What is counted, for people. */
  public String meaning() {
    return meaning;
  }
}
