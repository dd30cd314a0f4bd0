package postmortem.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import postmortem.analysis.Finding;
import postmortem.analysis.FindingType;
import postmortem.analysis.Severity;

final class BenignExplanationTest {

  private static final String ADDRESS = "203.0.113.9";

  private static Draft oldPassword() {
    return new Draft(FindingType.STALE_CREDENTIAL, "22:48", "22:49")
        .severity(Severity.INFO)
        .from(ADDRESS);
  }

  private static Draft success() {
    return new Draft(FindingType.COMPROMISE, "22:49", "22:49")
        .severity(Severity.CRITICAL)
        .from(ADDRESS)
        .as("nils");
  }

  private static Severity severityOfSuccess(Draft... drafts) {
    List<Finding> findings = Arrays.stream(drafts).map(Draft::finding).toList();
    return new BenignExplanation()
        .apply(findings).stream()
            .filter(f -> f.type() == FindingType.COMPROMISE)
            .findFirst()
            .orElseThrow()
            .severity();
  }

  @Test
  void anOldPasswordExplainsASuccess() {
    assertEquals(Severity.INFO, severityOfSuccess(oldPassword(), success()));
  }

  /** The guessing is nothing but the old password. */
  @Test
  void andTheFewFailuresBeforeIt() {
    Draft failures = new Draft(FindingType.BRUTE_FORCE, "22:48", "22:49").from(ADDRESS);
    assertEquals(Severity.INFO, severityOfSuccess(oldPassword(), failures, success()));
  }

  /** The last few guesses of a spray, at one account that was entered, looked like a user's. */
  @Test
  void nothingExplainsASuccessOfASpray() {
    Draft spray =
        new Draft(FindingType.PASSWORD_SPRAY, "19:00", "22:49").from(ADDRESS, "198.51.100.7");
    assertEquals(Severity.CRITICAL, severityOfSuccess(oldPassword(), spray, success()));
  }

  @Test
  void aSprayOfOthersIsOfNoConcern() {
    Draft spray = new Draft(FindingType.PASSWORD_SPRAY, "19:00", "22:49").from("198.51.100.7");
    assertEquals(Severity.INFO, severityOfSuccess(oldPassword(), spray, success()));
  }
}
