package postmortem.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import postmortem.incident.CaseReport;
import postmortem.incident.Incident;
import postmortem.incident.Verdict;

class SummaryTest {

  private static CaseReport report(int incidents, int words) {
    String sentence = "Something was seen at mail.example and told " + "so on ".repeat(words);
    List<Incident> all = new ArrayList<>();
    for (int i = 0; i < incidents; i++) {
      all.add(
          Reports.incident(
              sentence, i % 2 == 1, List.of(new Incident.Action(sentence, sentence, "finding"))));
    }
    List<String> next = List.of("The " + sentence.strip() + ": it shows all.");
    return Reports.of(new Verdict(Verdict.Hit.YES, sentence, Reports.START, next), all);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 0", "1, 5", "1, 60", "2, 5", "9, 0", "9, 60", "9, 1000"})
  void isTenLinesOfEightyColumnsAtMost(int incidents, int words) {
    List<String> lines = Summary.of(report(incidents, words), "report").lines().toList();

    assertTrue(lines.size() <= 10, lines.toString());
    lines.forEach(line -> assertTrue(line.length() <= 80, line));
    for (String start : List.of("Verdict: YES. ", "Fetch next: ", "Evidence: ", "Report: report")) {
      assertEquals(1, lines.stream().filter(l -> l.startsWith(start)).count(), start);
    }
    assertEquals(incidents > 0 ? 1 : 0, lines.stream().filter(l -> l.startsWith("Do")).count());
    assertEquals(incidents > 0, lines.stream().anyMatch(l -> l.startsWith("Incident 1")));
  }

  @Test
  void saysItInOrder() {
    assertEquals(
        """
        Verdict: YES. Something was seen at mail.example and told so on so on so on so
          on so on
        Incident 1 of 2 (critical, succeeded): 2010-11-17 22:40 to 2010-11-18 10:40 UTC
        Incident 2 of 2 (critical, succeeded): 2010-11-17 22:40 UTC, still going on
        Do first: Something was seen at mail.example and told so on so on so on so on so
          on
        Fetch next: The Something was seen at mail.example and told so on so on so on so
          on so on.
        Evidence: 0 files; 0 records, 0 rejected
        Report: report
        """,
        Summary.of(report(2, 5), "report"));
  }

  @Test
  void aWordWithoutEndIsCut() {
    CaseReport report =
        Reports.of(new Verdict(Verdict.Hit.NO, "x".repeat(3000), null, List.of()), List.of());
    Summary.of(report, "report").lines().forEach(l -> assertTrue(l.length() <= 80, l));
  }
}
