package postmortem.report;

import java.util.Map;
import postmortem.analysis.FindingType;

/** What the figures of findings count, for people. */
final class FigureLabels {

  private static final Map<String, String> LABELS =
      Map.ofEntries(
          Map.entry("absoluteFloors", "no clean baseline: absolute floors applied"),
          Map.entry("accountsNamed", "the log names the accounts"),
          Map.entry("accountsPerDay", "accounts tried, by day"),
          Map.entry("attemptsPerDay", "attempts, by day"),
          Map.entry("baselinePerDay", "usual number a day"),
          Map.entry("baselinePerHour", "usual number an hour"),
          Map.entry("deliveries", "deliveries in the same time"),
          Map.entry("dsnSent", "reports made here"),
          Map.entry("endedBySuccess", "ended by a success"),
          Map.entry("foreignDomains", "foreign recipient domains, different ones"),
          Map.entry("foreignRecipients", "foreign recipients"),
          Map.entry("helo", "HELO names, with how often each"),
          Map.entry("intervalSeconds", "interval in seconds"),
          Map.entry("knownRecipients", "recipients that exist"),
          Map.entry("networks", "networks (/16, or /32 of IPv6)"),
          Map.entry("nullSenderReceived", "reports received from outside"),
          Map.entry("peakBin", "worst hour (UTC)"),
          Map.entry("peakPerHour", "number in the worst hour"),
          Map.entry("perDay", "failed attempts, by day"),
          Map.entry("rawNames", "accounts as the log spells them"),
          Map.entry("ratio", "part of the deliveries that failed"),
          Map.entry("refused", "refused deliveries"),
          Map.entry("remoteHosts", "remote servers, different ones"),
          Map.entry("remoteRefusals", "recipients that remote servers refused"),
          Map.entry("score", "robust standard deviations above the usual"),
          Map.entry("senderDomains", "envelope sender domains, with messages from each"),
          Map.entry("sites64", "sources, a /64 of IPv6 counted as one"),
          Map.entry("sourcesPerDay", "sources, by day"),
          Map.entry("sourcesTotal", "sources, different ones"),
          Map.entry("timesBaseline", "times the usual"),
          Map.entry("unknownRecipients", "recipients that do not exist"));

  /** Limits that nobody can set. */
  private static final Map<String, String> LIMITS =
      Map.of(
          "ndr.ratio",
          "part of the deliveries that fail",
          "partner.refusals",
          "refusals of one destination",
          "reputation.refusals",
          "deliveries refused for our reputation");

  private FigureLabels() {}

  /** What a metric of a finding is; "domains" and the like differ from type to type. */
  static Phrase label(FindingType type, String key) {
    if (key.equals("domains")) {
      return Phrase.of("recipient domains, with " + perDomain(type) + " to each");
    }
    if (key.equals("share")) {
      return Phrase.of(share(type));
    }
    if (key.equals("refused") && type != FindingType.REPUTATION_BLOCKED) {
      return Phrase.of("refused");
    }
    return Phrase.prose(LABELS.getOrDefault(key, Wording.label(key)), AccountNames.NONE);
  }

  private static String perDomain(FindingType type) {
    return switch (type) {
      case NDR_SPIKE, NDR_REFLECTED, BACKSCATTER, PARTNER_OUTAGE -> "reports or refusals";
      case REPUTATION_BLOCKED -> "refused deliveries";
      default -> "messages, not recipients,";
    };
  }

  private static String share(FindingType type) {
    return switch (type) {
      case NDR_REFLECTED -> "part of the reports that were not taken";
      case REPUTATION_BLOCKED -> "part of all deliveries in the same time";
      default -> "share";
    };
  }

  /** What a limit that is no setting means; "" for any other. */
  static String limit(String id) {
    return LIMITS.getOrDefault(id, "");
  }
}
