package postmortem.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import postmortem.analysis.Finding;
import postmortem.incident.CaseReport;

/** The findings that belong to no incident, by what a reader wants of them. */
record Groups(List<Finding> other, List<Finding> background, List<Finding> evidence) {

  static Groups of(CaseReport report) {
    Map<String, Finding> loose = new LinkedHashMap<>();
    report.findings().forEach(finding -> loose.put(finding.id(), finding));
    report.incidents().stream()
        .flatMap(incident -> incident.findings().stream())
        .forEach(finding -> loose.remove(finding.id()));
    Groups groups = new Groups(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    loose.values().forEach(finding -> groups.list(finding).add(finding));
    return groups;
  }

  private List<Finding> list(Finding finding) {
    return switch (finding.type()) {
      case GAP, LOG_CLEARED, CLOCK_SKEW, OVERLAP -> evidence;
      case NEWSLETTER, PARTNER_OUTAGE, MONITOR, SHARED_ADDRESS, MIGRATION, BACKGROUND -> background;
      case STALE_CREDENTIAL -> background;
      case BRUTE_FORCE,
          PASSWORD_SPRAY,
          DISTRIBUTED_GUESSING,
          SLOW_GUESSING,
          SUSPECTED,
          LOCKOUT,
          PASSWORD_KNOWN,
          COMPROMISE,
          OPEN_RELAY,
          AUTHENTICATED_SPAM,
          INSIDE_HOST,
          RELAY_PROBE,
          NDR_SPIKE,
          NDR_REFLECTED,
          BACKSCATTER,
          DIRECTORY_HARVEST,
          REPUTATION_BLOCKED ->
          other;
    };
  }

  /** Had what begins at this time, of incidents or else of findings, begun before? */
  static boolean openSince(CaseReport report, long since) {
    return report.incidents().stream().anyMatch(i -> i.start() == since && i.startOpen())
        || report.findings().stream().anyMatch(f -> f.start() == since && f.startOpen());
  }
}
