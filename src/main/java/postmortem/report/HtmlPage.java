package postmortem.report;

import java.util.ArrayList;
import java.util.List;
import postmortem.analysis.Finding;
import postmortem.incident.CaseReport;
import postmortem.incident.Incident;

/**
 * What stands in {@code report.html}, in the order of the page. All lists are bounded: a page that
 * nobody can open proves nothing, and report.json has all.
 */
final class HtmlPage {

  /** Incidents, and findings of one kind, that are told. */
  static final int SHOWN = 50;

  private final CaseReport report;
  private final AccountNames names;
  private final Charts charts;
  private final HtmlRoom room = new HtmlRoom();
  private final HtmlSummary summary;
  private final HtmlEvidence evidence;
  private final List<Case> incidents = new ArrayList<>();
  private final List<Group> groups = new ArrayList<>();
  private final List<Charts.Chart> overAll;
  private final List<Charts.Chart> drawn = new ArrayList<>();

  private HtmlPage(CaseReport report) {
    this.report = report;
    this.names = AccountNames.of(report);
    this.charts = new Charts(report);
    this.overAll = charts.overAll();
    this.summary = new HtmlSummary(report, names);
    this.evidence = new HtmlEvidence(report);
  }

  static HtmlPage of(CaseReport report) {
    HtmlPage page = new HtmlPage(report);
    int number = 1;
    for (Incident incident : report.incidents().stream().limit(SHOWN).toList()) {
      page.incidents.add(page.new Case(number++, incident));
    }
    Groups groups = Groups.of(report);
    page.group("other", "Other findings", groups.other());
    page.group("background", "Benign explanations and background", groups.background());
    page.group("doubts", "Doubts about the evidence", groups.evidence());
    return page;
  }

  private void group(String id, String title, List<Finding> all) {
    if (!all.isEmpty()) {
      List<Proof> shown = proofs(all);
      groups.add(new Group(id, title, shown, all.size() - shown.size()));
    }
  }

  private List<Proof> proofs(List<Finding> all) {
    return all.stream().limit(room.findings(all.size(), SHOWN)).map(Proof::new).toList();
  }

  /** The first screen. */
  HtmlSummary summary() {
    return summary;
  }

  /** Text of the report in which accounts and addresses are known. */
  Phrase prose(String text) {
    return Phrase.prose(text, names);
  }

  /** What stands at the end: files, limits, method. */
  HtmlEvidence evidence() {
    return evidence;
  }

  // ---- Incidents and findings

  List<Case> incidents() {
    return incidents;
  }

  int moreIncidents() {
    return report.incidents().size() - incidents.size();
  }

  List<Group> groups() {
    return groups;
  }

  /** Findings that belong to no incident. */
  record Group(String id, String title, List<Proof> findings, int more) {}

  /** An incident. */
  final class Case {
    private final int number;
    private final Incident incident;
    private final IncidentText text;
    private final List<Proof> proofs;
    private final List<Charts.Chart> minutes;
    private final HtmlRows accounts;
    private final HtmlRows sources;

    private Case(int number, Incident incident) {
      this.number = number;
      this.incident = incident;
      this.text = new IncidentText(incident, names);
      this.proofs = proofs(incident.findings());
      this.minutes = number <= 20 ? charts.inside(incident, number) : List.of();
      drawn.addAll(minutes);
      this.accounts = rows("Accounts", text.accounts());
      this.sources = rows("Sources", text.sources());
    }

    int number() {
      return number;
    }

    Phrase title() {
      return text.title(number);
    }

    String severity() {
      return incident.severity().id();
    }

