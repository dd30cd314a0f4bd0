package postmortem.report;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import postmortem.analysis.Finding;
import postmortem.incident.CaseReport;

/** How the report was made: the last pages of {@code report.md}. */
final class MarkdownMethod {

  private MarkdownMethod() {}

  static void write(CaseReport report, MarkdownPage page) throws IOException {
    page.heading(2, "Method");
    page.item(
        "Times are in UTC, as the logs' clocks gave them after the corrections listed above.");
    page.item(
        "Severity says how bad a finding is if it is true, confidence how sure it is that it is true:"
            + " low below 0.5, medium below 0.8, high from there on.");
    rates(report.findings(), page);
    clocks(report.clocks(), page);
    page.item(
        "Each finding names the number of its records and the first of them, as"
            + " path:record@offset in the decoded file; secrets are masked. `postmortem show` prints"
            + " all of them.");
    page.item(
        "Host names and URLs in sentences are written as `evil[.]example` and `hxxp`, characters"
            + " that nobody sees as `\\x1b`; addresses and accounts stand as they are. report.json"
            + " has the exact text.");
    page.item(
        "A report of failure that one machine of this site hands to another is counted once, where"
            + " it came in.");
    page.item("Techniques are those of MITRE ATT&amp;CK " + Techniques.VERSION + ".");
    page.end();
    page.heading(2, "Tool and settings");
    page.paragraph("postmortem " + MarkdownText.prose(report.version()));
    page.table(
        List.of("setting", "value"),
        List.copyOf(report.settings().entrySet()),
        Integer.MAX_VALUE,
        setting ->
            List.of(
                MarkdownText.cell(setting.getKey()), MarkdownFinding.value(setting.getValue())));
  }

  private static void clocks(List<String> clocks, MarkdownPage page) throws IOException {
    for (String sentence : clocks) {
      page.item(MarkdownText.prose(sentence));
    }
  }

  /** Which findings were measured against the archive itself, and which against fixed floors. */
  private static void rates(List<Finding> findings, MarkdownPage page) throws IOException {
    Collection<String> floors = types(findings, MarkdownMethod::floors);
    Collection<String> baseline =
        types(findings, f -> !floors(f) && f.metrics().containsKey("baselinePerHour"));
    if (!baseline.isEmpty()) {
      page.item(
          "Measured against the usual level of this archive: " + String.join(", ", baseline) + ".");
    }
    if (!floors.isEmpty()) {
      page.item(
          "Measured against absolute floors, as there is no clean baseline in this archive: "
              + String.join(", ", floors)
              + ".");
    }
    page.item(
        "Where no baseline is named, a finding passed the fixed threshold that is printed with it.");
  }

  private static boolean floors(Finding finding) {
    return Boolean.TRUE.equals(finding.metrics().get("absoluteFloors"));
  }

  private static Collection<String> types(List<Finding> findings, Predicate<Finding> which) {
    return findings.stream()
        .filter(which)
        .map(finding -> MarkdownText.code(finding.type().id()))
        .distinct()
        .sorted()
        .toList();
  }
}
