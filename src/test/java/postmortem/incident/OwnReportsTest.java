package postmortem.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import postmortem.analysis.Finding;
import postmortem.analysis.FindingType;
import postmortem.analysis.Severity;

final class OwnReportsTest {

  @ParameterizedTest
  @CsvSource({
    "INSIDE_HOST, 10:00, 20:00, 1000, NDR_SPIKE",
    "OPEN_RELAY, 10:00, 13:00, 1000, NDR_SPIKE", // the last of them come late
    "INSIDE_HOST, 12:00, 20:00, 1000, NDR_REFLECTED", // began before
    "INSIDE_HOST, 10:00, 20:00, 0, NDR_REFLECTED", // more than that was sent
    "RELAY_PROBE, 10:00, 20:00, 1000, NDR_REFLECTED",
  })
  void reportsToForgedSendersMayBeAboutOurOwnSpam(
      FindingType type, String from, String to, long recipients, FindingType expected) {
    Finding spam =
        new Draft(type, from, to)
            .severity(Severity.CRITICAL)
            .metric("foreignRecipients", recipients)
            .finding();
    Finding reports =
        new Draft(FindingType.NDR_REFLECTED, "11:00", "19:00")
            .severity(Severity.HIGH)
            .metric("dsnSent", 300L)
            .finding();

    Finding told = new OwnReports().apply(List.of(spam, reports)).get(1);

    assertEquals(expected, told.type());
    assertEquals(reports.metrics(), told.metrics());
  }
}
