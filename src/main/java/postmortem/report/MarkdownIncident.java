package postmortem.report;

import java.io.IOException;
import java.util.List;
import postmortem.analysis.Finding;
import postmortem.incident.CaseReport;
import postmortem.incident.Incident;

/** An incident in {@code report.md}: the story first, then the tables, then the proof. */
final class MarkdownIncident {

  private final AccountNames names;
  private final MarkdownPage page;
  private final MarkdownFinding findings;

  MarkdownIncident(CaseReport report, AccountNames names, MarkdownPage page) {
    this.names = names;
    this.page = page;
    this.findings = new MarkdownFinding(report, names, page);
  }

  void write(int number, Incident incident) throws IOException {
    IncidentText text = new IncidentText(incident, names);
    page.heading(
        2,
        "%s (%s, confidence %s)"
            .formatted(
                text.title(number).markdown(),
                incident.severity().id(),
                Wording.confidenceWord(incident.confidence())));
    summary(incident, text);
    story(incident, text);
    table("Accounts", text.accounts());
    table("Sources", text.sources());
    page.heading(3, "Findings of incident " + number);
    int shown = Math.min(MarkdownPage.SHOWN, incident.findings().size());
    for (Finding finding : incident.findings().subList(0, shown)) {
      findings.full(4, finding);
    }
    page.more(incident.findings().size() - shown);
  }

  private void summary(Incident incident, IncidentText text) throws IOException {
    page.item("When: " + text.when());
    page.item("Succeeded: " + Wording.succeeded(incident.succeeded()));
    page.item(
        "Severity: "
            + incident.severity().id()
            + "; confidence: "
            + Wording.confidence(incident.confidence()));
    List<String> techniques = text.techniques();
    if (!techniques.isEmpty()) {
      page.item("MITRE ATT&amp;CK " + Techniques.VERSION + ":");
      for (String technique : techniques) {
        page.subItem(technique);
      }
    }
    page.item("Id: " + MarkdownText.code(incident.id()));
    page.end();
  }

  private void story(Incident incident, IncidentText text) throws IOException {
    if (incident.story().isEmpty()) {
      return;
    }
    page.heading(3, "What happened");
    for (Incident.StoryLine line : incident.story()) {
      page.item(
          "%s, %s: %s (%s)"
              .formatted(
                  Wording.utc(line.time()),
                  Wording.stage(line.stage()),
                  text.story(line).markdown(),
                  MarkdownText.code(line.finding())));
    }
    page.end();
  }

  private void table(String title, Table<?> table) throws IOException {
    if (!table.isEmpty()) {
      page.heading(3, "%s (%d)".formatted(title, table.items().size()));
      page.table(table, MarkdownPage.SHOWN);
    }
  }
}
