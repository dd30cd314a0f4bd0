package postmortem.run;

import java.util.List;
import java.util.TreeMap;
import postmortem.analysis.Finding;
import postmortem.evidence.LedgerEntry;
import postmortem.incident.CaseReport;
import postmortem.incident.Verdict;

/** Puts a report together. */
final class CaseBuilder {
  private final Reading.Result read;
  private final String version;

  CaseBuilder(Reading.Result read, Whole whole, RunSettings settings, String version) {
    this.read = read;
    this.version = version;
  }

  CaseReport report(List<LedgerEntry> ledger, List<Finding> findings) {
    TreeMap<postmortem.event.SourceRef, String> samples =
        new TreeMap<>(
            new RecordTexts(read.tree())
                .read(findings.stream().flatMap(f -> f.samples().stream()).toList()));
    return new CaseReport(
        version,
        new TreeMap<>(),
        new Verdict(Verdict.Hit.NO, "", null, List.of()),
        ledger,
        findings,
        List.of(),
        samples,
        List.of(),
        List.of());
  }
}
