package postmortem.report;

import java.io.IOException;
import java.util.List;
import postmortem.evidence.LedgerEntry;
import postmortem.incident.CaseReport;

/** The ledger in {@code report.md}: what was read, and what was not and why. */
final class MarkdownLedger {

  /** Files that are named; all of them stand in report.json. */
  private static final int FILES = 100;

  private final EvidenceText text;
  private final MarkdownPage page;

  MarkdownLedger(CaseReport report, MarkdownPage page) {
    this.text = new EvidenceText(report);
    this.page = page;
  }

  /** Every evidence file with what became of it. */
  void table() throws IOException {
    page.heading(2, "Evidence");
    page.paragraph(text.totals());
    page.table(text.files(), FILES);
  }

  /** What was not read, and the first rejected records of each file. */
  void unread() throws IOException {
    page.heading(2, "What was not read, and why");
    List<LedgerEntry> cut = text.cut();
    for (LedgerEntry entry : cut.subList(0, Math.min(FILES, cut.size()))) {
      page.item(MarkdownText.code(entry.path()) + ":");
      for (Phrase line : EvidenceText.unread(entry)) {
        page.subItem(line.markdown());
      }
    }
    if (cut.isEmpty()) {
      page.paragraph(EvidenceText.ALL_READ);
      return;
    }
    page.end();
    page.more(cut.size() - FILES);
  }

  /** When there are counts, and how many bins no log covers. */
  void series() throws IOException {
    Table<CaseReport.Series> series = text.series();
    if (series.isEmpty()) {
      return;
    }
    page.heading(2, "Counted over time");
    page.table(series, MarkdownPage.SHOWN);
  }
}
