package postmortem.report;

import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import postmortem.analysis.Finding;
import postmortem.event.Address;
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
    page.heading(
        2,
        "Incident %d: %s (%s, confidence %s)"
            .formatted(
                number,
                names.prose(incident.title()),
                incident.severity().id(),
                Wording.confidenceWord(incident.confidence())));
    summary(incident);
    story(incident);
    accounts(incident);
    sources(incident);
    page.heading(3, "Findings of incident " + number);
    int shown = Math.min(MarkdownPage.SHOWN, incident.findings().size());
    for (Finding finding : incident.findings().subList(0, shown)) {
      findings.full(4, finding);
    }
    page.more(incident.findings().size() - shown);
  }

  private void summary(Incident incident) throws IOException {
    boolean open = incident.startOpen();
    page.item(
        "When: " + Wording.period(incident.start(), incident.end(), open, incident.ongoing()));
    page.item("Succeeded: " + Wording.succeeded(incident.succeeded()));
    page.item(
        "Severity: "
            + incident.severity().id()
            + "; confidence: "
            + Wording.confidence(incident.confidence()));
    TreeSet<String> techniques = new TreeSet<>();
    incident.findings().forEach(finding -> techniques.addAll(finding.type().techniques()));
    if (!techniques.isEmpty()) {
      page.item("MITRE ATT&amp;CK " + Techniques.VERSION + ":");
      for (String id : techniques) {
        String name = Techniques.name(id);
        page.subItem(id + (name == null ? "" : " " + name));
      }
    }
    page.item("Id: " + MarkdownText.code(incident.id()));
    page.end();
  }

  private void story(Incident incident) throws IOException {
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
                  names.prose(line.text()),
                  MarkdownText.code(line.finding())));
    }
    page.end();
  }

  private void accounts(Incident incident) throws IOException {
    if (incident.accounts().isEmpty()) {
      return;
    }
    page.heading(3, "Accounts (%d)".formatted(incident.accounts().size()));
    page.table(
        List.of(
            "account",
            "exists",
            "rejected attempts",
            "first (UTC)",
            "last (UTC)",
            "first success (UTC)",
            "from",
            "privileged",
            "messages",
            "recipients"),
        incident.accounts(),
        MarkdownPage.SHOWN,
        row ->
            List.of(
                MarkdownText.cell(row.account()),
                Wording.yes(row.exists()),
                String.valueOf(row.attempts()),
                Wording.time(row.first()),
                Wording.time(row.last()),
                row.firstSuccess() == null ? "none" : Wording.time(row.firstSuccess()),
                address(row.successFrom()),
                Wording.yes(row.privileged()),
                String.valueOf(row.messages()),
                String.valueOf(row.recipients())));
  }

  private static String address(@Nullable Address address) {
    return address == null ? "" : address.toString();
  }

  private void sources(Incident incident) throws IOException {
    if (incident.sources().isEmpty()) {
      return;
    }
    page.heading(3, "Sources (%d)".formatted(incident.sources().size()));
    page.table(
        List.of(
            "address",
            "sessions",
            "rejected",
            "accepted",
            "messages",
            "recipients",
            "first (UTC)",
            "last (UTC)",
            "HELO"),
        incident.sources(),
        MarkdownPage.SHOWN,
        row ->
            List.of(
                row.address().toString(),
                String.valueOf(row.sessions()),
                String.valueOf(row.rejected()),
                String.valueOf(row.accepted()),
                String.valueOf(row.messages()),
                String.valueOf(row.recipients()),
                Wording.time(row.first()),
                Wording.time(row.last()),
                String.join(" ", row.helo().stream().map(MarkdownText::cell).toList())));
  }
}
