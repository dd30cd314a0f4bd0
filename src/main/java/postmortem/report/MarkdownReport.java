package postmortem.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import postmortem.incident.CaseReport;
import postmortem.incident.Incident;
import postmortem.incident.Verdict;

/** {@code report.md}: the report as an analyst would sign it. */
public final class MarkdownReport implements ReportWriter {

  @Override
  public String id() {
    return "md";
  }

  @Override
  public String file() {
    return "report.md";
  }

  @Override
  public void write(CaseReport report, OutputStream out) throws IOException {
    BufferedWriter writer =
        new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    MarkdownPage page = new MarkdownPage(writer);
    AccountNames names = AccountNames.of(report);
    page.heading(1, "Mail server incident report");
    verdict(report, names, page);
    actions(report, names, page);
    int number = 1;
    for (Incident incident : report.incidents()) {
      new MarkdownIncident(report, names, page).write(number++, incident);
    }
    MarkdownFinding findings = new MarkdownFinding(report, names, page);
    Groups groups = Groups.of(report);
    findings.section("Other findings", groups.other(), true);
    findings.section("Benign explanations and background", groups.background(), false);
    findings.section("Doubts about the evidence", groups.evidence(), false);
    MarkdownLedger ledger = new MarkdownLedger(report, page);
    ledger.table();
    ledger.unread();
    ledger.series();
    limits(report, page);
    MarkdownMethod.write(report, page);
    writer.flush();
  }

  private static void verdict(CaseReport report, AccountNames names, MarkdownPage page)
      throws IOException {
    Verdict verdict = report.verdict();
    page.heading(2, "Verdict");
    page.paragraph("**" + Wording.verdict(verdict.hit()) + "** " + names.prose(verdict.text()));
    for (String since : VerdictText.since(report)) {
      page.paragraph("Since: " + since + ".");
    }
    page.paragraph("Clocks: " + Phrase.join(" ", VerdictText.clocks(report)).markdown());
    if (!verdict.fetchNext().isEmpty()) {
      page.paragraph("What would answer more, most useful first:");
      int number = 1;
      for (String next : verdict.fetchNext()) {
        page.step(number++, names.prose(next));
      }
      page.end();
    }
  }

  private static void actions(CaseReport report, AccountNames names, MarkdownPage page)
      throws IOException {
    page.heading(2, "What to do now");
    List<Tasks.Task> tasks = Tasks.of(report);
    if (tasks.isEmpty()) {
      page.paragraph(Tasks.NONE);
      return;
    }
    int step = 1;
    for (Tasks.Task task : tasks) {
      page.step(
          step++,
          "**%s** %s (%s)"
              .formatted(names.prose(task.what()), names.prose(task.why()), task.places()));
    }
    page.end();
  }

  private static void limits(CaseReport report, MarkdownPage page) throws IOException {
    page.heading(2, "What this evidence cannot show");
    for (String limit : report.limits()) {
      page.item(MarkdownText.prose(limit));
    }
    if (report.limits().isEmpty()) {
      page.paragraph(VerdictText.NO_LIMITS);
      return;
    }
    page.end();
  }
}
