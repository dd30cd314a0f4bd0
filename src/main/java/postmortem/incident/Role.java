package postmortem.incident;

import postmortem.analysis.Finding;
import postmortem.analysis.FindingType;

/** What part a finding plays in a story. */
enum Role {
  /** Looking for a way in. */
  PROBING,
  /** Trying passwords, as a log that shows AUTH has it. */
  GUESSING,
  /** What looks like guessing in a log that does not show AUTH. */
  SUSPICION,
  /** A password that a stranger knows. */
  SUCCESS,
  /** Mail of strangers that the server took and passed on. */
  ABUSE,
  /** What the abuse leads to. */
  FALLOUT,
  /** Holes in the evidence. */
  EVIDENCE,
  /** An explanation, or daily weather. */
  WEATHER;

  static Role of(Finding finding) {
    return of(finding.type());
  }

  static Role of(FindingType type) {
    return switch (type) {
      case RELAY_PROBE, DIRECTORY_HARVEST -> PROBING;
      case BRUTE_FORCE, PASSWORD_SPRAY, DISTRIBUTED_GUESSING, SLOW_GUESSING -> GUESSING;
      case SUSPECTED -> SUSPICION;
      case PASSWORD_KNOWN, COMPROMISE -> SUCCESS;
      case OPEN_RELAY, AUTHENTICATED_SPAM, INSIDE_HOST -> ABUSE;
      case LOCKOUT, NDR_SPIKE, NDR_REFLECTED, BACKSCATTER, REPUTATION_BLOCKED -> FALLOUT;
      case GAP, LOG_CLEARED, CLOCK_SKEW, OVERLAP -> EVIDENCE;
      case BACKGROUND,
          STALE_CREDENTIAL,
          NEWSLETTER,
          PARTNER_OUTAGE,
          MONITOR,
          SHARED_ADDRESS,
          MIGRATION ->
          WEATHER;
    };
  }
}
