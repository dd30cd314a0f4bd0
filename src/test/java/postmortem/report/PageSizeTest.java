package postmortem.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import postmortem.analysis.FactKind;
import postmortem.analysis.Finding;
import postmortem.analysis.FindingType;
import postmortem.analysis.Selector;
import postmortem.analysis.Severity;
import postmortem.event.Address;
import postmortem.event.Times;
import postmortem.incident.CaseReport;
import postmortem.incident.Incident;
import postmortem.incident.Verdict;

/** However much there is to tell, the page can be opened, and says what it leaves out. */
final class PageSizeTest {

  private static final int LIBRARY = 1_100_000;
  private static final int MOST = 4_000_000;

  @Test
  void aMillionSourcesFit() throws IOException {
    List<Address> sources =
        LongStream.range(0, 1_000_000).mapToObj(i -> address((int) i + 0x0b000000)).toList();
    String page = page(report(List.of(finding(0, sources)), sources));

    assertTrue(page.length() - LIBRARY < MOST, page.length() + " characters");
    assertTrue(page.contains("999000 more, all in report.json"), "how many are left out");
    assertTrue(page.contains("... and 999700 more, all in report.json."), "of the table as well");
  }

  @Test
  void thousandsOfFindingsFit() throws IOException {
    List<Address> sources = IntStream.range(0, 300).mapToObj(i -> address(0x0b000000 + i)).toList();
    List<Finding> findings = IntStream.range(0, 3000).mapToObj(i -> finding(i, sources)).toList();
    String page = page(report(findings, sources));

    assertTrue(page.length() - LIBRARY < MOST, page.length() + " characters");
    assertTrue(page.contains("... and 2950 more, all in report.json."), "how many are left out");
  }

  private static Address address(int v4) {
    Address address =
        Address.parse("%d.%d.%d.%d".formatted(v4 >>> 24, v4 >> 16 & 255, v4 >> 8 & 255, v4 & 255));
    if (address == null) {
      throw new IllegalArgumentException(String.valueOf(v4));
    }
    return address;
  }

  private static Finding finding(int number, List<Address> sources) {
    return new Finding(
        "auth.distributed-guessing-" + number,
        FindingType.DISTRIBUTED_GUESSING,
        Severity.HIGH,
        0.9,
        Reports.START,
        Reports.START + Times.HOUR,
        false,
        false,
        sources,
        List.of(),
        new TreeSet<>(),
        new TreeSet<>(),
        "many attempts",
        new TreeMap<>(),
        new TreeMap<>(),
        null,
        List.of(),
        new Selector(
            Selector.Population.ALL,
            Set.of(FactKind.ATTEMPT),
            Set.of(),
            Set.of(),
            true,
            false,
            Reports.START,
            Reports.START + Times.HOUR,
            new TreeSet<>()),
        sources.size(),
        List.of());
  }

  private static CaseReport report(List<Finding> findings, List<Address> sources) {
    Incident plain = Reports.incident("many sources", false, List.of());
    Incident incident =
        new Incident(
            plain.id(),
            plain.title(),
            plain.severity(),
            plain.confidence(),
            plain.start(),
            plain.end(),
            false,
            Incident.Succeeded.NO,
            findings,
            sources.stream()
                .map(
                    a ->
                        new Incident.SourceRow(
                            a, 1, 1, 0, 0, 0, Reports.START, Reports.START, List.of("helo")))
                .toList(),
            List.of(),
            List.of(),
            List.of());
    return Reports.of(
        new Verdict(Verdict.Hit.ATTEMPTED, "many", Reports.START, List.of()), List.of(incident));
  }

  private static String page(CaseReport report) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new HtmlReport().write(report, out);
    return out.toString(UTF_8);
  }
}