    /** What is known of it as a whole: label and words. */
    List<List<Phrase>> summary() {
      List<List<Phrase>> lines = new ArrayList<>();
      line("When", Phrase.of(text.when()), lines);
      line("Succeeded", Phrase.of(Wording.succeeded(incident.succeeded())), lines);
      line("Confidence", Phrase.of(Wording.confidence(incident.confidence())), lines);
      if (!text.techniques().isEmpty()) {
        line(
            "MITRE ATT&CK " + Techniques.VERSION,
            Phrase.of(String.join("; ", text.techniques())),
            lines);
      }
      line("Id", Phrase.name(incident.id()), lines);
      return lines;
    }

    List<Moment> story() {
      return incident.story().stream()
          .map(
              line ->
                  new Moment(
                      Wording.utc(line.time()),
                      Wording.stage(line.stage()),
                      text.story(line),
                      line.finding()))
          .toList();
    }

    List<Charts.Chart> charts() {
      return minutes;
    }

    List<HtmlRows> tables() {
      return List.of(accounts, sources);
    }

    List<Proof> findings() {
      return proofs;
    }

    int moreFindings() {
      return incident.findings().size() - proofs.size();
    }
  }

  private static void line(String label, Phrase words, List<List<Phrase>> lines) {
    lines.add(List.of(Phrase.of(label), words));
  }

  /** A line of a story. */
  record Moment(String time, String stage, Phrase text, String finding) {}

  private HtmlRows rows(String title, Table<?> table) {
    return HtmlRows.of(title, table, room.rows(table.items().size()));
  }

  /** A finding with its proof. */
  final class Proof {
    private final FindingText text = new FindingText(report, names);
    private final Finding finding;
    private final List<Fact> facts = new ArrayList<>();

    private Proof(Finding finding) {
      this.finding = finding;
      add(List.of(FindingText.when(finding)));
      add(FindingText.who(finding));
      add(FindingText.where(finding));
      add(FindingText.thresholds(finding));
      add(FindingText.explains(finding));
    }

    private void add(List<FindingText.Line> lines) {
      for (FindingText.Line line : lines) {
        List<String> all = line.names();
        boolean links = line.label().equals("Explains");
        int shown = all == null ? 0 : room.names(all.size(), 1000, 10);
        facts.add(
            new Fact(
                line.heading(),
                all == null ? line.text() : Phrase.of(""),
                all == null ? List.of() : all.stream().limit(shown).map(Phrase::name).toList(),
                all == null ? 0 : all.size() - shown,
                links));
      }
    }

    String id() {
      return finding.id();
    }

    Phrase title() {
      return text.title(finding);
    }

    String severity() {
      return finding.severity().id();
    }

    String confidence() {
      return Wording.confidence(finding.confidence());
    }

    List<Fact> facts() {
      return facts;
    }

    List<List<Phrase>> figures() {
      return FindingText.figures(finding).rows(SHOWN);
    }

    String evidence() {
      return FindingText.evidence(finding);
    }

    /** Place and text of each sample. */
    List<List<Phrase>> samples() {
      return finding.samples().stream().map(s -> List.of(text.place(s), text.sample(s))).toList();
    }
  }

  /**
   * One thing to say of a finding.
   *
   * @param text where it is no list
   * @param names where it is one
   * @param links are the names ids of findings?
   */
  record Fact(String label, Phrase text, List<Phrase> names, int more, boolean links) {}

  /** Is there a place on this page to go to? */
  boolean shows(String finding) {
    return incidents.stream().anyMatch(i -> shows(i.proofs, finding))
        || groups.stream().anyMatch(g -> shows(g.findings, finding));
  }

  private static boolean shows(List<Proof> proofs, String finding) {
    return proofs.stream().anyMatch(proof -> proof.id().equals(finding));
  }

  // ---- Charts

  List<Charts.Chart> overAll() {
    return overAll;
  }

  boolean hasCharts() {
    return !overAll.isEmpty() || !drawn.isEmpty();
  }

  /** All charts as the script reads them. */
  String data() {
    List<Charts.Chart> all = new ArrayList<>(overAll);
    all.addAll(drawn);
    return ChartData.of(all);
  }
}
