package postmortem.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import postmortem.analysis.Finding;
import postmortem.incident.CaseReport;

/** The words that tell how the report was made. */
final class MethodText {

  private MethodText() {}

  /** Sentences, each of its own. */
  static List<Phrase> sentences(CaseReport report) {
    List<Phrase> all = new ArrayList<>();
    all.add(
        Phrase.of(
            "Times are in UTC, as the logs' clocks gave them, but for the corrections that are listed"
                + " here."));
    report.clocks().forEach(sentence -> all.add(Phrase.prose(sentence, AccountNames.NONE)));
    all.add(
        Phrase.of(
            "Severity says how bad a finding is if it is true, confidence how sure it is that it is"
                + " true: low below 0.5, medium below 0.8, high from there on."));
    rates(report.findings(), all);
    all.add(
        Phrase.of(
                "Each finding names the number of its records and the first of them, as"
                    + " path:record@offset in the decoded file; secrets are masked. ")
            .andName("postmortem show")
            .and(" prints all of them."));
    all.add(
        Phrase.of("Host names and URLs in sentences are written as ")
            .andName("evil[.]example")
            .and(" and ")
            .andName("hxxp")
            .and(", characters that nobody sees as ")
            .andName("\\x1b")
            .and("; addresses and accounts stand as they are. report.json has the exact text."));
    all.add(
        Phrase.of(
            "A report of failure that one machine of this site hands to another is counted once,"
                + " where it came in."));
    all.add(Phrase.of("Techniques are those of MITRE ATT&CK " + Techniques.VERSION + "."));
    return all;
  }

  /** Which findings were measured against the archive itself, and which against fixed floors. */
  private static void rates(List<Finding> findings, List<Phrase> all) {
    Collection<Phrase> floors = types(findings, MethodText::floors);
    Collection<Phrase> baseline =
        types(findings, f -> !floors(f) && f.metrics().containsKey("baselinePerHour"));
    if (!baseline.isEmpty()) {
      all.add(
          Phrase.of("Measured against the usual level of this archive: ")
              .and(Phrase.join(", ", baseline))
              .and("."));
    }
    if (!floors.isEmpty()) {
      all.add(
          Phrase.of(
                  "Measured against absolute floors, as there is no clean baseline in this"
                      + " archive: ")
              .and(Phrase.join(", ", floors))
              .and("."));
    }
    all.add(
        Phrase.of(
            "Where no baseline is named, a finding passed the fixed threshold that is printed with"
                + " it."));
  }

  private static boolean floors(Finding finding) {
    return Boolean.TRUE.equals(finding.metrics().get("absoluteFloors"));
  }

  private static Collection<Phrase> types(List<Finding> findings, Predicate<Finding> which) {
    return findings.stream()
        .filter(which)
        .map(finding -> finding.type().id())
        .distinct()
        .sorted()
        .map(Phrase::name)
        .toList();
  }

  static Table<Map.Entry<String, Object>> settings(CaseReport report) {
    return new Table<>(
        List.of("setting", "value"),
        List.copyOf(report.settings().entrySet()),
        setting -> List.of(Phrase.name(setting.getKey()), FindingText.value(setting.getValue())));
  }
}
