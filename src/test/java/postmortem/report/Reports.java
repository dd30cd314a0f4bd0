package postmortem.report;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import postmortem.analysis.Severity;
import postmortem.event.Times;
import postmortem.incident.CaseReport;
import postmortem.incident.Incident;
import postmortem.incident.Verdict;

/** Reports made by hand. */
final class Reports {

  static final long START = Times.nanos(Instant.parse("2010-11-17T22:40:11.545Z"));

  private Reports() {}

  static CaseReport of(Verdict verdict, List<Incident> incidents) {
    return new CaseReport(
        "VERSION",
        new TreeMap<>(),
        verdict,
        List.of(),
        List.of(),
        incidents,
        new TreeMap<>(),
        List.of(),
        List.of(),
        List.of());
  }

  static CaseReport withAccounts(String... names) {
    return of(
        new Verdict(Verdict.Hit.YES, "", null, List.of()),
        List.of(incident("title", false, List.of(), names)));
  }

  static Incident incident(
      String title, boolean ongoing, List<Incident.Action> actions, String... accounts) {
    return new Incident(
        "incident-1",
        title,
        Severity.CRITICAL,
        0.9,
        START,
        START + 12 * Times.HOUR,
        ongoing,
        Incident.Succeeded.YES,
        List.of(),
        List.of(),
        Arrays.stream(accounts)
            .map(
                name ->
                    new Incident.AccountRow(name, true, 1, START, START, null, null, null, 0, 0))
            .toList(),
        List.of(),
        actions);
  }
}
