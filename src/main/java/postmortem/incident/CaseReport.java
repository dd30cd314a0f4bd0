package postmortem.incident;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import postmortem.analysis.Finding;
import postmortem.event.SourceRef;
import postmortem.evidence.LedgerEntry;

/**
 * All that a report writer sees. Holds no host, user, absolute path or run time.
 *
 * @param version of the tool
 * @param settings that were used: name to value; values are Number, String, Boolean or lists of
 *     these
 * @param findings in total order: severity descending, start, id
 * @param incidents in total order: severity descending, start, id
 * @param samples the text of each sample of each finding: raw, secrets masked, decoded; control
 *     characters are still in it
 * @param series hourly over all, by minute inside incidents
 * @param clocks which clocks were believed and which were set right, full sentences
 * @param limits what this evidence cannot show, full sentences
 */
public record CaseReport(
    String version,
    SortedMap<String, Object> settings,
    Verdict verdict,
    List<LedgerEntry> ledger,
    List<Finding> findings,
    List<Incident> incidents,
    SortedMap<SourceRef, String> samples,
    List<Series> series,
    List<String> clocks,
    List<String> limits) {

  public CaseReport {
    ledger = List.copyOf(ledger);
    findings = List.copyOf(findings);
    incidents = List.copyOf(incidents);
    series = List.copyOf(series);
    clocks = List.copyOf(clocks);
    limits = List.copyOf(limits);
  }

  /**
   * Counts in equal bins.
   *
   * @param name of what is counted: {@code auth.rejected}
   * @param server the machine, "" where unknown
   * @param binSeconds 3600 or 60
   * @param start of the first bin, nanoseconds since 1970 UTC
   * @param counts null where no log covers the bin
   * @param threshold that findings on this series passed, or null
   */
  public record Series(
      String name,
      String server,
      int binSeconds,
      long start,
      List<@Nullable Long> counts,
      @Nullable Double threshold) {}
}
