package postmortem.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import postmortem.analysis.Finding;
import postmortem.analysis.FindingType;
import postmortem.evidence.LedgerEntry;
import postmortem.incident.CaseReport;
import postmortem.incident.Incident;

/**
 * What stands in {@code report.html}, in the order of the page. All lists are bounded: a page that
 * nobody can open proves nothing, and report.json has all.
 */
final class HtmlPage {

  /** Rows of a table of an incident. */
  static final int ROWS = 300;

  /** Files that are named. */
  static final int FILES = 1000;

  /** Incidents, and findings of one kind, that are told. */
  static final int SHOWN = 50;

  /** Findings in full on the whole page, and rows in tables of incidents. */
  private static final int FINDINGS = 200;

  private static final int ALL_ROWS = 5000;

  private final CaseReport report;
  private final AccountNames names;
  private final Charts charts;
  private final Room room = new Room();
  private final Map<String, Finding> findings = new TreeMap<>();
  private final List<Case> incidents = new ArrayList<>();
  private final List<Group> groups = new ArrayList<>();
  private final List<Charts.Chart> overAll;
  private final List<Charts.Chart> drawn = new ArrayList<>();

  private HtmlPage(CaseReport report) {
    this.report = report;
    this.names = AccountNames.of(report);
    this.charts = new Charts(report);
    this.overAll = charts.overAll();
    report.findings().forEach(finding -> findings.put(finding.id(), finding));
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
    int limit = Math.min(SHOWN, room.findings);
    List<Proof> shown = all.stream().limit(limit).map(Proof::new).toList();
    room.findings -= shown.size();
    return shown;
  }

  /** What room is left on the page. */
  private static final class Room {
    private int findings = FINDINGS;
    private int names = 20_000;
    private int rows = ALL_ROWS;

    int take(int wanted, int most, int least) {
      int taken = Math.min(wanted, Math.max(least, Math.min(most, names)));
      names -= taken;
      return taken;
    }

    int rows(int wanted) {
      int taken = Math.min(wanted, Math.max(10, Math.min(ROWS, rows)));
      rows -= taken;
      return taken;
    }
  }

  // ---- The first screen

  String hit() {
    return report.verdict().hit().id();
  }

  String headline() {
    return Wording.verdict(report.verdict().hit());
  }

  Phrase verdict() {
    return Phrase.prose(report.verdict().text(), names);
  }

  List<String> since() {
    return VerdictText.since(report);
  }

  List<Phrase> clocks() {
    return VerdictText.clocks(report);
  }

  /** An account that somebody else logged on as. */
  record Taken(Phrase account, String since, String from, boolean privileged, int incident) {}

  List<Taken> taken() {
    Map<String, Taken> taken = new LinkedHashMap<>();
    int number = 1;
    for (Incident incident : report.incidents()) {
      for (Incident.AccountRow row : incident.accounts()) {
        Long since = row.firstSuccess();
        if (since != null) {
          taken.putIfAbsent(
              row.account(),
              new Taken(
                  Phrase.name(row.account()),
                  Wording.minute(since),
                  row.successFrom() == null ? "" : row.successFrom().toString(),
                  Boolean.TRUE.equals(row.privileged()),
                  number));
        }
      }
      number++;
    }
    return List.copyOf(taken.values());
  }

  /** Did somebody send as an account that no log names? */
  boolean takenUnnamed() {
    return report.incidents().stream()
        .flatMap(incident -> incident.findings().stream())
        .anyMatch(
            f ->
                (f.type() == FindingType.AUTHENTICATED_SPAM || f.type() == FindingType.COMPROMISE)
                    && f.accounts().isEmpty());
  }

  /** What was done with this server: a line of a story, and from when to when. */
  record Sent(Phrase text, String period, String finding) {}

  List<Sent> sent() {
    List<Sent> sent = new ArrayList<>();
    for (Incident incident : report.incidents()) {
      for (Incident.StoryLine line : incident.story()) {
        if (line.stage() == Incident.Stage.ABUSE) {
          Finding finding = findings.get(line.finding());
          sent.add(
              new Sent(
                  Phrase.prose(line.text(), names),
                  finding == null
                      ? Wording.utc(line.time())
                      : Wording.shortPeriod(finding.start(), finding.end()),
                  line.finding()));
        }
      }
    }
    return sent;
  }

  List<Tasks.Task> tasks() {
    return Tasks.of(report);
  }

  Phrase prose(String text) {
    return Phrase.prose(text, names);
  }

  /** A log to fetch: which one, and what it would show. */
  record Missing(Phrase log, Phrase shows) {}

  List<Missing> fetchNext() {
    List<Missing> missing = new ArrayList<>();
    for (String next : report.verdict().fetchNext()) {
      int why = next.indexOf(": ");
      missing.add(
          why < 0
              ? new Missing(prose(next), Phrase.of(""))
              : new Missing(prose(next.substring(0, why)), prose(next.substring(why + 2))));
    }
    return missing;
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
    private final Rows accounts;
    private final Rows sources;

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

    List<Rows> tables() {
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

  /** The first rows of a table, and how many more there are. */
  record Rows(String title, List<String> head, List<List<Phrase>> rows, int all) {

    int more() {
      return all - rows.size();
    }

    /** Does this column hold numbers? */
    boolean isNumber(int column) {
      return !rows.isEmpty() && rows.get(0).get(column).isNumber();
    }
  }

  private Rows rows(String title, Table<?> table) {
    return rows(title, table, room.rows(table.items().size()));
  }

  private static Rows rows(String title, Table<?> table, int shown) {
    return new Rows(title, table.head(), table.rows(shown), table.items().size());
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
        int shown = all == null ? 0 : room.take(all.size(), 1000, 10);
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

  // ---- Evidence and method

  String totals() {
    return new EvidenceText(report).totals();
  }

  Rows files() {
    return rows("Evidence", new EvidenceText(report).files(), FILES);
  }

  /** A file of which something was not read. */
  record Cut(Phrase path, List<Phrase> why) {}

  List<Cut> unread() {
    return new EvidenceText(report).cut().stream().limit(FILES).map(HtmlPage::cut).toList();
  }

  private static Cut cut(LedgerEntry entry) {
    return new Cut(Phrase.name(entry.path()), EvidenceText.unread(entry));
  }

  int moreUnread() {
    return Math.max(0, new EvidenceText(report).cut().size() - FILES);
  }

  Rows series() {
    return rows("Counted over time", new EvidenceText(report).series(), ROWS);
  }

  List<Phrase> limits() {
    return report.limits().stream().map(l -> Phrase.prose(l, AccountNames.NONE)).toList();
  }

  List<Phrase> method() {
    return MethodText.sentences(report);
  }

  Rows settings() {
    return rows("Settings", MethodText.settings(report), Integer.MAX_VALUE);
  }

  Phrase tool() {
    return Phrase.of("postmortem ").andProse(report.version(), AccountNames.NONE);
  }
}
