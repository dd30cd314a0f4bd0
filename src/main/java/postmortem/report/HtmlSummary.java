package postmortem.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import postmortem.analysis.Finding;
import postmortem.analysis.FindingType;
import postmortem.incident.CaseReport;
import postmortem.incident.Incident;

/** The first screen of {@code report.html}: what somebody has to know who reads no further. */
final class HtmlSummary {

  private final CaseReport report;
  private final AccountNames names;
  private final List<Taken> taken;
  private final List<Sent> sent;
  private final List<Tasks.Task> tasks;
  private final List<Missing> missing;

  HtmlSummary(CaseReport report, AccountNames names) {
    this.report = report;
    this.names = names;
    this.taken = takenOver(report);
    this.sent = abuse();
    this.tasks = Tasks.of(report);
    this.missing = missing();
  }

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
  record Taken(Phrase account, String since, String from, boolean privileged) {}

  List<Taken> taken() {
    return taken;
  }

  private static List<Taken> takenOver(CaseReport report) {
    Map<String, Taken> taken = new LinkedHashMap<>();
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
                  Boolean.TRUE.equals(row.privileged())));
        }
      }
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
  record Sent(Phrase text, String period) {}

  List<Sent> sent() {
    return sent;
  }

  private List<Sent> abuse() {
    Map<String, Finding> findings = new HashMap<>();
    report.findings().forEach(finding -> findings.put(finding.id(), finding));
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
                      : Wording.shortPeriod(finding.start(), finding.end())));
        }
      }
    }
    return sent;
  }

  List<Tasks.Task> tasks() {
    return tasks;
  }

  /** A log to fetch: which one, and what it would show. */
  record Missing(Phrase log, Phrase shows) {}

  List<Missing> fetchNext() {
    return missing;
  }

  private List<Missing> missing() {
    List<Missing> missing = new ArrayList<>();
    for (String next : report.verdict().fetchNext()) {
      int why = next.indexOf(": ");
      missing.add(
          why < 0
              ? new Missing(Phrase.prose(next, names), Phrase.of(""))
              : new Missing(
                  Phrase.prose(next.substring(0, why), names),
                  Phrase.prose(next.substring(why + 2), names)));
    }
    return missing;
  }
}
