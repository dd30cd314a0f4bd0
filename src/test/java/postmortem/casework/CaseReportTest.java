package postmortem.casework;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import postmortem.Golden;
import postmortem.analysis.Finding;
import postmortem.analysis.FindingType;
import postmortem.analysis.Severity;
import postmortem.event.Address;
import postmortem.event.Service;
import postmortem.event.Times;
import postmortem.incident.CaseReport;
import postmortem.incident.Incident;
import postmortem.incident.Verdict;
import postmortem.report.HtmlReport;
import postmortem.report.JsonReport;
import postmortem.report.MarkdownReport;
import postmortem.report.ReportWriter;
import postmortem.run.Analysis;
import postmortem.run.Progress;
import postmortem.run.RunSettings;

/** The report of the case, as a whole and by what must be in it. */
final class CaseReportTest {

  private static final Duration CLOSE = Duration.ofSeconds(5);

  private static Intruder intruder;
  private static CaseReport report;

  @BeforeAll
  static void analyze() throws IOException {
    RelayedCase.updateIfAsked();
    intruder = new RelayedCase().intruder();
    report =
        Analysis.analyze(
            List.of(RelayedCase.EVIDENCE), RunSettings.STANDARD, "VERSION", Progress.NONE);
  }

  @Test
  void jsonIsAsExpected() throws IOException {
    assertIsAsExpected(new JsonReport());
  }

  @Test
  void markdownIsAsExpected() throws IOException {
    assertIsAsExpected(new MarkdownReport());
  }

  /** Without the library that draws, which is another's and a megabyte. */
  @Test
  void pageIsAsExpected() throws IOException {
    String page = written(new HtmlReport());
    int from = page.indexOf("<script>") + "<script>".length();
    int to = page.indexOf("</script>", from);
    assertTrue(page.substring(from, to).contains("Apache Software Foundation"));
    assertAsExpected("report.html", page.substring(0, from) + "ECHARTS" + page.substring(to));
  }

  private static void assertIsAsExpected(ReportWriter writer) throws IOException {
    assertAsExpected(writer.file(), written(writer));
  }

