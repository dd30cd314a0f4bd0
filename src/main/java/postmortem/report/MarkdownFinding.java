package postmortem.report;

import java.io.IOException;
import java.util.List;
import postmortem.analysis.Amount;
import postmortem.analysis.Finding;
import postmortem.event.SourceRef;
import postmortem.incident.CaseReport;

/** A finding in {@code report.md}: in full with its proof, or in a line. */
final class MarkdownFinding {

  private final FindingText text;
  private final MarkdownPage page;

  MarkdownFinding(CaseReport report, AccountNames names, MarkdownPage page) {
    this.text = new FindingText(report, names);
    this.page = page;
  }

  /** A section of findings that belong to no incident; nothing where there are none. */
  void section(String title, List<Finding> findings, boolean full) throws IOException {
    if (findings.isEmpty()) {
      return;
    }
    page.heading(2, title);
    int shown = Math.min(MarkdownPage.SHOWN, findings.size());
    for (Finding finding : findings.subList(0, shown)) {
      if (full) {
        full(3, finding);
      } else {
        brief(finding);
      }
    }
    if (!full) {
      page.end();
    }
    page.more(findings.size() - shown);
  }

  private void brief(Finding finding) throws IOException {
    page.item(
        "**%s** (%s, %s severity, confidence %s)"
            .formatted(
                text.title(finding).markdown(),
                MarkdownText.code(finding.id()),
                finding.severity().id(),
                Wording.confidence(finding.confidence())));
    page.subItem(FindingText.when(finding).markdown());
    subItems(FindingText.who(finding));
    subItems(FindingText.figuresInLine(finding));
    subItems(FindingText.thresholds(finding));
    subItems(FindingText.explains(finding));
    List<SourceRef> samples = finding.samples();
    String count = "Evidence: " + Amount.of(finding.count(), "record");
    page.subItem(samples.isEmpty() ? count : count + "; the first: " + sample(samples.get(0)));
  }

  private void subItems(List<FindingText.Line> lines) throws IOException {
    for (FindingText.Line line : lines) {
      page.subItem(line.markdown());
    }
  }

  /** The finding in full, under a heading of its own. */
  void full(int level, Finding finding) throws IOException {
    page.heading(level, text.title(finding).markdown());
    page.item(
        "Finding %s: %s severity, confidence %s"
            .formatted(
                MarkdownText.code(finding.id()),
                finding.severity().id(),
                Wording.confidence(finding.confidence())));
    page.item(FindingText.when(finding).markdown());
    items(FindingText.who(finding));
    items(FindingText.where(finding));
    items(FindingText.thresholds(finding));
    items(FindingText.explains(finding));
    page.item(FindingText.evidence(finding));
    for (SourceRef place : finding.samples()) {
      page.subItem(sample(place));
    }
    page.end();
    page.table(FindingText.figures(finding), MarkdownPage.SHOWN);
  }

  private void items(List<FindingText.Line> lines) throws IOException {
    for (FindingText.Line line : lines) {
      page.item(line.markdown());
    }
  }

  private String sample(SourceRef place) {
    return text.place(place).and(": ").and(text.sample(place)).markdown();
  }
}