  private static String written(ReportWriter writer) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    writer.write(report, out);
    return out.toString(UTF_8);
  }

  private static void assertAsExpected(String file, String text) throws IOException {
    Golden.assertSame(RelayedCase.FOLDER.resolve("expected").resolve(file), text);
  }

  @Test
  void saysThatItWasHitAndSinceWhen() {
    assertEquals(Verdict.Hit.YES, report.verdict().hit());
    Long since = report.verdict().since();
    assertTrue(since != null && isClose(Intruder.GUESSING, since), report.verdict().toString());
  }

  @Test
  void tellsOneIncident() {
    assertEquals(1, report.incidents().size());
    Incident incident = report.incidents().get(0);
    assertEquals(Severity.CRITICAL, incident.severity());
    assertEquals(Incident.Succeeded.YES, incident.succeeded());
    assertFalse(incident.ongoing());
  }

  @Test
  void countsTheGuessing() {
    Finding guessing = only(FindingType.BRUTE_FORCE);
    assertEquals(addresses(Intruder.ADDRESS), guessing.sources());
    assertEquals(Intruder.GUESSES, guessing.count());
    assertEquals((long) Intruder.GUESSES + 1, guessing.metrics().get("attempts"));
    assertTrue(isClose(Intruder.GUESSING, guessing.start()));
  }

  /** Exchange 2010 does not log the names that were tried, and nobody may invent them. */
  @Test
  void namesNoAccountThatWasOnlyTried() {
    assertEquals(List.of(), only(FindingType.BRUTE_FORCE).accounts());
    assertFalse(only(FindingType.BRUTE_FORCE).metrics().containsKey("accountsTried"));
    assertFalse(only(FindingType.COMPROMISE).metrics().containsKey("failures"));
  }

  @Test
  void namesTheAccountAndWhenItWasEntered() {
    Finding compromise = only(FindingType.COMPROMISE);
    assertEquals(List.of(Intruder.ACCOUNT), compromise.accounts());
    assertEquals(addresses(Intruder.ADDRESS), compromise.sources());
    assertTrue(isClose(intruder.success(), compromise.start()));
    Incident.AccountRow row = report.incidents().get(0).accounts().get(0);
    Long success = row.firstSuccess();
    assertTrue(success != null && isClose(intruder.success(), success), row.toString());
  }

  @Test
  void countsTheSpam() {
    Finding spam = only(FindingType.AUTHENTICATED_SPAM);
    assertEquals(List.of(Intruder.ACCOUNT), spam.accounts());
    assertEquals(addresses(Intruder.ADDRESS, Intruder.SECOND_ADDRESS), spam.sources());
    assertEquals((long) Intruder.MESSAGES, spam.metrics().get("messages"));
    assertTrue(isClose(Intruder.SPAM, spam.start()));
    assertEquals(new TreeSet<>(List.of(Service.SUBMISSION)), spam.services());
  }

  @Test
  void seesTheFailureReportsRise() {
    Finding spike = only(FindingType.NDR_SPIKE);
    assertTrue(
        spike.start() >= Times.nanos(Intruder.SPAM), Times.instant(spike.start()).toString());
    assertTrue(isWithin(Duration.ofHours(1), Intruder.SPAM, spike.start()));
  }

  @Test
  void namesTheBlocklist() {
    Finding blocked = only(FindingType.REPUTATION_BLOCKED);
    assertTrue(blocked.metrics().toString().contains("zen.spamhaus.org"));
  }

  @Test
  void findsNothingElseButTheWeather() {
    List<FindingType> other =
        report.findings().stream()
            .filter(f -> f.severity().compareTo(Severity.INFO) > 0)
            .map(Finding::type)
            .filter(t -> !t.id().startsWith("ndr.") && !t.id().startsWith("reputation."))
            .sorted()
            .toList();
    assertEquals(
        List.of(FindingType.BRUTE_FORCE, FindingType.COMPROMISE, FindingType.AUTHENTICATED_SPAM),
        other);
  }

  @Test
  void asksForTheLogThatHoldsTheNames() {
    String first = report.verdict().fetchNext().get(0);
    assertTrue(first.startsWith("The Security event log of EX01 from 2010-11-17"), first);
  }

  @Test
  void advisesForTheDoorThatWasUsed() {
    List<String> actions =
        report.incidents().get(0).actions().stream().map(Incident.Action::what).toList();
    assertTrue(actions.get(0).contains("the mail logs of EX01 and GATE01"), actions.get(0));
    assertEquals(1, actions.stream().filter(a -> a.contains("587")).count(), actions.toString());
    assertEquals(0, actions.stream().filter(a -> a.contains("port 25")).count());
  }

  /** A sentence about one of several logs says which. */
  @Test
  void saysWhatTheLogsCannotShow() {
    assertTrue(
        report.limits().stream()
            .anyMatch(
                l ->
                    l.startsWith("IIS SMTP service, W3C extended: This log does not record AUTH")));
    assertTrue(
        report.limits().stream()
            .anyMatch(l -> l.contains("do not log the name that a failed AUTH attempt was for")));
    assertTrue(report.limits().stream().anyMatch(l -> l.contains("readme.txt")));
  }

  private static Finding only(FindingType type) {
    List<Finding> found = report.findings().stream().filter(f -> f.type() == type).toList();
    assertEquals(1, found.size(), type.id());
    return found.get(0);
  }

  private static List<Address> addresses(String... texts) {
    return List.of(texts).stream().map(CaseReportTest::address).sorted().toList();
  }

  private static Address address(String text) {
    Address address = Address.parse(text);
    if (address == null) {
      throw new IllegalArgumentException(text);
    }
    return address;
  }

  private static boolean isClose(Instant told, long found) {
    return isWithin(CLOSE, told, found);
  }

  private static boolean isWithin(Duration most, Instant told, long found) {
    return Duration.between(told, Times.instant(found)).abs().compareTo(most) <= 0;
  }
}
